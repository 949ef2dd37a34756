import type { Publication } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { pageSettingsSchema } from "../../desk/pageSettings";
import { record } from "../../events";
import { foundList } from "../../post/namedLists";
import { type Content, hashOf } from "../../press/content";
import { raiseCounters } from "../../press/numbering";
import { keepText } from "../keepText";
import { contentIn } from "./contentSchema";
import { keepImages, keepPages } from "./keepFiles";
import type { Manifest, ManifestIssue } from "./manifest";
import type { YearFile } from "./read";

export type Restored = { archived: number; known: number };

/**
 * Puts the issues of a year's file into the archive: their numbers, dates, texts, pages and photographs, corrected and
 * void ones as what they are; addressed to nobody. Everything is checked against its hash before it is
 * stored. What stands here already is left as it is, so that the same file twice changes nothing.
 */
export async function restoreYear(by: Actor | null, file: YearFile, name = ""): Promise<Restored> {
  const importId = await entered(by, file, name);
  const publications = await publicationsFor(file.manifest.publications);
  const counts = { archived: 0, known: 0 };
  // Earlier editions first: a later one names the one that it corrects.
  const issues = [...file.manifest.issues].sort((a, b) => a.edition - b.edition);
  for (const issue of issues) {
    const publication = publications.get(issue.publication);
    if (!publication) throw new Refusal("yearFileBroken", { field: "file", values: { path: issue.publication } });
    if (await restoreIssue(by, file, issue, { publication, importId })) counts.archived += 1;
    else counts.known += 1;
  }
  return counts;
}

/** The file among those that were read in, by its manifest; nothing of it waits for anybody. */
async function entered(by: Actor | null, { manifest, hash }: YearFile, name: string): Promise<string> {
  const before = await db.importedFile.findFirst({ where: { hash }, select: { id: true } });
  if (before) return before.id;
  const { id } = await db.importedFile.create({
    data: {
      ...{ name, hash, type: "year", state: "archived", text: "", pieces: [], first: [], coverage: 1 },
      size: manifest.files.reduce((sum, { size }) => sum + size, 0) % 2_147_483_647,
      ...{ issueCount: manifest.issues.length, entryCount: 0, remarks: [], imageIds: [] },
      ...{ byId: by?.id ?? null, byName: by?.name ?? "", createdAt: now(), updatedAt: now() },
    },
    select: { id: true },
  });
  return id;
}

/** By name; one that is not here is founded as the file describes it. */
async function publicationsFor(all: Manifest["publications"]): Promise<Map<string, Publication>> {
  const found = new Map<string, Publication>();
  for (const { sections, imprint, page, ...wanted } of all) {
    const there = await db.publication.findUnique({ where: { name: wanted.name } });
    found.set(wanted.name, there ?? (await founded(wanted, sections, imprint, page)));
  }
  return found;
}

async function founded(
  wanted: Omit<Manifest["publications"][number], "sections" | "imprint" | "page">,
  sections: { title: string; style: "story" | "brief" }[],
  imprint: object,
  page: object,
): Promise<Publication> {
  return inTransaction(async (tx) => {
    const order = (await tx.publication.count()) + 1;
    const kept = pageSettingsSchema.strip().parse(page);
    const publication = await tx.publication.create({
      data: {
        ...{ ...wanted, order, imprint: imprint as never, page: kept },
        sections: { create: sections.map((section, at) => ({ ...section, order: at + 1 })) },
      },
    });
    await foundList(tx, { publicationId: publication.id, name: "常用名单", lines: [] });
    return publication;
  });
}

async function restoreIssue(
  by: Actor | null,
  file: YearFile,
  issue: ManifestIssue,
  { publication, importId }: { publication: Publication; importId: string },
): Promise<boolean> {
  const content = issue.data ? await contentOf(file, issue.data, issue.contentHash) : null;
  return inTransaction(async (tx) => {
    const { publicationId, twin } = { publicationId: publication.id, twin: await freeTwin(tx, publication.id, issue) };
    if (twin === null) return false;
    const { series, year, number, lastNumber, total, edition } = issue;
    await tx.issue.create({
      data: {
        ...{ id: issue.id, publicationId, series, year, number, lastNumber, total, edition, twin },
        ...{ state: stateOf(issue), date: toColumn(issue.date), correctsId: await knownId(tx, issue.corrects) },
        ...{ editorNote: content?.editorNote ?? "", lists: content?.lists ?? [], imprint: content?.imprint ?? {} },
        ...(issue.state === "void" && { voidReason: issue.reason }),
        ...(issue.state === "recalled" && { recallReason: issue.reason, recalledAt: now() }),
        // A number that was voided there stays given; what is taken out here was read in by mistake.
        ...(issue.state !== "void" && { importId }),
        ...{ createdAt: now(), updatedAt: now() },
      },
    });
    if (content) {
      await keepText(tx, issue.id, content);
      await keepImages(tx, file, content);
      if (issue.pages) await keepPages(tx, file, issue.id, issue.pages);
    }
    await raiseCounters(tx, { publicationId, series, year, number: lastNumber ?? number, total });
    await record(tx, by, "archive", { issueId: issue.id, detail: { number, year } });
    return true;
  });
}

/** The text of an issue. Refused: no JSON, not of the shape of a content, or not the one that was signed. */
async function contentOf(file: YearFile, path: string, hash: string | null): Promise<Content> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(await file.bytesOf(path)));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("yearFileBroken", { field: "file", values: { path } });
  }
  const content = contentIn(value);
  if (!content || hashOf(content) !== hash) throw new Refusal("yearFileBroken", { field: "file", values: { path } });
  return content;
}

/** What stood is archived here, nobody having got it from here; what was corrected, recalled or void stays that. */
function stateOf({ state }: ManifestIssue) {
  return state === "standing" ? "archived" : state;
}

/** Null where this very issue is here already: by its id, or by its number with the same text. */
async function freeTwin(tx: Transaction, publicationId: string, issue: ManifestIssue): Promise<number | null> {
  if (await tx.issue.findUnique({ where: { id: issue.id }, select: { id: true } })) return null;
  const { series, year, number, edition, total } = issue;
  const same = await tx.issue.findMany({
    where: { publicationId, edition, OR: [{ series, year, number }, ...(total === null ? [] : [{ total }])] },
    select: { twin: true, contentHash: true },
  });
  if (issue.contentHash && same.some(({ contentHash }) => contentHash === issue.contentHash)) return null;
  return Math.max(0, ...same.map(({ twin }) => twin)) + 1;
}

async function knownId(tx: Transaction, id: string | null): Promise<string | null> {
  return id && (await tx.issue.findUnique({ where: { id }, select: { id: true } })) ? id : null;
}
