import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import type { PressImage } from "@/typesetting/document";
import { type Pages, typeset } from "@/typesetting/press";
import { standIn, withLinks } from "@/typesetting/standIn";
import { drawingsOf } from "@/typesetting/svg";
import { placingSchema } from "../desk/placing";
import { workedIssues } from "../policy";
import { id } from "../text/fields";
import { blocksSchema, headlineSchema } from "../text/schema";
import { asContent, type Content, contentOf } from "./content";
import { machinePress } from "./machine";
import { tentativeNumber } from "./numbering";
import { imageIdsOf, pressIssueOf } from "./pressIssue";

/** Which pages the browser has already, and what is being written and not saved yet. */
export const pagesSchema = z.object({
  known: z.array(z.string().max(40)).max(600).default([]),
  draft: z
    .object({ id, headline: headlineSchema, blocks: blocksSchema, placing: placingSchema.optional() })
    .nullable()
    .default(null),
});

/** A page: its hash always, what is drawn on it only where the browser does not have it. */
export type DrawnPage = { hash: string; width: number; height: number; body?: string };
export type DrawnIssue = Pick<Pages, "areas" | "fit" | "unplaced"> & {
  pages: DrawnPage[];
  glyphs: Record<string, string>;
};

/**
 * The true pages of an issue as it stands, with what the person is writing in place of the entry that
 * they edit. Only pages that the browser does not have are sent, and only glyphs that are new to it.
 */
export async function drawnPages(
  actor: Actor,
  input: z.output<typeof pagesSchema> & { id: string },
): Promise<DrawnIssue> {
  const content = await contentNow(actor, input.id);
  const written = input.draft ? withDraft(content.content, input.draft) : content.content;
  const images = await shapesOf(actor, written, input.id);
  const issue = pressIssueOf(written, { tentative: content.tentative, images });
  return draw(typeset(machinePress(), issue), input.known);
}

/** An issue as it would be signed now, or as it was. */
export async function contentNow(actor: Actor, issueId: string): Promise<{ content: Content; tentative: boolean }> {
  const issue = await db.issue.findFirst({ where: { AND: [{ id: issueId }, workedIssues(actor)] } });
  if (!issue) throw missing();
  if (issue.content) return { content: asContent(issue.content), tentative: false };
  const tentative = issue.number === null;
  const number = issue.number ?? (await tentativeNumber(issue));
  const date = fromColumn(issue.date) ?? today();
  return { content: await contentOf(db, issueId, { number, total: issue.total, date }), tentative };
}

function withDraft(content: Content, draft: NonNullable<z.output<typeof pagesSchema>["draft"]>): Content {
  const sections = content.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => (entry.id === draft.id ? { ...entry, ...draft } : entry)),
  }));
  return { ...content, sections };
}

/** The shapes of the photographs: of those in the issue, and of the person's own that were just put in. */
async function shapesOf(actor: Actor, content: Content, issueId: string): Promise<Record<string, PressImage>> {
  const wanted = imageIdsOf(content);
  const entries = await db.entry.findMany({
    where: { issueId },
    select: { imageIds: true, item: { select: { submitted: { select: { imageIds: true } } } } },
  });
  const known = entries.flatMap(({ imageIds, item }) => [
    ...imageIds,
    ...(item?.submitted.flatMap((each) => each.imageIds) ?? []),
  ]);
  const images = await db.image.findMany({
    where: {
      id: { in: wanted },
      OR: [{ id: { in: known } }, { officeId: actor.officeId }, { uploadedById: actor.id }],
    },
    select: { id: true, width: true, height: true },
  });
  return Object.fromEntries(images.map(({ id: image, ...shape }) => [image, standIn(image, shape)]));
}

// Which glyphs a page brought: what a browser has follows from the pages that it names.
const glyphsOfPage = new Map<string, string[]>();
const remembered = 4_000;

function draw(pages: Pages, known: string[]): DrawnIssue {
  const drawings = drawingsOf(pages.svg());
  const there = new Set(known.filter((hash) => glyphsOfPage.has(hash)));
  const has = new Set([...there].flatMap((hash) => glyphsOfPage.get(hash) ?? []));
  const glyphs: Record<string, string> = {};
  const drawn = drawings.pages.map(({ width, height, body, glyphs: used }): DrawnPage => {
    const hash = createHash("sha1").update(body).digest("base64url");
    remember(hash, used);
    if (there.has(hash)) return { hash, width, height };
    for (const glyph of used) if (!has.has(glyph)) glyphs[glyph] = drawings.glyphs.get(glyph) ?? "";
    return { hash, width, height, body: withLinks(body, (image) => `/images/${image}`) };
  });
  return { pages: drawn, glyphs, areas: pages.areas, fit: pages.fit, unplaced: pages.unplaced };
}

function remember(hash: string, glyphs: string[]): void {
  glyphsOfPage.delete(hash);
  glyphsOfPage.set(hash, glyphs);
  const [oldest] = glyphsOfPage.keys();
  if (glyphsOfPage.size > remembered && oldest) glyphsOfPage.delete(oldest);
}
