import { shapeOf } from "./characters";
import { isFootLike } from "./footWords";
import type { Label } from "./labels";
import { type Line, say } from "./lines";
import { isIssuer, isPlace } from "./mastheadWords";
import { isDecorated, isNumbered } from "./styles";

const dash = "[-—–－―·•~～_=]";
const dashed = new RegExp(`^${dash}+\\d{1,4}${dash}+$`);
const named =
  /^(?:第?\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|page\d{1,4}(?:of\d{1,4})?|p\.?\d{1,4}|第[一二三四五六七八九十百]{1,4}页)$/i;
const half = new RegExp(`^(?:${dash}+\\d{1,4}|\\d{1,4}${dash}+)$`);

/** Page numbers: — 3 —, 第3页, 3/12; a bare number where pages are counted so. */
export function markPageNumbers(lines: Line[]): void {
  const bare: { line: Line; number: number; next?: Line }[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "text" || line.label || line.tight.length > 14) continue;
    if (dashed.test(line.tight) || named.test(line.tight) || half.test(line.tight))
      say(line, "furniture", 0.98, "pageNumber");
    else if (/^\d{1,3}$/.test(line.tight)) bare.push({ line, number: Number(line.tight), next: lines[at + 1] });
  }
  for (const [at, { line, number, next }] of bare.entries()) {
    const isCounted = bare[at - 1]?.number === number - 1 || bare[at + 1]?.number === number + 1;
    const atEdge = line.pageBefore || next?.pageBefore || !next;
    const standsAlone = line.blanks > 0 && (next?.blanks ?? 1) > 0;
    if (isCounted || atEdge || standsAlone) say(line, "furniture", isCounted || atEdge ? 0.95 : 0.7, "pageNumber");
  }
}

/**
 * Running heads: short lines that come again, but for their digits, where a page ends: beside a page number
 * or a form feed, or in the middle of a sentence.
 */
export function markRunningHeads(lines: Line[]): void {
  const groups = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "text" || line.label || line.width > 40 || line.ending === "closed") continue;
    if (isDecorated(line.marked.style) || isNumbered(line.marked.style) || isFootLike(line.tight)) continue;
    const shape = shapeOf(line.read);
    const places = groups.get(shape);
    if (places) places.push(at);
    else groups.set(shape, [at]);
  }
  for (const places of groups.values()) {
    if (places.length < 2) continue;
    const atEdges = places.filter((at) => isAtEdge(lines, at));
    if (atEdges.length < 2 || atEdges.length < places.length * 0.6) continue;
    for (const at of atEdges) {
      const line = lines[at];
      if (line) say(line, "furniture", places.length > 2 ? 0.9 : 0.75, "runningHead");
    }
  }
}

/** A short line on top of a page, between the halves of a sentence: the head of the page, though it comes but once. */
export function markLoneHeads(lines: Line[]): void {
  let before: Line | null = null;
  let cut = false;
  for (const line of lines) {
    if (line.why === "pageNumber" || line.why === "runningHead") cut = true;
    if (line.label || line.kind !== "text") continue;
    const isShort =
      line.width <= 20 && line.ending === "open" && !/[，。；、：]/.test(line.read) && line.marked.style === "plain";
    if ((cut || line.pageBefore) && isShort && before?.ending === "open" && before.width > 24)
      say(line, "furniture", 0.65, "runningHead");
    else before = line;
    cut = false;
  }
}

/** A line that says no more than the masthead (云川市 工作周报 第9期) says nothing within the text of its issue. */
export function markMastheadAgain(lines: Line[]): void {
  const names = cutsIn(lines, ["region", "publication", "issuer"]);
  if (!names.length) return;
  const [title] = cutsIn(lines, ["publication"]);
  let before: Line | null = null;
  for (const line of lines) {
    if (line.label || line.kind !== "text") continue;
    const isWithin: boolean = before?.ending === "open" && before.width > 20 && /[，。；、]/.test(before.read);
    before = line;
    if (line.width > 40 || line.ending !== "open") continue;
    const words = bare(line.read);
    const rest = names.reduce(
      (text, name) => text.replace(name, ""),
      words.replace(/(?:#年)?第?#期|总第#期|#年#月#日|第#页|共#页|#/g, ""),
    );
    const saysNumber = /#期|第#页/.test(words);
    const saysIssue = saysNumber || (title !== undefined && words.includes(title));
    // A head may shorten a name; an office or a day alone, but within a sentence, signs a text.
    const isShortened =
      rest.length > 2 && saysNumber && names.some((name) => name.startsWith(rest) || name.endsWith(rest));
    const isPlaced = saysNumber && title !== undefined && words.includes(title) && (isPlace(rest) || isIssuer(rest));
    if (isPlaced || (rest === "" && (saysIssue || isWithin)) || isShortened)
      say(line, "furniture", 0.85, "runningHead");
  }
}

function cutsIn(lines: Line[], labels: Label[]): string[] {
  return lines
    .slice(0, 16)
    .flatMap(({ cuts, text }) =>
      (cuts ?? []).flatMap((cut) =>
        labels.includes(cut.label) ? bare(text.slice(cut.from, cut.to)).replace(/编印?$/, "") : [],
      ),
    );
}

function bare(text: string): string {
  return shapeOf(text).replace(/[^\p{L}\p{N}#]+/gu, "");
}

function isAtEdge(lines: Line[], at: number): boolean {
  const [line, before, after] = [lines[at], lines[at - 1], lines[at + 1]];
  if (line?.pageBefore || after?.pageBefore) return true;
  if (before?.why === "pageNumber" || after?.why === "pageNumber") return true;
  // It counts the pages itself: 工作周报 第18期 第3页.
  if (line && line.width <= 30 && /第#页/.test(shapeOf(line.read)) && !/[，。；、]/.test(line.read)) return true;
  if (!line || line.width > 30 || /[，。；、]/.test(line.read)) return false;
  return before?.kind === "text" && before.ending === "open" && before.width > 20;
}
