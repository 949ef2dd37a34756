import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Why a file is not used: it is no face, its end is missing, it has no name, or it may not be read. */
export type Reason = "noFace" | "cutOff" | "nameless" | "denied";

export class UnreadableFace extends Error {
  override name = "UnreadableFace";
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** The tables of one face that say what it is; the outlines, nearly all of the file, stay on the disk. */
export type Tables = { name: DataView; cmap: DataView };

const COLLECTION = 0x74746366; // "ttcf"
const SINGLE = [0x00010000, 0x4f54544f, 0x74727565]; // TrueType, "OTTO", "true"

/** The tables of each face of a TrueType or OpenType file or collection; throws `UnreadableFace`. */
export function readTables(file: string): Tables[] {
  const descriptor = open(file);
  try {
    const size = fstatSync(descriptor).size;
    const at = (offset: number, length: number): DataView => {
      const bytes = new Uint8Array(length);
      if (offset + length > size || readSync(descriptor, bytes, 0, length, offset) < length)
        throw new UnreadableFace(size < 12 ? "noFace" : "cutOff");
      return new DataView(bytes.buffer);
    };
    return startsOf(at).map((start) => tablesAt(at, start, size));
  } finally {
    closeSync(descriptor);
  }
}

type At = (offset: number, length: number) => DataView;

function open(file: string): number {
  try {
    return openSync(file, "r");
  } catch {
    throw new UnreadableFace("denied");
  }
}

function startsOf(at: At): number[] {
  const head = at(0, 12);
  const kind = head.getUint32(0);
  if (SINGLE.includes(kind)) return [0];
  const count = head.getUint32(8);
  if (kind !== COLLECTION || count === 0 || count > 256) throw new UnreadableFace("noFace");
  const starts = at(12, 4 * count);
  return Array.from({ length: count }, (_, index) => starts.getUint32(4 * index));
}

function tablesAt(at: At, start: number, size: number): Tables {
  const count = at(start, 12).getUint16(4);
  const directory = at(start + 12, 16 * count);
  const places = new Map<string, [offset: number, length: number]>();
  for (let row = 0; row < 16 * count; row += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => directory.getUint8(row + byte)));
    const [offset, length] = [directory.getUint32(row + 8), directory.getUint32(row + 12)];
    // A copy that was broken off looks whole until an outline beyond its end is drawn.
    if (offset + length > size) throw new UnreadableFace("cutOff");
    places.set(tag, [offset, length]);
  }
  const [name, cmap] = [places.get("name"), places.get("cmap")];
  if (!name || !cmap || !(places.has("glyf") || places.has("CFF ") || places.has("CFF2")))
    throw new UnreadableFace("noFace");
  return { name: at(...name), cmap: at(...cmap) };
}
