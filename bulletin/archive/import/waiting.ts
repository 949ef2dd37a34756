import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { assemble } from "../recognise/assemble";
import { piecesSchema } from "../recognise/pieces";
import { asGiven, type Settled, settled } from "./given";

const pageSize = 50;

export const waitingFilter = z.object({
  view: z.enum(["waiting", "archived", "discarded"]).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The files that were read in, latest first, without their texts. */
export async function importsOf(actor: Actor, { view, page }: z.output<typeof waitingFilter>) {
  ask(has(actor, "editor"));
  const where = { state: view };
  const [rows, count, counts] = [
    await db.importedFile.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        ...{ id: true, name: true, size: true, type: true, state: true, version: true, coverage: true },
        ...{ issueCount: true, entryCount: true, publicationId: true, byName: true, createdAt: true },
      },
    }),
    await db.importedFile.count({ where }),
    await db.importedFile.groupBy({ by: ["state"], _count: true }),
  ];
  const names = new Map(
    (await db.publication.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]),
  );
  return {
    rows: rows.map((row) => ({ ...row, publication: names.get(row.publicationId ?? "") ?? null })),
    pages: Math.max(1, Math.ceil(count / pageSize)),
    counts: Object.fromEntries(counts.map(({ state, _count }) => [state, _count])),
  };
}

export type Waiting = Awaited<ReturnType<typeof importOf>>;

/** One file: its text, its pieces, what they make, and of each issue what would be archived and what it lacks. */
export async function importOf(actor: Actor, id: string) {
  ask(has(actor, "editor"));
  const file = await db.importedFile.findUnique({ where: { id }, omit: { bytes: true, first: true } });
  if (!file) throw missing();
  const publications = await db.publication.findMany({ orderBy: { order: "asc" } });
  const publication = publications.find((each) => each.id === file.publicationId) ?? null;
  const pieces = piecesSchema.parse(file.pieces);
  const recognised = assemble(pieces);
  const given = asGiven(file.given);
  const issues = [];
  for (const [at, issue] of recognised.issues.entries()) {
    const said = settled(issue, given[at], publication);
    issues.push({ issue, said, same: publication ? await sameNumber(publication.id, said) : [] });
  }
  return { ...file, pieces, recognised, issues, publication, publications };
}

/** The issues that bear the same number already: shown, not refused. */
async function sameNumber(publicationId: string, { series, year, number }: Settled) {
  if (!number || !year) return [];
  return db.issue.findMany({
    where: { publicationId, series, year, number, state: { not: "void" } },
    select: { id: true, state: true, importId: true },
  });
}

/** The file as it came. */
export async function originalOf(actor: Actor, id: string): Promise<{ bytes: Uint8Array; name: string; type: string }> {
  ask(has(actor, "editor"));
  const file = await db.importedFile.findUnique({ where: { id }, select: { bytes: true, name: true } });
  if (!file?.bytes) throw missing();
  // A file that leaves is entered in the record (decision 0014).
  await inTransaction((tx) => record(tx, actor, "download", { subjectId: id, detail: { format: "original" } }));
  return { bytes: file.bytes, name: file.name.replace(/^.*[\\/]/s, ""), type: "application/octet-stream" };
}

/** Somebody else corrected, archived or discarded it meanwhile: who and when. */
export async function staleImport(tx: Transaction, id: string): Promise<Refusal> {
  const file = await tx.importedFile.findUnique({ where: { id }, select: { version: true, state: true } });
  if (!file) return missing();
  const last = await tx.event.findFirst({ where: { subjectId: id, refused: false }, orderBy: { id: "desc" } });
  const stale = { by: last?.actorName ?? "", at: (last?.at ?? new Date(0)).toISOString(), version: file.version };
  return new Refusal("stale", { stale, values: { by: stale.by } });
}
