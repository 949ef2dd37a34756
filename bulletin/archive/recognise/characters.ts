/** Characters as they compare: digits and marks of either width are the same, white space is none. */

/** Full-width digits and letters as their half-width ones; each stays one character. */
export function half(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (each) =>
    String.fromCharCode(each.charCodeAt(0) - 0xfee0),
  );
}

export function compact(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]+/g, "");
}

/** Printed width in Chinese characters: two Latin letters or digits are as wide as one. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    width += code < 0x2e80 && !isWideMark(code) ? 0.5 : 1;
  }
  return width;
}

/** Marks below the Chinese blocks that are set as wide as a character: “ ” ‘ ’ — … · ※ ◆ ● ①. */
function isWideMark(code: number): boolean {
  return (code >= 0x2010 && code <= 0x203b) || (code >= 0x2190 && code < 0x2e80) || code === 0xb7;
}

/** Without white space and with digits as `#`: a running head is the same line on each page but for its number. */
export function shapeOf(text: string): string {
  return half(compact(text)).replace(/\d+/g, "#");
}
