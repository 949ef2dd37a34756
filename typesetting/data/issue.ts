import type { PressIssue } from "../document";
import { brokenBySense } from "../headline/broken";
import { addresseesLine, words } from "../words";
import { type SetEntry, setEntry } from "./entries";
import { withinCells } from "./tables";
import { printable, printableLine } from "./text";

export type SetIssue = ReturnType<typeof setIssue>;
export type SetSection = { title: string; lines: string[]; entries: SetEntry[] };

/** A section's title of 20 pt, with a mark at each side. */
const sectionWidth = 18;

/** An issue as the templates read it (`/data.json`). Pure: what differs by pass is added by the press. */
export function setIssue(issue: PressIssue) {
  const { masthead, imprint, settings } = issue;
  const sections: SetSection[] = issue.sections.map(({ title, entries }) => ({
    title: printableLine(title),
    lines: brokenBySense([printableLine(title)], sectionWidth),
    entries: entries.map((entry) => onPage(setEntry(entry, issue))),
  }));
  const printed = Object.fromEntries(
    Object.entries(masthead).map(([key, value]) => [key, typeof value === "string" ? printableLine(value) : value]),
  ) as typeof masthead;
  return {
    masthead: printed,
    editorNote: printable(issue.editorNote)
      .split("\n")
      .filter((line) => line.trim()),
    contents: settings.contents ? contentsOf(sections) : [],
    sections,
    lists: issue.lists
      .filter(({ addressees }) => addressees.length)
      .map(({ label, addressees }) => ({
        label: printableLine(label),
        addressees: addresseesLine(addressees.map(printableLine)),
      })),
    imprint: {
      facts: (["editors", "reviewers", "signer", "phone", "email"] as const)
        .map((key) => ({ label: words.imprint[key], text: printableLine(imprint[key]) }))
        .filter(({ text }) => text),
      printed: words.printed(printed.issuer, printed.date),
      copies: imprint.copies > 0 ? words.copies(imprint.copies) : "",
    },
    "foot-page": false,
  };
}

/** Word breaks a long figure by itself; the page is told where it may. */
function onPage(entry: SetEntry): SetEntry {
  return { ...entry, blocks: entry.blocks.map((block) => (block.type === "table" ? withinCells(block) : block)) };
}

/** 本期要目: the stories, in the order of the page; a title that is longer than its line is cut. */
function contentsOf(sections: SetSection[]): { id: string; title: string }[] {
  const stories = sections.flatMap(({ entries }) => entries.filter(({ title }) => title));
  return stories.map(({ id, title }) => ({
    id,
    title: [...title].length > 30 ? `${[...title].slice(0, 29).join("")}…` : title,
  }));
}
