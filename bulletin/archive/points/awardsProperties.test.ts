import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, momentOf } from "@/lib/dates";
import { alwaysOn, someBook, someFacts, someRules } from "../../testing/points";
import { type Award, awards } from "./awards";
import type { Book, Repeat } from "./book";
import type { Facts } from "./facts";
import { formatPoints, parsePoints, splitEvenly } from "./hundredths";

const day = fc.integer({ min: 0, max: 364 }).map((at) => addDays("2026-01-01", at));
const sum = (all: Award[]): number => all.reduce((total, { points }) => total + points, 0);
const until = (all: Award[], last: string) => all.filter((each) => each.day <= last);

it("shares add up to the whole and differ by a hundredth at the most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 60 }), (whole, count) => {
      const shares = splitEvenly(whole, count);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(whole);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
  );
});

it("points that are written and read again are the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (points) => {
      expect(parsePoints(formatPoints(points))).toBe(points);
    }),
  );
  const none = ["0.001", "1.", ".5", "1e3", "１,０", "--1", "", "1234567", "0x10", "NaN"];
  expect(none.map(parsePoints)).toEqual(none.map(() => null));
  expect(parsePoints("２．５")).toBe(250);
});

it("every figure is a whole number of hundredths", () => {
  fc.assert(
    fc.property(someFacts, someBook, (facts, book) => {
      for (const { points } of awards(facts, book)) expect(Number.isSafeInteger(points)).toBe(true);
    }),
  );
});

it("split, the items of an entry get together what an entry of one item would", () => {
  fc.assert(
    fc.property(someFacts, someRules, (facts, rules) => {
      const merge = { how: "split" as const, fixed: 0 };
      const by = whole({ ...rules, merge, repeat: "sum", instructions: { own: 0, levels: {} } });
      const alone = facts.uses.map((use) => ({ ...use, sources: use.sources.slice(0, 1) }));
      const uses = { ...facts, adjustments: [] };
      expect(sum(awards(uses, by))).toBe(sum(awards({ ...uses, uses: alone }, by)));
    }),
  );
});

it("the highest is never more than the sum, on no day and for no office", () => {
  fc.assert(
    fc.property(someFacts, someRules, day, (facts, rules, last) => {
      const of = (repeat: Repeat) => until(awards(facts, whole({ ...rules, repeat })), last);
      for (const officeId of ["office 0", "office 1", "office 2"]) {
        const own = (all: Award[]) => sum(all.filter((each) => each.officeId === officeId));
        expect(own(of("highest"))).toBeLessThanOrEqual(own(of("sum")));
      }
    }),
  );
});

it("the order of the facts does not matter", () => {
  fc.assert(
    fc.property(someFacts.chain(shuffled), someBook, ([facts, other], book) => {
      const turned = { ...book, sets: book.sets.toReversed() };
      expect(awards(other, turned)).toEqual(awards(facts, book));
    }),
  );
});

it("a rule set to come changes no award of the days before it", () => {
  fc.assert(
    fc.property(someFacts, someBook, someRules, day, (facts, book, rules, from) => {
      const sets = book.sets.filter((set) => set.from !== from);
      const before = awards(facts, { ...book, sets });
      const after = awards(facts, { ...book, sets: [...sets, { id: "new", from, rules }] });
      const last = addDays(from, -1);
      expect(until(after, last)).toEqual(until(before, last));
    }),
  );
});

it("once a day is closed, nothing that becomes known later changes a figure up to it", () => {
  fc.assert(
    fc.property(someFacts, someBook, day, (facts, book, through) => {
      const at = momentOf(addDays(through, 1), "09:00").getTime();
      const closed = { ...book, closings: [{ through, at }] };
      const known = {
        adjustments: facts.adjustments.filter((each) => each.knownAt < at),
        uses: facts.uses
          .filter((each) => each.knownAt < at)
          .map((each) => ({ ...each, endedOn: each.endedOn && each.endedOn > through ? null : each.endedOn })),
      };
      expect(figures(awards(facts, closed), through)).toEqual(figures(awards(known, closed), through));
    }),
  );
});

it("what was all taken back is worth nothing", () => {
  fc.assert(
    fc.property(someFacts, someBook, (facts, book) => {
      const uses = facts.uses.map((each) => ({ ...each, endedOn: "2027-12-31" }));
      const byItem = Map.groupBy(awards({ uses, adjustments: [] }, book), (each) => `${each.officeId}`);
      for (const own of byItem.values()) expect(sum(own)).toBe(0);
    }),
  );
});

function whole(rules: Book["sets"][number]["rules"]): Book {
  return { sets: [{ id: "set", from: "2026-01-01", rules }], spans: alwaysOn, closings: [] };
}

function shuffled(facts: Facts) {
  const turned = fc.record({
    uses: fc.shuffledSubarray(facts.uses, { minLength: facts.uses.length }),
    adjustments: fc.shuffledSubarray(facts.adjustments, { minLength: facts.adjustments.length }),
  });
  return fc.tuple(fc.constant(facts), turned);
}

function figures(all: Award[], through: string): string[] {
  return until(all, through).map(({ id, day: on, officeId, points }) => `${id} ${on} ${officeId} ${points}`);
}
