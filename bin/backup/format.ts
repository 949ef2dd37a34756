import { Fault } from "./runs";

/**
 * What a backup file is made of. After one line of plain text everything is compressed (zstd): frames of a letter,
 * a length of four bytes, and that many bytes. H the header, then of each table T, its rows as D in PostgreSQL's
 * own text format, and E with count and hash; S the sequences; Z the end. The file's last 32 bytes are the
 * SHA-256 of all before them (bin/backup/seal.ts).
 */
export const MAGIC = Buffer.from("Bianfa backup 1\n");
export const DIGEST = 32;

export type Migration = { name: string; checksum: string };
export type Header = {
  /** The version of the product that wrote it. */
  product: string;
  /** ISO, of the snapshot: what was confirmed before it is in the file, what came after is not. */
  moment: string;
  database: string;
  /** The comment on the database, by which a demonstration is known as one. */
  comment: string | null;
  server: string;
  migrations: Migration[];
};
export type TableHead = { table: string; columns: string[]; order: string[] };
export type TableEnd = { rows: number; bytes: number; sha256: string };
export type Sequence = { name: string; last: string; called: boolean };
export type End = { tables: number; rows: number };

export type Frame =
  | { kind: "header"; value: Header }
  | { kind: "table"; value: TableHead }
  | { kind: "data"; value: Buffer }
  | { kind: "tableEnd"; value: TableEnd }
  | { kind: "sequences"; value: Sequence[] }
  | { kind: "end"; value: End };

const letters = { header: "H", table: "T", data: "D", tableEnd: "E", sequences: "S", end: "Z" } as const;
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter.charCodeAt(0), kind as Frame["kind"]]));
// Rows come in pieces of the network's size; nothing that we write comes near.
const LARGEST = 64 * 1024 * 1024;

/** A frame as bytes: its head, then what it carries. */
export function* written({ kind, value }: Frame): Generator<Buffer> {
  const body = kind === "data" ? value : Buffer.from(JSON.stringify(value));
  const head = Buffer.alloc(5);
  head.write(letters[kind], 0, "latin1");
  head.writeUInt32BE(body.length, 1);
  yield head;
  yield body;
}

/** The frames of a stream of bytes, one after the other. A stream that stops before its end is refused. */
export async function* framesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const take = takerOf(bytes);
  for (;;) {
    const head = await take(5);
    const kind = kinds.get(head.readUInt8(0));
    const length = head.readUInt32BE(1);
    if (!kind || length > LARGEST) throw damaged();
    const body = await take(length);
    yield { kind, value: kind === "data" ? body : JSON.parse(body.toString("utf8")) } as Frame;
    if (kind === "end") return;
  }
}

/** Lends so many bytes at a time of what comes in pieces of any size. */
function takerOf(bytes: AsyncIterable<Buffer>): (count: number) => Promise<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (count) => {
    const parts: Buffer[] = [rest];
    for (let size = rest.length; size < count; ) {
      const { done, value } = await source.next();
      if (done) throw damaged();
      parts.push(value);
      size += value.length;
    }
    const all = parts.length > 1 ? Buffer.concat(parts) : rest;
    rest = all.subarray(count);
    return all.subarray(0, count);
  };
}

export function damaged(): Fault {
  return new Fault("damaged", "备份文件不完整，或者被改动过：没有恢复任何内容。");
}
