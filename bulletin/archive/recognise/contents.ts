import { half } from "./characters";
import type { Flow } from "./flow";
import { type Line, say } from "./lines";
import { sectionness } from "./sectionWords";
import { isDecorated } from "./styles";

const heading =
  /^[※★◆●■【[〖☆]*(?:本期|本刊)?(?:要目|目录|导读|内容|要目导读|内容提要|目录索引|看点|摘要|内容摘要|CONTENTS)[※★◆●■】\]〗☆]*[:：]?$/i;
const leader = /(?:[.．·…]{2,}|\s{2,}|[（(])\s*第?\d{1,3}\s*页?[）)]?$/;
const longest = 60;
const most = 80;

/**
 * The table of contents below a masthead: 本期要目 and the titles under it, each of which comes again in the
 * text or ends with its page. It ends where the first of them comes again.
 */
export function markContents(lines: Line[]): void {
  const start = lines.findIndex((line) => !line.label && line.kind === "text" && heading.test(line.tight));
  if (start < 0) return;
  const times = new Map<string, number>();
  for (const line of lines) if (!line.label && line.width <= longest) count(times, bareOf(line));
  say(lines[start] as Line, "contentsLine", 0.95);
  const listed: Line[] = [];
  let sure = 0;
  for (const line of lines.slice(start + 1)) {
    if (line.label === "furniture" || line.kind === "rule") continue;
    if (line.label || line.kind !== "text" || line.width > longest || line.ending === "closed") break;
    const bare = bareOf(line);
    if (listed.some((each) => bareOf(each) === bare)) {
      sure = lastListed(listed, times);
      break;
    }
    const comesAgain = (times.get(bare) ?? 0) > 1;
    if (isDecorated(line.marked.style) && !comesAgain) {
      sure = listed.length;
      break;
    }
    listed.push(line);
    if (leader.test(line.read) || comesAgain) sure = listed.length;
    if (listed.length > most) break;
  }
  for (const line of listed.slice(0, sure)) say(line, "contentsLine", 0.9);
}

/** The title of the first section may stand between the contents and the first headline that comes again. */
function lastListed(listed: Line[], times: Map<string, number>): number {
  const last = listed.at(-1);
  const isSection = last !== undefined && sectionness(last.marked.title) >= 0.8 && (times.get(bareOf(last)) ?? 0) < 2;
  return isSection && listed.length > 1 ? listed.length - 1 : listed.length;
}

function count(times: Map<string, number>, text: string): void {
  times.set(text, (times.get(text) ?? 0) + 1);
}

/** A title as it comes again: without marks, number and page. */
function bareOf({ read, marked }: Line): string {
  const title = half(marked.title || read).replace(leader, "");
  return title.replace(/[^\p{L}\p{N}]+/gu, "");
}

const note = /^[【（([〖※◆]*\s*(?:编者按|编者的话|编者注|按语|编者语|编前话|编者寄语)\s*[】）)\]〗※◆]*\s*[:：]?/;

/** The editor's note before the text: 编者按：…, or the paragraphs under the word alone. Returns what is left. */
export function takeEditorNote(flow: Flow[]): Flow[] {
  const [first] = flow;
  if (!first || !note.test(first.line.read)) return flow;
  const isAlone = first.line.tight.replace(note, "") === "";
  let end = 1;
  let paragraphs = isAlone ? 0 : 1;
  for (; end < flow.length; end += 1) {
    const { role } = flow[end] as Flow;
    if (role === "title" || (role === "text" && (!isAlone || paragraphs > 3))) break;
    if (role === "text") paragraphs += 1;
  }
  // Where nothing parts the note from the text, only its first paragraph is surely the note.
  if (isAlone && flow[end]?.role !== "title" && end < flow.length) end = endOfFirst(flow);
  for (const { line, role } of flow.slice(0, end)) say(line, role === "more" ? "continued" : "editorNote", 0.9);
  return flow.slice(end);
}

function endOfFirst(flow: Flow[]): number {
  const second = flow.findIndex(({ role }, at) => at > 1 && role === "text");
  return second < 0 ? flow.length : second;
}
