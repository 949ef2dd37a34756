import { type Day, laterDay } from "@/lib/dates";
import { type Book, bookedOn, isCounted, type Merge, type Repeat, type RuleSet, setOn } from "./book";
import type { Adjustment, Facts, Source, Use, What } from "./facts";
import { type Hundredths, splitEvenly } from "./hundredths";
import { type Priced, priceOf } from "./price";

/** Points that one office got or lost on one day for one thing, and why: a table's figures are sums of these. */
export type Award = {
  id: string;
  officeId: string;
  /** The day on which it counts. */
  day: Day;
  points: Hundredths;
  /** `taken`: the thing was taken back, and its points with it. */
  step: "given" | "taken";
  /** The day of the thing itself, where that had been closed. */
  ownDay: Day;
} & ({ what: What; use: Use; itemId: string; rule: Rule } | { what: "byHand"; adjustment: Adjustment });

/** Which row of which rule set, and what it came to. */
export type Rule = Priced & {
  rulesId: string;
  rulesFrom: Day;
  /** How many items the entry was made of, and what fell to this one of them. */
  parts: number;
  merge: Merge;
  share: Hundredths;
  repeat: Repeat;
  /** What the item had already got by its other uses before this one. */
  before: Hundredths;
};

type Claim = { use: Use; source: Source; rule: Omit<Rule, "before">; day: Day; endedOn: Day | null };

/**
 * Every award that follows from the facts, by day. A pure function: the order of the facts does not
 * matter, and a day's awards depend on nothing that became known, or came into force, after it and its closing.
 */
export function awards(facts: Facts, book: Book): Award[] {
  const claims = facts.uses.flatMap((use) => claimsOf(use, book));
  const bonuses = claims.filter(({ use }) => use.what === "instructed");
  const uses = claims.filter(({ use }) => use.what !== "instructed");
  return [
    ...byGroup(uses, ({ source }) => source.itemId).flatMap((group) => walk(group, worthOfUses)),
    ...byGroup(bonuses, ({ use, source }) => `${use.entryId} ${use.levelId} ${source.itemId}`).flatMap((group) =>
      walk(group, worthOfFirst),
    ),
    ...facts.adjustments.flatMap((each) => byHand(each, book)),
  ].sort(inOrder);
}

/** What each source of a use may claim by the rules of the day on which it happened. */
function claimsOf(use: Use, { sets, spans, closings }: Book): Claim[] {
  const set = setOn(sets, use.day);
  const isOn = set && isCounted(spans, use.publicationId, use.day);
  // What was printed is listed and counted as adopted, also where the rules give nothing for it.
  const priced = isOn ? (priceOf(set.rules, use) ?? (use.what === "printed" ? unpriced : null)) : null;
  if (!set || !priced) return [];
  const day = bookedOn(use.day, use.knownAt, closings);
  const endedOn = use.endedOn && laterDay(use.endedOn, day);
  // In the order in which the items were begun: a hundredth that is left over goes to the first.
  const sources = use.sources.toSorted((a, b) => compare(a.itemId, b.itemId));
  return sources.map((source, at) => {
    const share = sharesOf(priced.gross, sources.length, set)[at] ?? 0;
    const { merge, repeat } = set.rules;
    const ofSet = { rulesId: set.id, rulesFrom: set.from, merge: merge.how, repeat };
    return { use, source, rule: { ...priced, ...ofSet, parts: sources.length, share }, day, endedOn };
  });
}

const unpriced: Priced = { gross: 0, row: null };

function sharesOf(gross: Hundredths, count: number, { rules: { merge } }: RuleSet): Hundredths[] {
  if (!gross) return Array<Hundredths>(count).fill(0);
  if (count > 1 && merge.how === "split") return splitEvenly(gross, count);
  return Array<Hundredths>(count).fill(count > 1 && merge.how === "fixed" ? merge.fixed : gross);
}

/**
 * Goes through the days on which claims come and go; each award is what changed by that in what all
 * that stands together is worth. So the awards of an item always add up to what it is worth now.
 */
function walk(claims: Claim[], worthOf: (standing: readonly Claim[]) => Hundredths): Award[] {
  const steps = claims.flatMap((claim) => [
    { claim, step: "given" as const, day: claim.day },
    ...(claim.endedOn ? [{ claim, step: "taken" as const, day: claim.endedOn }] : []),
  ]);
  steps.sort((a, b) => compare(a.day, b.day) || compare(a.step, b.step) || compareClaims(a.claim, b.claim));
  let standing: Claim[] = [];
  let worth = 0;
  return steps.map(({ claim, step, day }) => {
    const { use, source, rule } = claim;
    const before = worth;
    standing = step === "given" ? [...standing, claim] : standing.filter((each) => each !== claim);
    worth = worthOf(standing);
    const { itemId, officeId } = source;
    const id = `${use.id} ${itemId} ${step}`;
    const points = worth - before;
    return { id, officeId, day, points, step, ownDay: use.day, what: use.what, use, itemId, rule: { ...rule, before } };
  });
}

/** A use whose set adds up is worth its share; one whose set takes the highest, what it is above all before it. */
function worthOfUses(standing: readonly Claim[]): Hundredths {
  let [worth, highest] = [0, 0];
  for (const { rule } of standing) {
    worth += rule.repeat === "sum" ? rule.share : Math.max(0, rule.share - highest);
    highest = Math.max(highest, rule.share);
  }
  return worth;
}

/** However many leaders wrote on an entry, the bonus is given once. */
function worthOfFirst(standing: readonly Claim[]): Hundredths {
  return standing[0]?.rule.share ?? 0;
}

function byHand(adjustment: Adjustment, { closings }: Book): Award[] {
  const { id, officeId, points, endedOn } = adjustment;
  const day = bookedOn(adjustment.day, adjustment.knownAt, closings);
  const common = { officeId, ownDay: adjustment.day, what: "byHand" as const, adjustment };
  const given: Award = { ...common, id: `${id} given`, day, points, step: "given" };
  if (!endedOn) return [given];
  return [given, { ...common, id: `${id} taken`, day: laterDay(endedOn, day), points: -points, step: "taken" }];
}

function byGroup(claims: Claim[], keyOf: (claim: Claim) => string): Claim[][] {
  return [...Map.groupBy(claims, keyOf).values()];
}

const order: What[] = ["printed", "relayed", "adopted", "instructed"];

function compareClaims({ use: a }: Claim, { use: b }: Claim): number {
  return compare(a.day, b.day) || order.indexOf(a.what) - order.indexOf(b.what) || compare(a.id, b.id);
}

function inOrder(a: Award, b: Award): number {
  return compare(a.day, b.day) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
