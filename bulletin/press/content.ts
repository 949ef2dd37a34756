import { createHash } from "node:crypto";
import { fromColumn } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import type { NewspaperPlacing } from "@/typesetting/document";
import { asImprint, type Imprint } from "../desk/imprint";
import { asPageForm, type PageForm } from "../desk/pageSettings";
import { asPlacing } from "../desk/placing";
import { asLists, type Lists } from "../post/lists";
import { itemsOf, withItems } from "../sources";
import { asBlocks, type Block } from "../text/model";

/** A signed issue as readers get it: plain data, complete, independent of every other row. */
export type Content = {
  publication: string;
  region: string;
  issuer: string;
  marking: "ordinary" | "internal";
  layout: "weekly" | "flash" | "newspaper";
  series: "regular" | "supplement";
  year: number;
  number: number;
  /** Of a double number (合刊) the last one. */
  lastNumber?: number;
  total: number | null;
  /** 2 and up: a new edition of the number (更正版). */
  edition?: number;
  date: string;
  editorNote: string;
  sections: { title: string; style: "story" | "brief"; entries: ContentEntry[] }[];
  lists: Lists;
  imprint: Imprint;
  /** Of a past issue that was read in: what its masthead and foot said besides, a line each, as they stood. */
  besides?: { masthead: string[]; contents: string[]; foot: string[] };
  /** How its pages are set. Issues of the time before pages were set here have none. */
  page?: PageForm;
};

export type ContentEntry = {
  id: string;
  kind: "story" | "brief";
  headline: string[];
  office: string;
  date: string | null;
  place: string;
  blocks: Block[];
  /** In a newspaper. */
  placing?: NewspaperPlacing;
};

export function asContent(column: unknown): Content {
  return column as Content;
}

type Numbered = { year: number; number: number; total: number | null; date: string };

/** Gathers what is being signed; empty sections are not printed. */
export async function contentOf(tx: Transaction, issueId: string, numbered: Numbered): Promise<Content> {
  const order = [{ order: "asc" as const }, { id: "asc" as const }];
  const issue = await tx.issue.findUniqueOrThrow({
    where: { id: issueId },
    include: { publication: true, sections: { orderBy: order } },
  });
  const entries = await tx.entry.findMany({
    where: { issueId },
    orderBy: order,
    include: withItems({ office: { select: { shortName: true } } }),
  });
  const { publication } = issue;
  const within = (section: string) => entries.filter(({ sectionId }) => sectionId === section);
  return {
    publication: publication.name,
    region: publication.region,
    issuer: publication.issuer,
    marking: publication.marking,
    layout: publication.layout,
    series: issue.series,
    ...numbered,
    ...(issue.edition > 1 && { edition: issue.edition }),
    editorNote: issue.editorNote,
    sections: issue.sections
      .filter(({ id }) => within(id).length)
      .map(({ id: section, title, style }) => ({
        title,
        style,
        entries: within(section).map(({ id, kind, headline, date, place, blocks, placing, item, sources }) => ({
          id,
          kind,
          headline,
          office: [...new Set(itemsOf({ item, sources }).map((each) => each.office.shortName))].join("、"),
          date: fromColumn(date),
          place,
          blocks: asBlocks(blocks),
          ...(publication.layout === "newspaper" && { placing: asPlacing(placing) }),
        })),
      })),
    lists: asLists(issue.lists),
    imprint: asImprint(issue.imprint),
    page: asPageForm(publication.page),
  };
}

/** SHA-256 over the content with its keys in order: jsonb keeps none, so the order must not matter. */
export function hashOf(content: Content): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(content)))
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
