import type { Publication } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { db, inTransaction, inTurn, isUniqueViolation, type Transaction } from "@/lib/db";
import { imprintSchema } from "../../desk/imprint";
import { pageSettingsSchema } from "../../desk/pageSettings";
import { record } from "../../events";
import { foundList } from "../../post/namedLists";
import { raiseCounters, twinOf } from "../../press/numbering";
import { keepText } from "../keepText";
import { nameSections } from "../search/sections";
import { broken } from "./broken";
import { contentOf } from "./contentOf";
import { isHere, takenOut } from "./here";
import { keepImages, pagesOf } from "./keepFiles";
import { refuseLastingOnes, refuseLeaps } from "./lasting";
import { type Manifest, type ManifestIssue, manifestName } from "./manifest";
import type { YearFile } from "./read";

export type Restored = { archived: number; known: number };

/**
 * Puts the issues of a year's file into the archive: their numbers, dates, texts, pages and photographs, corrected and
 * void ones as what they are; addressed to nobody. Everything is checked against its hash before it is
 * stored. What stands here already is left as it is, so that the same file twice changes nothing. What an
 * editor brings can be taken out again, all of it (lasting.ts), and its pages are set from its texts: that those
 * of the file show the same text nobody has looked at. The operator's are kept as they were signed.
 */
export async function restoreYear(by: Actor | null, file: YearFile, name = ""): Promise<Restored> {
  if (by) refuseLastingOnes(file.manifest);
  await refuseLeaps(file.manifest);
  const publications = await publicationsFor(by, file.manifest.publications);
  const importId = await entered(by, file, name);
  const counts = { archived: 0, known: 0 };
  // Earlier editions first: a later one names the one that it corrects.
  const issues = [...file.manifest.issues].sort((a, b) => a.edition - b.edition);
  for (const issue of issues) {
    const publication = publications.get(issue.publication);
    if (!publication) throw broken(issue.publication);
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

/** By name; one that is not here is founded as the file describes it. Refused: a description that none can have. */
async function publicationsFor(by: Actor | null, all: Manifest["publications"]): Promise<Map<string, Publication>> {
  const found = new Map<string, Publication>();
  for (const each of all.map(described)) {
    const there = await db.publication.findUnique({ where: { name: each.name } });
    found.set(each.name, there ?? (await founded(by, each)));
  }
  return found;
}

type Described = ReturnType<typeof described>;

function described({ imprint, page, ...rest }: Manifest["publications"][number]) {
  const settings = pageSettingsSchema.strip().safeParse(page);
  const foot = imprintSchema.strip().safeParse(imprint);
  if (!settings.success || !foot.success) throw broken(rest.name);
  return { ...rest, imprint: foot.data, page: settings.data };
}

async function founded(by: Actor | null, { sections, ...wanted }: Described): Promise<Publication> {
  return inTransaction(async (tx) => {
    // Two restore the same year at once: the second one finds what the first has founded.
    await inTurn(tx, `publication ${wanted.name}`);
    const there = await tx.publication.findUnique({ where: { name: wanted.name } });
    if (there) return there;
    const order = (await tx.publication.count()) + 1;
    const publication = await tx.publication.create({
      data: { ...wanted, order, sections: { create: sections.map((section, at) => ({ ...section, order: at + 1 })) } },
    });
    await foundList(tx, { publicationId: publication.id, name: "常用名单", lines: [] });
    await record(tx, by, "enterPublication", { subjectId: publication.id, detail: { name: wanted.name } });
    return publication;
  });
}

async function restoreIssue(
  by: Actor | null,
  file: YearFile,
  issue: ManifestIssue,
  { publication, importId }: { publication: Publication; importId: string },
): Promise<boolean> {
  const content = issue.data ? await contentOf(file, issue.data, issue) : null;
  const publicationId = publication.id;
  if (await isHere(db, publicationId, issue)) return false;
  const pages = issue.pages && !by ? await pagesOf(file, issue.pages) : null;
  const { series, year, number, lastNumber, total, edition } = issue;
  const write = async (tx: Transaction) => {
    // Who restores the same file meanwhile waits here, and finds the issue.
    await raiseCounters(tx, publicationId, [{ series, year, number: lastNumber ?? number, total }]);
    await nameSections(tx, content?.sections.map(({ title }) => title) ?? []);
    if (await isHere(tx, publicationId, issue)) return false;
    if (await takenOut(tx, issue)) {
      await bringBack(tx, by, issue, { publicationId, importId });
      return true;
    }
    const twin = await twinOf(tx, { publicationId, series, year, number, total }, edition);
    await tx.issue.create({
      data: {
        ...{ id: issue.id, publicationId, series, year, number, lastNumber, total, edition, twin },
        ...{ state: stateOf(issue), date: toColumn(issue.date), importId, correctsId: await restoredId(tx, issue) },
        ...{ editorNote: content?.editorNote ?? "", lists: content?.lists ?? [], imprint: content?.imprint ?? {} },
        ...(issue.state === "void" && { voidReason: issue.reason }),
        ...(issue.state === "recalled" && { recallReason: issue.reason, recalledAt: now() }),
        ...{ ...(content && { content }), createdAt: now(), updatedAt: now() },
      },
    });
    if (content) {
      await keepText(tx, issue.id, content);
      await keepImages(tx, file, content);
      if (pages) await tx.issueFile.create({ data: { issueId: issue.id, ...pages } });
    }
    await record(tx, by, "archive", { issueId: issue.id, detail: { number, year } });
    return true;
  };
  try {
    return await inTransaction(write);
  } catch (error) {
    // An entry by the id of one of another issue.
    if (isUniqueViolation(error)) throw broken(issue.data ?? issue.id);
    throw error;
  }
}

/** An issue that was taken out stands again as it came: its text and pages are here, frozen. Nobody has it until someone says so. */
async function bringBack(
  tx: Transaction,
  by: Actor | null,
  { id, series, year, number, total, edition }: ManifestIssue,
  { publicationId, importId }: { publicationId: string; importId: string },
): Promise<void> {
  const twin = await twinOf(tx, { publicationId, series, year, number, total }, edition);
  await tx.delivery.deleteMany({ where: { issueId: id } });
  await tx.issue.update({
    where: { id },
    data: { ...{ state: "archived", twin, importId, voidReason: null, updatedAt: now() }, version: { increment: 1 } },
  });
  await record(tx, by, "archive", { issueId: id, detail: { number, year } });
}

/** What stood is archived here, nobody having got it from here; what was corrected, recalled or void stays that. */
function stateOf({ state }: ManifestIssue) {
  return state === "standing" ? "archived" : state;
}

/**
 * The earlier edition that it corrects. Refused: one that was given out here, whose correction nobody here could
 * begin any more.
 */
async function restoredId(tx: Transaction, { corrects }: ManifestIssue): Promise<string | null> {
  if (!corrects) return null;
  const earlier = await tx.issue.findUnique({ where: { id: corrects }, select: { importId: true } });
  if (earlier && !earlier.importId) throw broken(manifestName);
  return earlier && corrects;
}
