import type { IssueState, Series } from "@/generated/prisma/enums";
import { today } from "@/lib/dates";
import { db, type Transaction } from "@/lib/db";

type Of = { publicationId: string; series: Series; year: number };
type InWork = Omit<Of, "year"> & { createdAt: Date; state: IssueState; correctsId: string | null };

/**
 * Takes the next number of a series and year. The counter row stays locked until the sign-off
 * commits, so numbers have neither gaps nor duplicates, whoever signs at once and whatever aborts.
 */
export async function takeNumber(tx: Transaction, { publicationId, series, year }: Of): Promise<number> {
  return increment(tx, publicationId, series, year);
}

/** The running total (总第 N 期), counted over all years. */
export async function takeTotal(tx: Transaction, publicationId: string): Promise<number> {
  return increment(tx, publicationId, "total", 0);
}

/**
 * The number that an issue in work will probably get: after the last one given this year (it is
 * signed in this one, whenever it was begun), and after the issues in work that were begun before
 * it or are approved already. Shown as 拟第 N 期. An approved one can be signed at once, and would
 * then get the next number whatever else is in work: what the signer is shown is what is given. A new
 * edition has the number of the one that it corrects.
 */
export async function tentativeNumber(issue: InWork, from: Transaction = db): Promise<number> {
  if (issue.correctsId) return (await numbersOf(from, issue.correctsId)).number;
  const [number] = await tentativeNumbers([issue], from);
  if (number === undefined) throw new Error("an issue has no tentative number");
  return number;
}

/** Those of several issues in work, none of them a new edition, in their order: by two queries, however many they are. */
export async function tentativeNumbers(
  issues: Omit<InWork, "correctsId">[],
  from: Transaction = db,
): Promise<number[]> {
  const year = Number(today().slice(0, 4));
  const publicationId = { in: [...new Set(issues.map((issue) => issue.publicationId))] };
  // One after the other: within a transaction there is one connection.
  const counters = await from.counter.findMany({ where: { publicationId, year } });
  const inWork = await from.issue.findMany({
    where: { publicationId, number: null, correctsId: null },
    select: { publicationId: true, series: true, state: true, createdAt: true },
  });
  return issues.map((issue) => {
    const isSame = (of: { publicationId: string; series: string }) =>
      of.publicationId === issue.publicationId && of.series === issue.series;
    const last = counters.find(isSame)?.last ?? 0;
    const before = issue.state === "approved" ? [] : inWork.filter((other) => isSame(other) && isBefore(other, issue));
    return last + 1 + before.length;
  });
}

type Begun = { state: IssueState; createdAt: Date };

/** Whether an issue in work will probably be signed before another of its series that is not approved. */
function isBefore(one: Begun, other: Begun): boolean {
  return one.state === "approved" || one.createdAt < other.createdAt;
}

/** The running total that it will probably get; null where the publication counts none. */
export async function tentativeTotal(issue: InWork): Promise<number | null> {
  const { publicationId, series } = issue;
  if (issue.correctsId) return (await numbersOf(db, issue.correctsId)).total;
  if (series !== "regular") return null;
  const key = { publicationId, series: "total", year: 0 };
  const [publication, counter, before] = await Promise.all([
    db.publication.findUniqueOrThrow({ where: { id: publicationId }, select: { runningTotal: true } }),
    db.counter.findUnique({ where: { publicationId_series_year: key } }),
    issuesBefore(issue),
  ]);
  return publication.runningTotal ? (counter?.last ?? 0) + 1 + before : null;
}

/** The numbers of a signed issue, which a new edition of it has as well. */
export async function numbersOf(tx: Transaction, issueId: string) {
  const issue = await tx.issue.findUniqueOrThrow({
    where: { id: issueId },
    select: { year: true, number: true, total: true },
  });
  if (issue.number === null) throw new Error("an issue without a number is corrected");
  return { ...issue, number: issue.number };
}

/** Issues of its series in work that will probably be signed before it. */
async function issuesBefore({ publicationId, series, state, createdAt }: InWork): Promise<number> {
  if (state === "approved") return 0;
  const where = { publicationId, series, number: null, correctsId: null };
  const inWork = await db.issue.findMany({ where, select: { state: true, createdAt: true } });
  return inWork.filter((other) => isBefore(other, { state, createdAt })).length;
}

