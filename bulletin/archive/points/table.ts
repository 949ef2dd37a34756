import type { Actor } from "@/lib/actor";
import { type Day, earlierDay, laterDay, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { isSecretariat, pointsLinesOf } from "../../policy";
import type { Period } from "../period";
import { type Award, awards } from "./awards";
import { addsUp, type Book, closedThrough, setOn } from "./book";
import type { Hundredths } from "./hundredths";
import { arePointsOn, bookOf } from "./keeping";
import { factsBetween } from "./reading";
import { sentCounts } from "./sent";

/** One office in a table. Points in hundredths; `sent` and `adopted` are counts of items and entries. */
export type Line = {
  id: string;
  office: string;
  /** Its place among its group; null where groups are not ranked, and for an office that sees itself alone. */
  rank: number | null;
  sent: number;
  adopted: number;
  automatic: Hundredths;
  byHand: Hundredths;
  total: Hundredths;
  /** From the first day of the year of the period's end. */
  cumulative: Hundredths;
};

/** One peer group; `name` null: the offices that stand in none. Groups are never mixed. */
export type PointsTable = { name: string | null; quota: Hundredths; lines: Line[] };

/**
 * The tables of a period: for the secretariat all, for an office its own line. The groups, their quotas
 * and whether they are ranked are those in force on the period's last day.
 */
export async function pointsOf(actor: Actor, period: Period) {
  const own = pointsLinesOf(actor);
  if (!own || !(await arePointsOn())) throw missing();
  const book = await bookOf();
  const rules = setOn(book.sets, earlierDay(period.to, today()))?.rules ?? null;
  const [all, sent] = [await awardsIn(book, { from: yearOr(period), to: period.to }), await sentCounts(period)];
  const offices = await db.office.findMany({
    where: own.officeId ? { id: own.officeId } : {},
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true, closedAt: true },
  });
  const figures = figuresOf(all, period);
  const cumulative = figuresOf(all, { from: yearOr(period), to: period.to });
  const lines = offices.map(({ id, shortName, closedAt }) => {
    const { automatic, byHand, adopted } = figures.get(id) ?? nothing;
    const whole = cumulative.get(id) ?? nothing;
    const points = { automatic, byHand, total: automatic + byHand, cumulative: whole.automatic + whole.byHand };
    const line: Line = { id, office: shortName, rank: null, sent: sent.get(id) ?? 0, adopted, ...points };
    return { line, isGone: closedAt !== null && !line.sent && !figures.has(id) && !cumulative.has(id) };
  });
  const shown = lines.filter(({ isGone }) => !isGone).map(({ line }) => line);
  return {
    tables: tablesOf(shown, rules?.groups ?? [], isSecretariat(actor) && Boolean(rules?.ranked)),
    closed: closedThrough(book.closings),
    hasRules: rules !== null,
  };
}

/** What one office got and lost in a period, line by line. For the secretariat, and for itself. */
export async function awardsOf(actor: Actor, officeId: string, period: { from: Day; to: Day }) {
  const own = pointsLinesOf(actor);
  if (!own || (own.officeId && own.officeId !== officeId) || !(await arePointsOn())) throw missing();
  const office = await db.office.findUnique({ where: { id: officeId }, select: { id: true, shortName: true } });
  if (!office) throw missing();
  const all = await awardsIn(await bookOf(), period);
  return { office, awards: all.filter((each) => each.officeId === officeId) };
}

export function yearStart({ to }: { to: Day }): Day {
  return `${to.slice(0, 4)}-01-01`;
}

/** Where the figures of a period begin that run from 1 January on. */
function yearOr({ kind, from, to }: Period): Day {
  return kind === "all" ? from : yearStart({ to });
}

/**
 * The awards of some days. Where what an item gets depends on what it got before, everything is read from the
 * first rule set on; there is nothing before. Where all adds up, only what counts on these days.
 */
async function awardsIn(book: Book, { from, to }: { from: Day; to: Day }): Promise<Award[]> {
  const first = book.sets.at(0)?.from ?? "1900-01-01";
  const all = awards(await factsBetween(addsUp(book, to) ? laterDay(from, first) : first, to), book);
  return all.filter((award) => isWithin(award, { from, to }));
}

type Figures = { automatic: Hundredths; byHand: Hundredths; adopted: number };
const nothing: Figures = { automatic: 0, byHand: 0, adopted: 0 };

/** What each office's awards of some days add up to; and how many of its items were printed, less those taken back. */
export function figuresOf(all: readonly Award[], days: { from: Day; to: Day }): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const award of all) {
    if (!isWithin(award, days)) continue;
    const { automatic, byHand, adopted } = figures.get(award.officeId) ?? nothing;
    const printed = award.what === "printed" ? (award.step === "given" ? 1 : -1) : 0;
    figures.set(award.officeId, {
      automatic: automatic + (award.what === "byHand" ? 0 : award.points),
      byHand: byHand + (award.what === "byHand" ? award.points : 0),
      adopted: adopted + printed,
    });
  }
  return figures;
}

function isWithin({ day }: Award, { from, to }: { from: Day; to: Day }): boolean {
  return day >= from && day <= to;
}

type Group = { name: string; officeIds: string[]; quota: Hundredths };

/** In the order of the roster of offices; ranked, by total, those that are equal on one place. */
export function tablesOf(lines: readonly Line[], groups: readonly Group[], ranked: boolean): PointsTable[] {
  const inGroups = new Set(groups.flatMap(({ officeIds }) => officeIds));
  const tables = groups.map(({ name, quota, officeIds }) => {
    const own = lines.filter(({ id }) => officeIds.includes(id));
    return { name, quota, lines: ranked ? inRank(own) : own };
  });
  const others = lines.filter(({ id, sent, adopted, total, cumulative }) => {
    const isSomething = sent || adopted || total || cumulative;
    return !inGroups.has(id) && (isSomething || !groups.length);
  });
  return [...tables, { name: null, quota: 0, lines: others }].filter((table) => table.lines.length);
}

function inRank(lines: Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => b.total - a.total);
  return sorted.map((line) => ({ ...line, rank: sorted.findIndex(({ total }) => total === line.total) + 1 }));
}
