// Platform, encoding, language of a name: Windows, Unicode, and who reads it.
export const english = 0x409;
export const chinese = 0x804;

/** A made-up face as the bytes of a TrueType file: what it is called, what it covers, and no outlines. */
export function madeUpFace(names: { language: number; family: string }[], text: string): Buffer {
  const tables = [
    ["cmap", cmap([...new Set(text)].map((each) => each.codePointAt(0) ?? 0))],
    ["glyf", Buffer.alloc(4)],
    ["name", nameTable(names)],
  ] as const;
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  let at = head.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    head.write(tag, 12 + 16 * index, "latin1");
    head.writeUInt32BE(at, 20 + 16 * index);
    head.writeUInt32BE(bytes.length, 24 + 16 * index);
    at += bytes.length;
  }
  return Buffer.concat([head, ...tables.map(([, bytes]) => bytes)]);
}

/** The name record of the family alone, in each language. */
function nameTable(names: { language: number; family: string }[]): Buffer {
  const texts = names.map(({ family }) => Buffer.from(family, "utf16le").swap16());
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  for (const [index, { language }] of names.entries()) {
    const length = texts[index]?.length ?? 0;
    for (const [field, value] of [3, 1, language, 1, length, at].entries())
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    at += length;
  }
  return Buffer.concat([head, ...texts]);
}

/** Format 12, a group for each character. */
function cmap(codePoints: number[]): Buffer {
  const table = Buffer.alloc(12 + 16 + 12 * codePoints.length);
  for (const [at, value] of [0, 1, 3, 10].entries()) table.writeUInt16BE(value, 2 * at);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(codePoints.length, 24);
  for (const [index, codePoint] of codePoints.sort((one, other) => one - other).entries())
    for (const [field, value] of [codePoint, codePoint, index + 1].entries())
      table.writeUInt32BE(value, 28 + 12 * index + 4 * field);
  return table;
}
