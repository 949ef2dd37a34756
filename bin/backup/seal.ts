import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { Sentence } from "../sentence";
import { DIGEST, damaged, type Frame, framesOf, type Header, MAGIC } from "./format";
import { Fault } from "./runs";

/** Puts the line of plain text before what passes and the SHA-256 of it all behind. */
export function seal(): Transform {
  const hash = createHash("sha256").update(MAGIC);
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (!begun) this.push(MAGIC);
      begun = true;
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, hash.digest());
    },
  });
}

/** Refuses a file that is no backup, that was cut, or in which a bit has changed. Reads all of it once. */
export async function verifySeal(file: string): Promise<void> {
  if (!existsSync(file)) throw new Sentence(`没有这个文件：${file}`);
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (!(await read(handle, 0, MAGIC.length)).equals(MAGIC))
      throw new Fault("damaged", `${file} 不是编发的备份文件。`);
    if (size <= MAGIC.length + DIGEST) throw damaged();
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file, { end: size - DIGEST - 1, highWaterMark: 1 << 20 }))
      hash.update(chunk);
    if (!hash.digest().equals(await read(handle, size - DIGEST, DIGEST))) throw damaged();
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Lends the frames of a file whose seal holds, and closes it. */
export async function withFrames<T>(file: string, work: (frames: AsyncGenerator<Frame>) => Promise<T>): Promise<T> {
  const { size } = await stat(file);
  const source = createReadStream(file, { start: MAGIC.length, end: size - DIGEST - 1, highWaterMark: 1 << 18 });
  const plain = createZstdDecompress();
  source.on("error", (error) => plain.destroy(error));
  source.pipe(plain);
  try {
    return await work(framesOf(plain));
  } catch (error) {
    // Sealed anew after it was damaged: what cannot be unpacked or read is no file of ours.
    const { code } = error as { code?: string };
    throw code?.startsWith("ZSTD") || error instanceof SyntaxError ? damaged() : error;
  } finally {
    source.destroy();
    plain.destroy();
  }
}

/** What a file says of itself. */
export function headerOf(file: string): Promise<Header> {
  return withFrames(file, async (frames) => {
    const { value } = await frames.next();
    if (value?.kind !== "header") throw damaged();
    return value.value;
  });
}

/** The tables of a file and how many rows each has, as it says. */
export function manifestOf(file: string): Promise<{ table: string; rows: number }[]> {
  return withFrames(file, async (frames) => {
    const all: { table: string; rows: number }[] = [];
    let table = "";
    for await (const { kind, value } of frames) {
      if (kind === "table") table = value.table;
      if (kind === "tableEnd") all.push({ table, rows: value.rows });
    }
    return all;
  });
}
