import { createServer, type Socket } from "node:net";
import { expect, it } from "vitest";
import { connect } from "@/lib/db";

it("a database that takes the line and never answers is away after some seconds, not for ever", async () => {
  const open = new Set<Socket>();
  const silent = createServer((socket) => void open.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as { port: number };
  const client = connect(`postgresql://somebody:x@127.0.0.1:${port}/none`);
  try {
    await expect(client.$queryRaw`SELECT 1`).rejects.toThrow();
  } finally {
    await client.$disconnect();
    for (const socket of open) socket.destroy();
    silent.close();
  }
}, 60_000);
