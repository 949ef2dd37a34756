import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { entriesOf } from "../desk/counts";
import { ask, isSecretariat } from "../policy";
import { id } from "../text/fields";

export const ledgerFilter = z.object({
  publication: id.nullable().catch(null),
  year: z.coerce
    .number()
    .int()
    .min(1949)
    .max(2200)
    .catch(() => Number(today().slice(0, 4))),
});

/** The ledger of numbers: every number of a year and series, voids with their reason, gaps named. */
export async function ledger(actor: Actor, { publication, year }: z.output<typeof ledgerFilter>) {
  ask(isSecretariat(actor));
  const chosen = await db.publication.findFirst({
    where: publication ? { id: publication } : {},
    orderBy: { order: "asc" },
  });
  if (!chosen)
    return {
      publication: null,
      year,
      years: [year],
      rows: [],
      gaps: [],
      twice: [],
      supplements: { gaps: [], twice: [] },
    };
  const issues = await db.issue.findMany({
    where: { publicationId: chosen.id, year, number: { not: null } },
    orderBy: [{ series: "asc" }, { number: "asc" }, { edition: "asc" }],
    select: {
      id: true,
      state: true,
      series: true,
      number: true,
      lastNumber: true,
      twin: true,
      total: true,
      edition: true,
      date: true,
      voidReason: true,
      recallReason: true,
      correctionReason: true,
      signedById: true,
    },
  });
  const names = await db.account.findMany({
    where: { id: { in: issues.flatMap(({ signedById }) => signedById ?? []) } },
    select: { id: true, name: true },
  });
  const entries = await entriesOf(issues.map(({ id }) => id));
  const given = issues.filter(isGiven);
  const nameOf = new Map(names.map(({ id: account, name }) => [account, name]));
  const years = await db.issue.groupBy({
    by: ["year"],
    where: { publicationId: chosen.id, number: { not: null } },
    orderBy: { year: "desc" },
  });
  return {
    publication: { id: chosen.id, name: chosen.name },
    year,
    years: [...new Set([...years.map((each) => each.year), year])].sort((a, b) => b - a),
    rows: issues.map((issue) => ({
      ...issue,
      date: fromColumn(issue.date),
      entries: entries.get(issue.id) ?? 0,
      signedBy: nameOf.get(issue.signedById ?? "") ?? "",
    })),
    ...missingAndTwice(given.filter(({ series }) => series === "regular")),
    /** Supplements are numbered apart. */
    supplements: missingAndTwice(given.filter(({ series }) => series === "supplement")),
  };
}

function missingAndTwice(issues: (Numbered & { edition: number })[]) {
  return { gaps: gapsIn(issues.flatMap(numbersIn)), twice: twiceIn(issues) };
}

type Numbered = { twin: number; number: number | null; lastNumber: number | null };

/** What was read in by mistake and taken out again was never given. */
function isGiven({ twin }: Numbered): boolean {
  return twin > 0;
}

/** A double number (合刊) takes all from its first to its last. */
function numbersIn({ number, lastNumber }: Numbered): number[] {
  if (!number) return [];
  return Array.from({ length: Math.min(20, (lastNumber ?? number) - number + 1) }, (_, at) => number + at);
}

/** Numbers that more than one issue bears; editions of one number are one issue. */
function twiceIn(issues: (Numbered & { edition: number })[]): number[] {
  const seen = new Set<number>();
  const numbers = issues.filter(({ edition }) => edition === 1).flatMap(numbersIn);
  return [...new Set(numbers.filter((number) => seen.has(number) || !seen.add(number)))];
}

/** Numbers that are missing below the highest one. There are none unless past issues were read in. */
export function gapsIn(numbers: number[]): number[] {
  const given = new Set(numbers);
  return Array.from({ length: Math.max(0, ...numbers) }, (_, at) => at + 1).filter((number) => !given.has(number));
}

/** Numbers in order as they are written: 3, 5—9. */
export function rangesOf(numbers: number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`));
}
