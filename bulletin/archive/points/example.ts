import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { earlierDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { ask, has } from "../../policy";
import { awards } from "./awards";
import type { Book } from "./book";
import { formatPoints } from "./hundredths";
import { arePointsOn, bookOf } from "./keeping";
import { lastQuarter } from "./period";
import { factsBetween } from "./reading";
import { rulesSchema } from "./rules";
import { figuresOf, yearStart } from "./table";

export const exampleSchema = z.object({ rules: rulesSchema });

/** What one office would have got, and what it did get; as text, since it is shown and not added. */
export type ExampleLine = { office: string; entries: number; would: string; was: string };
export type ExampleOf = { group: string | null; lines: ExampleLine[] }[];

/** For an editor. Asked before the rules are read, and again with them. */
export function askExample(actor: Actor): void {
  ask(has(actor, "editor"));
}

/**
 * What the last quarter would have been by these rules, as if they had been in force since the beginning of
 * its year, in every publication that they name: beside what it was. Writes nothing. For an editor.
 */
export async function exampleOf(actor: Actor, { rules }: z.output<typeof exampleSchema>): Promise<ExampleOf> {
  askExample(actor);
  if (!(await arePointsOn())) throw missing();
  const [quarter, book] = [lastQuarter(), await bookOf()];
  const facts = await factsBetween(yearStart(quarter), quarter.to);
  const from = yearStart(quarter);
  const supposed: Book = {
    sets: [{ id: "example", from, rules }],
    spans: rules.rows.map(({ publicationId }) => ({ publicationId, from, until: null })),
    closings: book.closings,
  };
  const would = figuresOf(awards(facts, supposed), quarter);
  const first = book.sets.at(0)?.from ?? from;
  const was = figuresOf(awards(await factsBetween(earlierDay(first, from), quarter.to), book), quarter);
  const offices = await db.office.findMany({
    where: { closedAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true },
  });
  const lines = offices.map(({ id, shortName: office }) => ({
    id,
    ...{ office, entries: would.get(id)?.adopted ?? 0 },
    would: formatPoints(would.get(id)?.automatic ?? 0),
    was: formatPoints(was.get(id)?.automatic ?? 0),
  }));
  const grouped = new Set(rules.groups.flatMap(({ officeIds }) => officeIds));
  return [
    ...rules.groups.map(({ name, officeIds }) => ({
      group: name,
      lines: lines.filter(({ id }) => officeIds.includes(id)),
    })),
    { group: null, lines: lines.filter(({ id, would: w, was: h }) => !grouped.has(id) && (w !== "0" || h !== "0")) },
  ].filter((table) => table.lines.length);
}
