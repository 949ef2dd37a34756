import { constants, crc32, deflateRawSync } from "node:zlib";
import type { Html } from "@/components/markup";
import { Kept } from "@/lib/kept";

/** A part of a page that is the same for many: kept with its bytes, plain and compressed. */
export class Fixed {
  readonly html: Html;
  #bytes: Buffer | undefined;
  #deflated: Buffer | undefined;

  constructor(html: Html) {
    this.html = html;
  }

  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.html);
    return this.#bytes;
  }

  get deflated(): Buffer {
    this.#deflated ??= deflated(this.bytes, 9);
    return this.#deflated;
  }
}

export type Piece = Html | Fixed;

const kept = new Kept<Fixed>(300);

/** What was made of the same text before; for lists that a person opens again and again. */
export function fixed(html: Html): Fixed {
  return kept.have(html, () => new Fixed(html));
}

/** As one string. */
export function textOf(pieces: Piece[]): string {
  return pieces.map((piece) => (piece instanceof Fixed ? piece.html : piece)).join("");
}

/**
 * The pieces as one gzip file (RFC 1952), in which what is fixed was compressed before: blocks of deflate
 * (RFC 1951) that end at a byte and look back at nothing before them can be put one behind the other.
 */
export function gzipOf(pieces: Piece[]): Buffer {
  const parts: Buffer[] = [head];
  let [sum, length] = [0, 0];
  for (const piece of joined(pieces)) {
    const bytes = piece instanceof Fixed ? piece.bytes : Buffer.from(piece);
    sum = crc32(bytes, sum);
    length += bytes.length;
    parts.push(piece instanceof Fixed ? piece.deflated : deflated(bytes, quick));
  }
  const foot = Buffer.alloc(8);
  foot.writeUInt32LE(sum, 0);
  foot.writeUInt32LE(length >>> 0, 4);
  return Buffer.concat([...parts, lastBlock, foot]);
}

/** What is made for one answer alone is compressed in a hurry. */
const quick = 1;
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty block that says that it is the last. */
const lastBlock = Buffer.from([0x03, 0x00]);

function deflated(bytes: Buffer, level: number): Buffer {
  return deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
}

/** What is not fixed and stands together is compressed together. */
function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === "string" && typeof last === "string") all[all.length - 1] = (last + piece) as Html;
    else if (piece instanceof Fixed || piece) all.push(piece);
  }
  return all;
}
