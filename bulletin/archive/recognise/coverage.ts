import { textOf } from "../../text/model";
import { paragraphsOf } from "../../text/plain";
import { half } from "./characters";
import { aroundOf, bare, near, type Place } from "./coverageAround";
import { isOf } from "./labels";
import { unled } from "./leads";
import type { Piece } from "./pieces";
import type { RecognisedEntry, RecognisedIssue } from "./recognised";
import { significant } from "./significant";
import { markedOf } from "./styles";

/**
 * The share of the characters read that stand in the issues. It is counted in the result: each piece is
 * looked for where its entry or its issue says what it holds, in order, and a label that promises text
 * which is not there counts for nothing. White space and marks (#, *, |, ◆, ※…) are apart. `coverage` is the
 * share of all characters, as CONTRACT.md fixes it; `held` that of the text, of which page numbers and running
 * heads are none: they are put aside and listed, which is right, and no reason to look again.
 */
export function sharesOf(pieces: Piece[], issues: RecognisedIssue[]): { coverage: number; held: number } {
  const standing = placesOf(issues);
  const mastheads = new Set(
    issues.map(({ region, publication, issuer }) => bare([region, publication, issuer].join(""))),
  );
  let all = 0;
  let found = 0;
  let page = 0;
  let pageFound = 0;
  for (const piece of mended(pieces)) {
    if (piece.label === "rule") continue;
    const length = significant(piece.text).length;
    all += length;
    if (piece.label === "furniture") {
      page += length;
      pageFound += saysMasthead(piece, mastheads) ? length : 0;
    } else if (!isOf("outside", piece.label)) found += standing.get(piece.id)?.(piece, length) ?? 0;
  }
  return { coverage: share(found + pageFound, all), held: share(found, all - page) };
}

function share(part: number, whole: number): number {
  return whole ? part / whole : 1;
}

/** A line of a masthead that goes on in the next (第二十 / 一期) is looked for whole. */
function mended(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.label === "continued" && last && isOf("masthead", last.label))
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}

/** A running head that says nothing but what a masthead says (工作周报 第9期): it stands there, if not here. */
function saysMasthead({ text }: Piece, mastheads: Set<string>): boolean {
  const words = bare(half(text)).replace(/[第共]?[0-9]+[期年号页]?/g, "");
  return words !== "" && [...mastheads].some((each) => each.includes(words));
}

function placesOf(issues: RecognisedIssue[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const issue of issues) {
    const aroundIt = aroundOf(issue);
    for (const id of issue.pieces) places.set(id, aroundIt);
    for (const section of issue.sections) {
      for (const id of section.pieces) places.set(id, inTitle(section.title ?? ""));
      for (const entry of section.entries) {
        const place = placeOf(entry);
        for (const id of entry.pieces) places.set(id, place);
      }
    }
  }
  return places;
}

const headLabels: string[] = ["kicker", "headline", "headlineLine", "deck", "dateline", "jump"];

/** In an entry: its text in order from where the piece before was found, or its headline. */
function placeOf(entry: RecognisedEntry): Place {
  const { kicker, title, deck, dateline, jump, blocks } = entry;
  const head = significant([kicker, ...title, deck, dateline, jump].join(""));
  const body = significant(blocks.flatMap((block) => paragraphsOf([block])).join(""));
  const inHead = (part: string) => part.length <= head.length && head.includes(part);
  let cursor = 0;
  return ({ text, label }, length) => {
    const part = significant(text);
    if (!part || (headLabels.includes(label) && inHead(part))) return length;
    if (label === "jump" && bare(head).includes(bare(text))) return length;
    if (label === "figure" && body.includes(part)) return length;
    for (const each of [part, significant(unled(text))]) {
      const at = body.startsWith(each, cursor) ? cursor : near(body, each, cursor);
      if (at < 0) continue;
      cursor = at + each.length;
      return length;
    }
    if (inHead(part)) return length;
    const { matched, end } = inOrder(part, body, cursor);
    if (matched > length * 0.6) cursor = end;
    return matched;
  };
}

/** Characters of `part` that stand in `body` in their order. */
function inOrder(part: string, body: string, from: number): { matched: number; end: number } {
  const window = body.slice(from, from + 2 * part.length + 400);
  let at = 0;
  let matched = 0;
  for (const each of part) {
    const found = window.indexOf(each, at);
    if (found < 0 || found > at + 40) continue;
    at = found + 1;
    matched += each.length;
  }
  return { matched, end: from + at };
}

function inTitle(title: string): Place {
  const held = significant(title);
  return ({ text }, length) =>
    held.includes(significant(markedOf(text).title)) || held.includes(significant(text)) ? length : 0;
}

/** Every text of the blocks, for tests that nothing was invented. */
export function stringsOf({ kicker, title, deck, dateline, jump, blocks }: RecognisedEntry): string[] {
  const texts = blocks.flatMap((block) =>
    block.type === "list" ? block.items.map(textOf) : paragraphsOf([block]).flatMap((each) => each.split("　")),
  );
  return [kicker, ...title, deck, dateline, jump, ...texts].flatMap((each) => each ?? []);
}
