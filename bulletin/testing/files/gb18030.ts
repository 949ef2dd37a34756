/** A text in GB18030 (its two-byte part): Node reads it and does not write it. */
export function gb18030(all: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array([...[...all].flatMap((each) => table.get(each) ?? [each.charCodeAt(0)])]);
}