async function increment(tx: Transaction, publicationId: string, series: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "Counter" ("publicationId", series, year, last) VALUES (${publicationId}::uuid, ${series}, ${year}, 1)
    ON CONFLICT ("publicationId", series, year) DO UPDATE SET last = "Counter".last + 1
    RETURNING last`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error("the counter gave no number");
  return last;
}

/** Issues that were made here, as a filter: a past one has its number from paper, and nobody here signed it. */
export const madeHere = { OR: [{ number: null }, { signedAt: { not: null } }] };

type Raised = Of & { number: number; total: number | null };

/**
 * Past issues of a publication are read in: whatever is signed next comes after them. An office that begins
 * with us in May reads in its numbers 1 to 18, and signs number 19. To be called before the issues are
 * written: who reads in the same publication waits, who signs waits at the counter, and everybody takes
 * the counters in the order of a signature, the running total last.
 */
export async function raiseCounters(tx: Transaction, publicationId: string, past: Omit<Raised, "publicationId">[]) {
  await tx.$queryRaw`SELECT id FROM "Publication" WHERE id = ${publicationId}::uuid FOR NO KEY UPDATE`;
  const raise = (of: string, within: number, to: number) => tx.$executeRaw`
    INSERT INTO "Counter" ("publicationId", series, year, last) VALUES (${publicationId}::uuid, ${of}, ${within}, ${to})
    ON CONFLICT ("publicationId", series, year) DO UPDATE SET last = GREATEST("Counter".last, EXCLUDED.last)`;
  const inOrder = past.toSorted((a, b) => (a.series < b.series ? -1 : a.series > b.series ? 1 : a.year - b.year));
  for (const { series, year, number } of inOrder) await raise(series, year, number);
  const totals = past.flatMap(({ total }) => total ?? []);
  if (totals.length)
    await raise(
      "total",
      0,
      totals.reduce((a, b) => Math.max(a, b)),
    );
}

/**
 * The place of a past issue among those that bear its number or running total: 1, or one more than the last.
 * Those that were taken out again stand below nought and bear no number any more.
 */
export async function twinOf(
  tx: Transaction,
  { publicationId, series, year, number, total }: Raised,
  edition?: number,
): Promise<number> {
  const same = { OR: [{ series, year, number }, ...(total === null ? [] : [{ total }])] };
  const { _max } = await tx.issue.aggregate({ where: { publicationId, edition, ...same }, _max: { twin: true } });
  return Math.max(0, _max.twin ?? 0) + 1;
}

/**
 * A past issue was taken out again: it bears its number no more, so that one signed here can, and a counter
 * that it had raised goes back to the highest number that is left. Numbers given here are never given
 * again, void ones neither. Who takes out another one, reads in or signs meanwhile waits at the counters.
 */
export async function giveBack(
  tx: Transaction,
  id: string,
  { publicationId, series, year, number, total }: Raised,
): Promise<void> {
  await tx.$queryRaw`
    SELECT last FROM "Counter" WHERE "publicationId" = ${publicationId}::uuid AND (year = ${year} OR series = 'total')
    ORDER BY series, year FOR UPDATE`;
  const { _min: out } = await tx.issue.aggregate({ where: { publicationId }, _min: { twin: true } });
  await tx.issue.update({ where: { id }, data: { twin: Math.min(0, out.twin ?? 0) - 1 } });
  const given = { publicationId, twin: { gt: 0 } };
  const lower = (of: string, within: number, from: number, to: number) => tx.$executeRaw`
    UPDATE "Counter" SET last = ${to}
    WHERE "publicationId" = ${publicationId}::uuid AND series = ${of} AND year = ${within} AND last = ${from}`;
  const { _max: left } = await tx.issue.aggregate({
    where: { ...given, series, year },
    _max: { number: true, lastNumber: true },
  });
  await lower(series, year, number, Math.max(left.number ?? 0, left.lastNumber ?? 0));
  if (total === null) return;
  const { _max: all } = await tx.issue.aggregate({ where: given, _max: { total: true } });
  await lower("total", 0, total, all.total ?? 0);
}
