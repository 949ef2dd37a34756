import { randomUUID } from "node:crypto";
import type { Publication } from "@/generated/prisma/client";
import type { NewspaperPlacing } from "@/typesetting/document";
import { asPageForm } from "../../desk/pageSettings";
import type { Lists } from "../../post/lists";
import type { Content, ContentEntry } from "../../press/content";
import { type Block, joined, type Run } from "../../text/model";
import type { RecognisedEntry, RecognisedIssue } from "../recognise/recognised";
import type { Settled } from "./given";

export type Numbered = Settled & { number: number; date: string; year: number };

/**
 * A recognised issue as readers get it, in the form of a signed one. What was printed stands: its issuing
 * office, its lists without anybody behind the labels, its imprint. Nothing is added but the manner in
 * which the publication is set. `images`: the photographs that came with the file; a text can name any.
 */
export function pastContent(
  issue: RecognisedIssue,
  settled: Numbered,
  publication: Publication,
  images: Set<string>,
): Content {
  const { series, year, number, total, date, issuer, lastNumber } = settled;
  const { imprint } = issue;
  return {
    publication: publication.name,
    region: issue.region ?? publication.region,
    issuer,
    marking: publication.marking,
    layout: publication.layout,
    ...{ series, year, number, total, date },
    ...(lastNumber && { lastNumber }),
    editorNote: issue.editorNote.join("\n"),
    sections: issue.sections
      .filter(({ entries }) => entries.length)
      .map(({ title, entries }) => ({
        title: title ?? "",
        style: entries.every(({ kind }) => kind === "brief") ? "brief" : "story",
        entries: entries.map((entry) => pastEntry(entry, images)),
      })),
    lists: pastLists(issue),
    imprint: {
      editors: imprint.editors.join("、"),
      reviewers: imprint.reviewers.join("、"),
      signer: imprint.signer ?? "",
      phone: imprint.phone ?? "",
      email: imprint.email ?? "",
      copies: imprint.copies ?? 0,
    },
    ...besidesOf(issue),
    page: asPageForm(publication.page),
  };
}

/** What no field holds: nothing that was recognised is lost. */
function besidesOf({ marking, mastheadOther, contents, imprint }: RecognisedIssue): Pick<Content, "besides"> {
  const masthead = [...(marking ? [marking] : []), ...mastheadOther];
  const foot = [...(imprint.printed ? [imprint.printed] : []), ...imprint.other];
  return masthead.length + contents.length + foot.length ? { besides: { masthead, contents, foot } } : {};
}

/** Labels as they were printed; behind a label stands nobody, until someone says so. */
function pastLists({ distribution }: RecognisedIssue): Lists {
  return distribution.map(({ label, addressees }) => ({
    label,
    addressees: addressees.map((each) => ({ label: each, accountIds: [], officeIds: [] })),
  }));
}

function pastEntry(entry: RecognisedEntry, images: Set<string>): ContentEntry {
  const placing = placingOf(entry);
  const blocks = entry.blocks.flatMap((block) => pastBlock(block, images));
  return {
    id: randomUUID(),
    kind: entry.kind,
    headline: entry.title,
    office: "",
    date: entry.date,
    place: "",
    blocks: entry.jump ? [...blocks, { type: "paragraph", runs: [{ text: entry.jump }] }] : blocks,
    ...(placing && { placing }),
  };
}

/** What a newspaper prints around a headline; null where there is nothing of it. */
function placingOf({ kicker, deck, dateline, reporters }: RecognisedEntry): NewspaperPlacing | null {
  if (!kicker && !deck && !dateline && !reporters.length) return null;
  // A dateline was printed with its reporters; they stand alone where only they were named.
  const by = reporters.length ? `（记者 ${reporters.join(" ")}）` : "";
  const place = { columns: 0, rank: 3, boxed: false } as const;
  return { kicker: kicker ?? "", deck: deck ?? "", dateline: dateline ?? by, ...place };
}

/** A picture that was lost on the way leaves its caption, as a paragraph. */
function pastBlock(
  { pieces: _, repetition: __, ...block }: RecognisedEntry["blocks"][number],
  images: Set<string>,
): Block[] {
  if (block.type === "figure" && !images.has(block.image))
    return block.caption ? [{ type: "paragraph", runs: [{ text: block.caption }] }] : [];
  return [
    block.type === "paragraph" || block.type === "heading" ? { ...block, runs: joined(block.runs as Run[]) } : block,
  ];
}
