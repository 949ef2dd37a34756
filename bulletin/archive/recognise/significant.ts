import { plain } from "./marks";

/** White space and the marks that stand around text without being any: #, *, |, ◆, ※ and the like. */
const mark = /^[\s\u200b\u2060\ufeff#*|>\\_※★☆◆◇●○◎■□▲△▼▽►▶➤❖✦◈♦•·▪▫~～=＝【】〖〗—–－-]$/;
const isMark = new Uint8Array(0x10000).map((_, code) => (mark.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * What is to be read in a text: its characters without marks and white space. One
 * character after the other, since a file may be one line of millions of marks.
 */
export function significant(text: string): string {
  const read = (/[<&]/.test(text) ? plain(text) : text).replace(/^\s*!\[([^\]]*)\]\([^)]*\)/, "$1");
  let kept = "";
  let from = 0;
  for (let at = 0; at < read.length; at += 1) {
    if (!isMark[read.charCodeAt(at)]) continue;
    if (at > from) kept += read.slice(from, at);
    from = at + 1;
  }
  return from ? kept + read.slice(from) : read;
}
