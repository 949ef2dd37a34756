import type { Actor } from "@/lib/actor";
import { type Day, fromColumn } from "@/lib/dates";
import { db, inTurn, type Transaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { ask, has } from "../../policy";
import type { Book, RuleSet } from "./book";
import { asRules } from "./rules";

// Reading and changing what points are counted by: one person at a time, and nothing where they are off.

/** Changes to rules, switches, closings and adjustments wait for each other: each asks about the others. */
export async function lockPoints(tx: Transaction): Promise<void> {
  await inTurn(tx, "points");
}

/** The door of every act on points: an editor, and somewhere they are on. */
export async function askToKeep(tx: Transaction, actor: Actor): Promise<void> {
  ask(has(actor, "editor"));
  await lockPoints(tx);
  if (!(await arePointsOn(tx))) throw missing();
}

/** Whether any publication gives points at present. */
export async function arePointsOn(tx: Transaction = db): Promise<boolean> {
  return (await tx.pointsSpan.count({ where: { until: null } })) > 0;
}

export async function bookOf(tx: Transaction = db): Promise<Book> {
  const sets = await standingSets(tx);
  const spans = await tx.pointsSpan.findMany({ orderBy: { from: "asc" } });
  const closings = await tx.pointsClosing.findMany();
  return {
    sets,
    spans: spans.map(({ publicationId, from, until }) => ({
      publicationId,
      ...{ from: fromColumn(from), until: fromColumn(until) },
    })),
    closings: closings.map(({ through, at }) => ({ through: fromColumn(through), at: at.getTime() })),
  };
}

export async function standingSets(tx: Transaction = db): Promise<(RuleSet & { byName: string; at: Date })[]> {
  const rows = await tx.pointsRules.findMany({ where: { withdrawnAt: null }, orderBy: { from: "asc" } });
  return rows.map(({ id, from, rules, byName, at }) => ({
    ...{ id, byName, at },
    from: fromColumn(from),
    rules: asRules(rules),
  }));
}

/** Whether a rule set has been in force on one of the days from `from` to `today`: their figures stand. */
export function isSettled(sets: readonly RuleSet[], from: Day, today: Day): boolean {
  return from <= today && sets.some((set) => set.from <= today);
}
