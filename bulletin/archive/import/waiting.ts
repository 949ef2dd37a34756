import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, type Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { visibleImports } from "../../policy";
import { staleRefusal } from "../../transition";
import { assemble } from "../recognise/assemble";
import { piecesSchema } from "../recognise/pieces";
import { type Doubt, doubtsOf } from "./doubts";
import { asGiven, publicationIn, type Settled, settled } from "./given";

const pageSize = 50;

export const waitingFilter = z.object({
  view: z.enum(["waiting", "archived", "discarded"]).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The files that were read in, latest first, without their texts; of those that wait, why a person should look. */
export async function importsOf(actor: Actor, { view, page }: z.output<typeof waitingFilter>) {
  const seen = visibleImports(actor);
  const where = { AND: [seen, { state: view }] };
  const [rows, count, counts] = [
    await db.importedFile.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        ...{ id: true, name: true, size: true, type: true, state: true, version: true, coverage: true },
        ...{ issueCount: true, entryCount: true, publicationId: true, byName: true, createdAt: true },
        ...{ doubts: true, numbers: true, issuers: true },
      },
    }),
    await db.importedFile.count({ where }),
    await db.importedFile.groupBy({ by: ["state"], where: seen, _count: true }),
  ];
  const doubts = view === "waiting" ? await doubtsOf(rows) : new Map<string, Doubt[]>();
  const names = new Map(
    (await db.publication.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      publication: names.get(row.publicationId ?? "") ?? null,
      doubts: doubts.get(row.id) ?? [],
    })),
    pages: Math.max(1, Math.ceil(count / pageSize)),
    counts: Object.fromEntries(counts.map(({ state, _count }) => [state, _count])),
  };
}

export type Waiting = Awaited<ReturnType<typeof importOf>>;

/** One file: its text, its pieces, what they make, and of each issue what would be archived and what it lacks. */
export async function importOf(actor: Actor, id: string) {
  const where = { AND: [visibleImports(actor), { id }] };
  const found = await db.importedFile.findFirst({ where, omit: { bytes: true, text: true, first: true } });
  if (!found) throw missing();
  const { undo, ...file } = found;
  const publications = await db.publication.findMany({ orderBy: { order: "asc" } });
  const publication = publications.find((each) => each.id === file.publicationId) ?? null;
  const pieces = piecesSchema.parse(file.pieces);
  const recognised = assemble(pieces);
  const given = asGiven(file.given);
  const all = recognised.issues.map((issue, at) => ({ issue, said: settled(issue, given[at], publication) }));
  const there = publication ? await numberedLike(publication.id, all) : [];
  const issues = all.map(({ issue, said }) => ({ issue, said, same: there.filter((each) => isSame(each, said)) }));
  const mayUndo = (undo as unknown[]).length > 0;
  const doubtful = (await doubtsOf([found])).get(id) ?? [];
  // One that was founded after the file was read in.
  const suggested = publicationIn(recognised, publications)?.id ?? null;
  return { ...file, pieces, recognised, issues, publication, publications, suggested, mayUndo, doubtful };
}

/** The issues that may bear one of these numbers already, all at once: a file can hold ten years. */
async function numberedLike(publicationId: string, found: { said: Settled }[]) {
  const all = (of: (said: Settled) => number | null) => [...new Set(found.flatMap(({ said }) => of(said) ?? []))];
  const [years, numbers] = [all(({ year }) => year), all(({ number }) => number)];
  return db.issue.findMany({
    where: { publicationId, year: { in: years }, number: { in: numbers }, state: { not: "void" } },
    select: { id: true, state: true, series: true, year: true, number: true, importId: true },
  });
}

/** It bears the same number: shown, not refused. */
function isSame(issue: Pick<Settled, "series" | "year" | "number">, said: Settled): boolean {
  return issue.number === said.number && issue.year === said.year && issue.series === said.series;
}

/** The file as it came. */
export async function originalOf(actor: Actor, id: string): Promise<{ bytes: Uint8Array; name: string; type: string }> {
  const where = { AND: [visibleImports(actor), { id }] };
  const file = await db.importedFile.findFirst({ where, select: { bytes: true, name: true } });
  if (!file?.bytes) throw missing();
  // A file that leaves is entered in the record (decision 0014).
  await inTransaction((tx) => record(tx, actor, "download", { subjectId: id, detail: { format: "original" } }));
  return { bytes: file.bytes, name: file.name.replace(/^.*[\\/]/s, ""), type: "application/octet-stream" };
}

/** Somebody else corrected, archived or discarded it meanwhile: who and when. */
export async function staleImport(tx: Transaction, id: string): Promise<Refusal> {
  const file = await tx.importedFile.findUnique({ where: { id }, select: { version: true } });
  if (!file) return missing();
  const last = await tx.event.findFirst({ where: { subjectId: id, refused: false }, orderBy: { id: "desc" } });
  return staleRefusal(last, file.version);
}
