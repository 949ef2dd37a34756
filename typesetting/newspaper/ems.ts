const han = /\p{Script=Han}/u;
const word = /[\p{L}\p{N}]/u;
const wide = /[A-Z@%&MWmw]/;

/** Width of a line in em: Han are square, the Black's Latin is wide, and a quarter lies between the two. */
export function emsOf(text: string): number {
  return emsAlong(text).at(-1) ?? 0;
}

/** Width of a text up to each of its places: as many numbers as it has places, the first 0. */
export function emsAlong(text: string): Float64Array {
  const along = new Float64Array(text.length + 1);
  let ems = 0;
  let at = 0;
  let before = "";
  for (const each of text) {
    const kind = han.test(each) ? "han" : word.test(each) ? "latin" : "mark";
    if (before && before !== "mark" && kind !== "mark" && before !== kind) ems += 0.25;
    ems += each > "\u024f" ? 1 : wide.test(each) ? 0.9 : each === " " ? 0.3 : each < " " ? 0 : 0.64;
    before = kind;
    for (let unit = 0; unit < each.length; unit++) along[++at] = ems;
  }
  return along;
}
