import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { addDays, type Day, toColumn, today } from "@/lib/dates";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, isSecretariat } from "../../policy";
import { refuseChanged, stamp, stampOf } from "../../seen";
import { anyDay, id, optionalId } from "../../text/fields";
import { closedThrough, type RuleSet, type Rules } from "./book";
import { arePointsOn, askToKeep, bookOf, standingSets } from "./keeping";
import { namedIn, rulesSchema } from "./rules";

export const ruleSetSchema = z.object({
  /** The one that it takes the place of, which has not begun. */
  id: optionalId,
  /** The stamp of the rule sets that the person saw. */
  seen: stamp,
  from: anyDay,
  rules: rulesSchema,
});

/** The rule sets that stand, the latest first, and a stamp of them. For the secretariat, where points are on. */
export async function ruleSets(actor: Actor) {
  ask(isSecretariat(actor));
  if (!(await arePointsOn())) throw missing();
  const sets = await standingSets();
  return { sets: sets.toReversed(), stamp: stampOf(shown(sets)) };
}

/** A rule set never changes: another one takes its place. */
const shown = (sets: readonly { id: string }[]) => sets.map(({ id: each }) => each);

/**
 * Enters a rule set from a day on, or another text of one that has not begun. Refused: a day on which one
 * begins already, a day in the past on which one was in force (past figures stand), one that was closed,
 * and whoever filled in the form before somebody else entered a rule set.
 */
export async function enterRuleSet(actor: Actor, input: z.output<typeof ruleSetSchema>): Promise<string> {
  try {
    return await inTransaction(async (tx) => {
      await askToKeep(tx, actor);
      const { sets, closings } = await bookOf(tx);
      await refuseChanged(tx, input.seen, shown(sets), { act: { in: ["enterRuleSet", "withdrawRuleSet"] } });
      const others = input.id ? await without(tx, actor, input.id, sets) : sets;
      refuseDay(input.from, others, closedThrough(closings));
      await refuseUnknown(tx, input.rules);
      const row = await tx.pointsRules.create({
        data: { from: toColumn(input.from), rules: input.rules, at: now(), byName: actor.name },
      });
      await record(tx, actor, "enterRuleSet", { subjectId: row.id, detail: { from: input.from } });
      return row.id;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("rulesTaken", { field: "from" });
    throw error;
  }
}

export const withdrawRuleSetSchema = z.object({ id });

/** Takes back one that has not begun; it stays in the database, and counts nowhere. */
export async function withdrawRuleSet(actor: Actor, input: z.output<typeof withdrawRuleSetSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    await askToKeep(tx, actor);
    await without(tx, actor, input.id, await standingSets(tx));
    await record(tx, actor, "withdrawRuleSet", { subjectId: input.id });
  });
}

async function without(tx: Transaction, actor: Actor, which: string, sets: RuleSet[]): Promise<RuleSet[]> {
  const found = sets.find((each) => each.id === which);
  if (!found) throw missing();
  if (found.from <= today()) throw new Refusal("rulesBegan");
  const withdrawn = { withdrawnAt: now(), withdrawnByName: actor.name };
  await tx.pointsRules.update({ where: { id: which }, data: withdrawn });
  return sets.filter((each) => each !== found);
}

function refuseDay(from: Day, others: readonly RuleSet[], closed: Day | null): void {
  if (others.some((each) => each.from === from)) throw new Refusal("rulesTaken", { field: "from" });
  if (from > addDays(today(), 2 * 366)) throw new Refusal("rulesTooFar", { field: "from" });
  if (closed && from <= closed) throw new Refusal("pointsClosed", { field: "from" });
  // Before the first one nothing was counted: there is no figure that would change.
  if (from <= today() && others.some((each) => each.from < from)) throw new Refusal("rulesInPast", { field: "from" });
}

async function refuseUnknown(tx: Transaction, rules: Rules): Promise<void> {
  const { publicationIds, levelIds, officeIds } = namedIn(rules);
  const found =
    (await tx.publication.count({ where: { id: { in: publicationIds } } })) === publicationIds.length &&
    (await tx.relayLevel.count({ where: { id: { in: levelIds } } })) === levelIds.length &&
    (await tx.office.count({ where: { id: { in: officeIds } } })) === officeIds.length;
  if (!found) throw new Refusal("malformed");
}
