/** Two halves of a text that a page or a column cut: put together as they were before. */
export function glued(before: string, after: string): string {
  const a = before.trimEnd();
  const b = after.trimStart();
  if (!a || !b) return a + b;
  // A word hyphenated at the end of a line is one word; a number keeps the dash of its span (10-20户).
  if (/[a-z]{2}-$/.test(a) && /^[a-z]{2}/.test(b)) return a.slice(0, -1) + b;
  // So is one of two Chinese characters (李－ / 明): between them a line needs no hyphen.
  if (/[\u4e00-\u9fff][-－‐]$/.test(a) && /^[\u4e00-\u9fff]/.test(b)) return a.slice(0, -1) + b;
  const parted = /[A-Za-z,;:.!?)]$/.test(a) && /^[A-Za-z(]/.test(b);
  return parted ? `${a} ${b}` : a + b;
}
