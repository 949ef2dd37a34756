import { plain } from "./marks";

/** White space and the marks that stand around text without being any: #, *, |, ◆, ※ and the like. */
const mark = /^[\s\u200b\u2060\ufeff#*|>\\_※★☆◆◇●○◎■□▲△▼▽►▶➤❖✦◈♦•·▪▫~～=＝【】〖〗—–－-]$/;
const isMark = new Uint8Array(0x10000).map((_, code) => (mark.test(String.fromCharCode(code)) ? 1 : 0));
const chunk = 8_192;

/**
 * What is to be read in a text: its characters without marks and white space. Character by character, since
 * a file may be one line of millions of marks.
 */
export function significant(text: string): string {
  const read = (/[<&]/.test(text) ? plain(text) : text).replace(/^\s*!\[([^\]]*)\]\([^)]*\)/, "$1");
  const parts: string[] = [];
  const codes = new Uint16Array(Math.min(read.length, chunk));
  let count = 0;
  for (let at = 0; at < read.length; at += 1) {
    const code = read.charCodeAt(at);
    if (isMark[code]) continue;
    codes[count] = code;
    count += 1;
    if (count < chunk) continue;
    parts.push(String.fromCharCode(...codes));
    count = 0;
  }
  parts.push(String.fromCharCode(...codes.subarray(0, count)));
  return parts.join("");
}
