import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach } from "vitest";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The one virus that it knows: a text that every scanner takes for one and that does nothing. */
export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

/** A daemon that speaks INSTREAM as clamd does, and knows one virus. */
export async function daemon({
  at = "tcp",
  most = Number.POSITIVE_INFINITY,
}: {
  at?: "tcp" | "unix";
  most?: number;
} = {}) {
  const server = createServer((socket) => void answer(socket, most).catch(() => socket.destroy()));
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-clamd-"));
  ends.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => rmSync(folder, { recursive: true }),
  );
  const file = path.join(folder, "clamd.ctl");
  await new Promise<void>((resolve) =>
    at === "unix" ? server.listen(file, resolve) : server.listen(0, "127.0.0.1", resolve),
  );
  return at === "unix" ? `unix:${file}` : `tcp://127.0.0.1:${portOf(server)}`;
}

/** One that says a word that clamd never says, whatever it is asked. */
export async function confused(word: string) {
  const server = createServer((socket) => void socket.resume().end(word));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return `tcp://127.0.0.1:${portOf(server)}`;
}

async function answer(socket: Socket, most: number): Promise<void> {
  let heard = Buffer.alloc(0);
  const begin = Buffer.from("zINSTREAM\0");
  for await (const chunk of socket) {
    heard = Buffer.concat([heard, chunk as Buffer]);
    const stream = streamOf(heard.subarray(begin.length));
    if (!heard.subarray(0, begin.length).equals(begin.subarray(0, heard.length)))
      return void socket.end("UNKNOWN COMMAND\0");
    if (stream.bytes.length > most) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
    if (stream.isWhole)
      return void socket.end(stream.bytes.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
  }
}

function streamOf(heard: Buffer): { bytes: Buffer; isWhole: boolean } {
  const pieces: Buffer[] = [];
  for (let at = 0; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return { bytes: Buffer.concat(pieces), isWhole: true };
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { bytes: Buffer.concat(pieces), isWhole: false };
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}
