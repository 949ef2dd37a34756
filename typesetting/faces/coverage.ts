/** Which characters a face can draw: a bit for each of Unicode's code points. */
export type Coverage = Uint8Array;

const CODE_POINTS = 0x110000;

export function covers(coverage: Coverage, codePoint: number): boolean {
  return (((coverage[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1;
}

/** From the table `cmap`, its formats 4 and 12: every face of today has one of them. */
export function coverageOf(cmap: DataView): Coverage {
  const coverage = new Uint8Array(CODE_POINTS / 8);
  const add = (codePoint: number) => {
    coverage[codePoint >> 3] = (coverage[codePoint >> 3] ?? 0) | (1 << (codePoint & 7));
  };
  for (let row = 0; row < cmap.getUint16(2); row++) {
    const platform = cmap.getUint16(4 + 8 * row);
    const encoding = cmap.getUint16(6 + 8 * row);
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const start = cmap.getUint32(8 + 8 * row);
    const format = cmap.getUint16(start);
    if (format === 4) addSegments(cmap, start, add);
    if (format === 12) addGroups(cmap, start, add);
  }
  return coverage;
}

// Format 4: segments of the basic plane. Glyph 0 is the empty box, hence not covered.
function addSegments(cmap: DataView, start: number, add: (codePoint: number) => void): void {
  const twice = cmap.getUint16(start + 6);
  const [ends, begins] = [start + 14, start + 16 + twice];
  const [deltas, offsets] = [begins + twice, begins + 2 * twice];
  for (let at = 0; at < twice; at += 2) {
    const offset = cmap.getUint16(offsets + at);
    const begin = cmap.getUint16(begins + at);
    for (let code = begin; code <= cmap.getUint16(ends + at) && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : cmap.getUint16(offsets + at + offset + 2 * (code - begin));
      if (glyph !== 0 && ((glyph + cmap.getUint16(deltas + at)) & 0xffff) !== 0) add(code);
    }
  }
}

// Format 12: groups of all planes, the glyphs of each running on.
function addGroups(cmap: DataView, start: number, add: (codePoint: number) => void): void {
  let next = 0;
  for (let group = 0; group < cmap.getUint32(start + 12); group++) {
    const at = start + 16 + 12 * group;
    const [begin, end, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
    // They are in order; in a file that was damaged they might otherwise run over all of Unicode again and again.
    if (begin < next || end >= CODE_POINTS) return;
    for (let code = begin; code <= end; code++) if (glyph + code - begin !== 0) add(code);
    next = end + 1;
  }
}
