import { printable } from "../data/text";
import type { Block, PressIssue, Run } from "../document";
import type { Mark } from "../rows/marks";
import { inOrder } from "../word/arranged";
import { addresseesLine, words } from "../words";
import { type PdfPage, withoutSpace, writtenOn } from "./readPdf";

/**
 * All that must stand on the pages of an issue without contents, in the order of the page; `marks`
 * tell in which order the press has put the blocks (it moves photographs).
 */
export function writtenIn(issue: PressIssue, marks: Mark[]): string {
  const { masthead, settings, imprint } = issue;
  const sign = settings.sectionMark;
  const facts = ["editors", "reviewers", "signer", "phone", "email"] as const;
  const all = [
    masthead.internal ? words.internal : "",
    ...[masthead.region, masthead.title, masthead.number, masthead.tentative ? words.tentative : ""],
    has(masthead.total) ? `（${masthead.total}）` : "",
    ...[masthead.issuer, masthead.date],
    has(issue.editorNote) ? `${words.editorNote}：${issue.editorNote}` : "",
    ...issue.sections.flatMap(({ title, entries }) => [
      issue.layout === "weekly" && has(title) ? `${sign}${title.replaceAll("|", "")}${sign}` : "",
      ...entries.flatMap(({ id, kind, headline, blocks }) => [
        headline.join("").replaceAll("|", ""),
        kind === "brief" && !/^\d+月/.test(ofBlock(blocks[0], issue)) ? settings.briefMark : "",
        ...inOrder(id, blocks, marks).map((block) => ofBlock(block, issue)),
      ]),
    ]),
    ...issue.lists.map(({ label, addressees }) => `${label}：${addresseesLine(addressees)}`),
    ...facts.flatMap((key) => (has(imprint[key]) ? `${words.imprint[key]}：${imprint[key]}` : [])),
    words.printed(masthead.issuer, masthead.date),
    imprint.copies ? words.copies(imprint.copies) : "",
  ];
  return withoutSpace(all.map(printable).join("\n"));
}

const has = (text: string): boolean => printable(text).trim() !== "";

function ofBlock(block: Block | undefined, { images }: PressIssue): string {
  if (!block) return "";
  if (block.type === "paragraph" || block.type === "heading") return ofRuns(block.runs);
  if (block.type === "list")
    return block.items.map((runs, at) => `${block.ordered ? `${at + 1}.` : "·"}${ofRuns(runs)}`).join("\n");
  if (block.type === "table") return block.rows.flatMap((row) => row.map(({ runs }) => ofRuns(runs))).join("\n");
  return `${images[block.image] ? "" : words.unreadable}${block.caption}${has(block.credit) ? words.credit(block.credit) : ""}`;
}

const ofRuns = (runs: Run[]): string => runs.map(({ text }) => text).join("");

/** What stands on the pages without their numbers. */
export function bodyOn(pages: PdfPage[]): string {
  return writtenOn(pages.map((page) => ({ ...page, lines: page.lines.filter(({ y }) => y < 268) })));
}
