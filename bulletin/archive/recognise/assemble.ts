import { blockInto } from "./blocks";
import { sharesOf } from "./coverage";
import { jumpLength } from "./datelines";
import { fillEntry } from "./entryFields";
import { completeFromPrinted, fillFoot } from "./footFields";
import { isOf } from "./labels";
import { plain } from "./marks";
import { completeNumber, fillMasthead } from "./mastheadFields";
import { newEntry, newIssue, newSection } from "./newParts";
import type { Piece } from "./pieces";
import type { Leftover, Recognised, RecognisedEntry, RecognisedIssue } from "./recognised";
import { settle } from "./settle";
import { markedOf } from "./styles";
import { type Unit, unitsOf } from "./units";

/**
 * Issues out of labelled pieces: a pure function of the labels and their order, so that whoever corrects a
 * label sees at once what comes of it. It decides nothing by itself; what a label's text does not say
 * (a number without figures) goes to the lines without a field, and nothing is lost.
 */
export function assemble(pieces: Piece[]): Recognised {
  const issues: RecognisedIssue[] = [];
  const leftovers: Leftover[] = [];
  let waiting: Unit[] = [];
  for (const unit of unitsOf(pieces)) {
    const { label } = unit;
    if (label === "rule") continue;
    if (isOf("outside", label)) {
      for (const each of unit.pieces) leftovers.push(leftoverOf(each));
      continue;
    }
    const before = issues.at(-1);
    const issue = before && !beginsIssue(before, unit) ? before : newIssue(unit);
    if (issue !== before) issues.push(issue);
    for (const { id } of unit.pieces) issue.pieces.push(id);
    waiting = place(issue, unit, waiting);
  }
  const last = issues.at(-1);
  if (last) for (const unit of waiting) intoEntry(begin(last, unit), unit);
  for (const issue of issues) {
    completeNumber(issue);
    completeFromPrinted(issue);
    settle(issue);
  }
  return { ...sharesOf(pieces, issues), issues, leftovers };
}

function leftoverOf({ line, text, label }: Piece): Leftover {
  return { line, text: text.trim(), reason: label === "furniture" ? "furniture" : "leftover" };
}

/** A line of a masthead, where the issue before has its text or foot already. */
function beginsIssue({ sections, distribution, imprint }: RecognisedIssue, { label }: Unit): boolean {
  if (!isOf("masthead", label)) return false;
  const { editors, reviewers, other, ...single } = imprint;
  const hasFoot = [distribution, editors, reviewers, other].some(({ length }) => length);
  return sections.length > 0 || hasFoot || Object.values(single).some((each) => each !== null);
}

/** Puts one unit where its label says; returns the pictures that wait for the entry they belong to. */
function place(issue: RecognisedIssue, unit: Unit, waiting: Unit[]): Unit[] {
  const { label, text } = unit;
  if (isOf("masthead", label)) {
    if (!fillMasthead(issue, label, text)) issue.mastheadOther.push(plain(text));
    return waiting;
  }
  if (isOf("foot", label)) {
    if (!fillFoot(issue, label, text)) issue.imprint.other.push(plain(text));
    return waiting;
  }
  if (label === "contentsLine") issue.contents.push(plain(text));
  else if (label === "editorNote") noteInto(issue.editorNote, plain(text));
  else if (label === "section") {
    const { title, style } = markedOf(text);
    for (const each of waiting) intoEntry(begin(issue, each), each);
    issue.sections.push(newSection(title, style, unit));
    return [];
  } else {
    const current = issue.sections.at(-1)?.entries.at(-1);
    const isAside = label === "figure" || label === "caption";
    if (isAside && !current) {
      waiting.push(unit);
      return waiting;
    }
    const entry = current && !beginsEntry(current, unit) ? current : begin(issue, unit);
    for (const each of waiting) intoEntry(entry, each);
    intoEntry(entry, unit);
    return [];
  }
  return waiting;
}

/** The note without the words 编者按, which its field says. */
function noteInto(note: string[], text: string): void {
  const own = text.replace(
    /^[【（([〖※◆]*\s*(?:编者按|编者的话|编者注|按语|编者语|编前话|编者寄语)\s*[】）)\]〗※◆]*\s*[:：]?\s*/,
    "",
  );
  if (own) note.push(own);
}

function beginsEntry(entry: RecognisedEntry, { label, text }: Unit): boolean {
  const hasText = entry.blocks.length > 0 || entry.dateline !== null;
  switch (label) {
    case "kicker":
      return hasText || entry.title.length > 0;
    case "headline":
      return hasText || entry.title.length > 0;
    case "headlineLine":
    case "deck":
      return hasText && entry.title.length === 0;
    case "dateline":
      return hasText;
    case "opening":
      return hasText || entry.title.length > 0;
    case "jump":
      // 上接第一版: the rest of a story of another page.
      return hasText && jumpLength(text) > 0;
    case "brief":
    case "slogan":
      return true;
    default:
      return false;
  }
}

function begin(issue: RecognisedIssue, unit: Unit): RecognisedEntry {
  if (!issue.sections.length) issue.sections.push(newSection(null, null));
  const entry = newEntry(unit);
  issue.sections.at(-1)?.entries.push(entry);
  return entry;
}

function intoEntry(entry: RecognisedEntry, unit: Unit): void {
  for (const { id } of unit.pieces) entry.pieces.push(id);
  if (!fillEntry(entry, unit)) blockInto(entry.blocks, unit);
}
