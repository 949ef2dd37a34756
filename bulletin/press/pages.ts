import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import type { PressImage } from "@/typesetting/document";
import type { Pages } from "@/typesetting/press";
import { standIn, withLinks } from "@/typesetting/standIn";
import { drawingsOf, glyphOf } from "@/typesetting/svg";
import { placingSchema } from "../desk/placing";
import { isSecretariat, ownImages, workedIssues } from "../policy";
import { itemsOf, withItems } from "../sources";
import { id } from "../text/fields";
import { blocksSchema, headlineSchema } from "../text/schema";
import { asContent, type Content, contentOf } from "./content";
import { setPages } from "./machine";
import { tentativeNumber, tentativeTotal } from "./numbering";
import { imageIdsOf, pressIssueOf } from "./pressIssue";

/** Which pages the browser has already, and what is being written and not saved yet. */
export const pagesSchema = z.object({
  known: z.array(z.string().max(40)).max(600).default([]),
  draft: z
    .object({ id, headline: headlineSchema, blocks: blocksSchema, placing: placingSchema.optional() })
    .nullable()
    .default(null),
  /** Only these entries are to be drawn, because one of them is being written; all where it is absent. */
  only: z.array(id).max(300).nullable().default(null),
});

/**
 * A page: what is drawn on it only where the browser does not have it. Without a hash it was not
 * drawn, because entries stand on it that were not asked for.
 */
export type DrawnPage = { hash: string | null; width: number; height: number; body?: string };
export type DrawnIssue = Pick<Pages, "areas" | "fit" | "unplaced"> & {
  pages: DrawnPage[];
  glyphs: Record<string, string>;
};

/** For the secretariat, to whom alone an issue in work is there: of which, `drawnPages` asks. */
export function askPages(actor: Actor): void {
  if (!isSecretariat(actor)) throw missing();
}

/**
 * The true pages of an issue as it stands, with what the person is writing in place of the entry that
 * they edit. Only pages that the browser does not have are sent, and only glyphs that are new to it.
 */
export async function drawnPages(
  actor: Actor,
  input: z.output<typeof pagesSchema> & { id: string },
): Promise<DrawnIssue> {
  const [content, used] = await Promise.all([contentNow(actor, input.id), imagesOfIssue(input.id)]);
  const written = input.draft ? withDraft(content.content, input.draft) : content.content;
  const images = await shapesOf(actor, written, used);
  const issue = pressIssueOf(written, { tentative: content.tentative, images });
  const only = input.only ? new Set(input.only) : undefined;
  return draw(setPages(issue, only), input.known);
}

/** An issue as it would be signed now, or as it was. */
export async function contentNow(actor: Actor, issueId: string): Promise<{ content: Content; tentative: boolean }> {
  const issue = await db.issue.findFirst({ where: { AND: [{ id: issueId }, workedIssues(actor)] } });
  if (!issue) throw missing();
  if (issue.content) return { content: asContent(issue.content), tentative: false };
  const date = fromColumn(issue.date) ?? today();
  const year = issue.correctsId ? issue.year : Number(date.slice(0, 4));
  const [number, total, content] = await Promise.all([
    tentativeNumber(issue),
    tentativeTotal(issue),
    contentOf(db, issueId, { year, number: 0, total: null, date }),
  ]);
  return { content: { ...content, number, total }, tentative: true };
}

function withDraft(content: Content, draft: NonNullable<z.output<typeof pagesSchema>["draft"]>): Content {
  const sections = content.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => (entry.id === draft.id ? { ...entry, ...draft } : entry)),
  }));
  return { ...content, sections };
}

/** The photographs of the issue's entries, and of the items that they come from. */
async function imagesOfIssue(issueId: string): Promise<string[]> {
  const entries = await db.entry.findMany({
    where: { issueId },
    select: { imageIds: true, ...withItems({ submitted: { select: { imageIds: true } } }) },
  });
  return entries.flatMap((entry) => [
    ...entry.imageIds,
    ...itemsOf(entry).flatMap(({ submitted }) => submitted.flatMap((each) => each.imageIds)),
  ]);
}

/** The shapes of the photographs: of those in the issue, and of the person's own that were just put in. */
async function shapesOf(actor: Actor, content: Content, used: string[]): Promise<Record<string, PressImage>> {
  const images = await db.image.findMany({
    where: { id: { in: imageIdsOf(content) }, OR: [{ id: { in: used } }, ownImages(actor)] },
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
  const drawn = drawings.pages.map(({ width, height, body, glyphs: used }, at): DrawnPage => {
    if (pages.partial.has(at + 1)) return { hash: null, width, height };
    const hash = createHash("sha1").update(body).digest("base64url");
    remember(hash, used);
    if (there.has(hash)) return { hash, width, height };
    for (const glyph of used) if (!has.has(glyph)) glyphs[glyph] = glyphOf(drawings, glyph);
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
