import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { scan } from "./clamd";
import { failureOf } from "./failure";
import { log } from "./log";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

/** A daemon that speaks INSTREAM as clamd does, and knows one virus. */
async function daemon({ at = "tcp", most = Number.POSITIVE_INFINITY }: { at?: "tcp" | "unix"; most?: number } = {}) {
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

describe("a file that comes in", () => {
  it.each(["tcp", "unix"] as const)("is looked at by clamd over %s, however long", async (at) => {
    const address = await daemon({ at });
    await expect(scan(new Uint8Array(300_000), address)).resolves.toBeUndefined();
    const late = new Uint8Array([...new Uint8Array(200_000), ...Buffer.from(eicar)]);
    await expect(scan(late, address)).rejects.toMatchObject({ key: "virus", values: { name: "Eicar-Test-Signature" } });
  });

  it("is refused where it is larger than clamd takes", async () => {
    await expect(scan(new Uint8Array(200_000), await daemon({ most: 100_000 }))).rejects.toMatchObject({
      key: "scannerLimit",
    });
  });

  it("is refused while clamd is away, or hangs up, or says what it never says", async () => {
    await expect(scan(new Uint8Array(9), "unix:/nowhere/clamd.ctl")).rejects.toMatchObject({ key: "scannerAway" });
    for (const word of ["", "COMMAND READ TIMED OUT\0"]) {
      const server = createServer((socket) => void socket.resume().end(word));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      ends.push(() => new Promise((resolve) => server.close(resolve)));
      await expect(scan(new Uint8Array(9), `tcp://127.0.0.1:${portOf(server)}`)).rejects.toMatchObject({
        key: "scannerAway",
      });
    }
  });

  it("that could not be looked at leaves the reason in the log", async () => {
    const logged = vi.spyOn(log, "error");
    await expect(scan(new Uint8Array(9), "unix:/nowhere/clamd.ctl")).rejects.toMatchObject({ key: "scannerAway" });
    expect(logged.mock.calls.map(([given]) => failureOf((given as { error: unknown }).error).code)).toEqual(["ENOENT"]);
    logged.mockRestore();
  });

  it("is not looked at where nobody set CLAMD_URL", async () => {
    await expect(scan(Buffer.from(eicar), undefined)).resolves.toBeUndefined();
  });
});
