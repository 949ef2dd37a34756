import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { ImportedFile, Publication } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import type { Content } from "../../press/content";
import { raiseCounters, twinOf } from "../../press/numbering";
import { id, version } from "../../text/fields";
import { holdsClassified } from "../classified";
import { keepText } from "../keepText";
import { assemble } from "../recognise/assemble";
import { learn } from "../recognise/learn";
import { type Piece, piecesSchema } from "../recognise/pieces";
import { noProfile, profileSchema } from "../recognise/profile";
import type { RecognisedIssue } from "../recognise/recognised";
import { nameSections } from "../search/sections";
import { contentIn } from "../yearFile/contentSchema";
import { type Numbered, pastContent } from "./content";
import { asGiven, settled } from "./given";
import { staleImport } from "./waiting";

/** Seconds: the bulletins of ten years in one file are ten thousand entries. */
const longest = 180;

export const archiveSchema = z.object({ id, version });

/**
 * Confirms what was recognised in a file (归档): its issues join the ledger with their number, date, text and lists,
 * are read by the secretariat, and are addressed to nobody. All of a file or none. Corrections that
 * a person made teach the profile of the publication. Refused: somebody was first, no publication
 * named, an issue without number or date, nothing to archive.
 */
export async function archiveImport(actor: Actor, input: z.output<typeof archiveSchema>): Promise<{ issues: number }> {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    const { count } = await tx.importedFile.updateMany({
      where: { id: input.id, version: input.version, state: "waiting" },
      data: { state: "archived", undo: [], version: { increment: 1 }, updatedAt: now() },
    });
    if (!count) throw await staleImport(tx, input.id);
    const file = await tx.importedFile.findUniqueOrThrow({
      where: { id: input.id },
      omit: { bytes: true, text: true },
    });
    if (!file.publicationId) throw new Refusal("importWithoutPublication", { field: "publicationId" });
    const publication = await tx.publication.findUniqueOrThrow({ where: { id: file.publicationId } });
    const pieces = piecesSchema.parse(file.pieces);
    const past = pastIn(file, assemble(pieces).issues, publication);
    if (!past.length) throw new Refusal("importNothing");
    await raiseCounters(tx, publication.id, past.map(lastNumberOf));
    await nameSections(
      tx,
      past.flatMap(({ content }) => content.sections.map(({ title }) => title)),
    );
    for (const one of past) await archiveIssue(tx, actor, file.id, publication.id, one);
    const archived = past.length;
    await remember(tx, publication.id, piecesSchema.parse(file.first), pieces);
    await record(tx, actor, "archive", { subjectId: file.id, detail: { name: file.name, issues: archived } });
    return { issues: archived };
  }, longest);
}

type Past = { said: Numbered; content: Content };

/** The issues of a file as they are archived. Refused: one without number or date, with a classified marking, with a line that no page is set with. */
function pastIn(
  file: Pick<ImportedFile, "given" | "imageIds">,
  issues: RecognisedIssue[],
  publication: Publication,
): Past[] {
  const given = asGiven(file.given);
  return issues.flatMap((issue, at) => {
    const said = settled(issue, given[at], publication);
    const { number, date, year, leftOut } = said;
    if (leftOut) return [];
    if (!number || !date || !year) throw new Refusal("importIncomplete", { values: { at: at + 1 } });
    const numbered = { ...said, number, date, year };
    const content = pastContent(issue, numbered, publication, new Set(file.imageIds));
    if (holdsClassified(content)) throw new Refusal("classified");
    if (!contentIn(content)) throw new Refusal("importUnfit", { values: { at: at + 1 } });
    return [{ said: numbered, content }];
  });
}

function lastNumberOf({ said: { series, year, number, lastNumber, total } }: Past) {
  return { series, year, number: lastNumber ?? number, total };
}

async function archiveIssue(
  tx: Transaction,
  actor: Actor,
  importId: string,
  publicationId: string,
  { said, content }: Past,
) {
  const { number, date, year, series, total, lastNumber } = said;
  const twin = await twinOf(tx, { publicationId, ...said });
  const { id: issueId } = await tx.issue.create({
    data: {
      ...{ publicationId, state: "archived", series, year, number, lastNumber, total, twin, importId },
      ...{ date: toColumn(date), editorNote: content.editorNote, lists: content.lists, imprint: content.imprint },
      ...{ content, createdAt: now(), updatedAt: now() },
    },
    select: { id: true },
  });
  await keepText(tx, issueId, content);
  await record(tx, actor, "archive", { issueId, detail: { number, year } });
}

/** What the corrections to this file taught, for the next one of its publication. */
async function remember(tx: Transaction, publicationId: string, before: Piece[], after: Piece[]): Promise<void> {
  const known = await tx.importProfile.findUnique({ where: { publicationId } });
  const profile = known ? profileSchema.parse(known.learnt) : noProfile;
  const learnt = learn(before, after, profile);
  // Mostly nothing was corrected.
  if (isDeepStrictEqual(learnt, profile)) return;
  const data = { learnt, updatedAt: now() };
  await tx.importProfile.upsert({ where: { publicationId }, create: { publicationId, ...data }, update: data });
}
