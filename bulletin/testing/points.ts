import fc from "fast-check";
import { addDays, momentOf } from "@/lib/dates";
import type { Book, Row, RuleSet, Rules } from "../archive/points/book";
import type { Adjustment, Facts, Use, What } from "../archive/points/facts";

// Facts and rules made up for the tests of awards(), and whole worlds of them for its properties.

export const weekly = "00000000-0000-7000-8000-0000000000a1";
export const flash = "00000000-0000-7000-8000-0000000000a2";
export const city = "00000000-0000-7000-8000-0000000000b1";
export const country = "00000000-0000-7000-8000-0000000000b2";

/** 3 points for a story and 1 for a brief of the weekly, 10 for a flash; relayed 2 and 5, adopted 4 and 20. */
export function rules(given: Partial<Rules> = {}): Rules {
  const levels = {
    [city]: { relayed: 200, adopted: 400 },
    [country]: { relayed: 500, adopted: 2_000 },
  };
  return {
    rows: [
      { publicationId: weekly, kind: "story", own: 300, levels },
      { publicationId: weekly, kind: "brief", own: 100, levels: {} },
      { publicationId: flash, kind: "single", own: 1_000, levels },
    ],
    instructions: { own: 0, levels: {} },
    merge: { how: "full", fixed: 0 },
    repeat: "sum",
    groups: [],
    ranked: false,
    ...given,
  };
}

export function book(given: Partial<Rules> = {}, more: Partial<Book> = {}): Book {
  const on = (publicationId: string) => ({ publicationId, from: "2026-01-01", until: null });
  const sets = [{ id: "set", from: "2026-01-01", rules: rules(given) }];
  return { sets, spans: [on(weekly), on(flash)], closings: [], ...more };
}

let count = 0;

/** A story of the north in the weekly, printed on 1 March, unless told otherwise. */
export function use(given: Partial<Use> = {}): Use {
  const id = `use ${++count}`;
  const day = given.day ?? "2026-03-01";
  return {
    ...{ id, what: "printed", levelId: null, entryId: id, publicationId: weekly, kind: "story", isSingle: false },
    ...{ sources: [{ itemId: "item 1", officeId: "north" }], name: "", day, endedOn: null },
    knownAt: momentOf(day, "10:00").getTime(),
    ...given,
  };
}

export function facts(...uses: Use[]): Facts {
  return { uses, adjustments: [] };
}

// ── whole worlds ──────────────────────────────────────────────────────────────────────────────────

const day = fc.integer({ min: 0, max: 364 }).map((at) => addDays("2026-01-01", at));
const points = fc.integer({ min: 0, max: 5_000 });
const levelIds = [city, country];

const someRow = (publicationId: string, kind: Row["kind"]) =>
  fc.record({
    publicationId: fc.constant(publicationId),
    kind: fc.constant(kind),
    own: fc.option(points),
    levels: fc.record({
      [city]: fc.record({ relayed: fc.option(points), adopted: fc.option(points) }),
      [country]: fc.record({ relayed: fc.option(points), adopted: fc.option(points) }),
    }),
  });

export const someRules: fc.Arbitrary<Rules> = fc.record({
  rows: fc
    .tuple(someRow(weekly, "story"), someRow(weekly, "brief"), someRow(flash, "single"), someRow(flash, "story"))
    .map((rows) => rows as Row[]),
  instructions: fc.record({ own: points, levels: fc.record({ [city]: points, [country]: points }) }),
  merge: fc.record({ how: fc.constantFrom("full", "split", "fixed"), fixed: points }),
  repeat: fc.constantFrom("sum", "highest"),
  groups: fc.constant([]),
  ranked: fc.constant(false),
});

export const someSets: fc.Arbitrary<RuleSet[]> = fc
  .uniqueArray(fc.record({ from: day, rules: someRules }), { selector: ({ from }) => from, maxLength: 4 })
  .map((sets) => sets.map((set) => ({ ...set, id: `set of ${set.from}` })));

/** Five items of three offices in eight entries, so that they meet. */
const someSources = fc
  .uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
  .map((items) => items.map((item) => ({ itemId: `item ${item}`, officeId: `office ${item % 3}` })));

const someUse = fc
  .record({
    what: fc.constantFrom<What>("printed", "relayed", "adopted", "instructed"),
    level: fc.constantFrom(...levelIds),
    entry: fc.integer({ min: 1, max: 8 }),
    publicationId: fc.constantFrom(weekly, flash),
    kind: fc.constantFrom("story" as const, "brief" as const),
    isSingle: fc.boolean(),
    sources: someSources,
    day,
    late: fc.integer({ min: 0, max: 60 }),
    lasts: fc.option(fc.integer({ min: 0, max: 90 })),
  })
  .map(({ level, entry, late, lasts, ...each }): Omit<Use, "id"> => {
    const known = addDays(each.day, late);
    return {
      ...{ ...each, name: "", entryId: `entry ${entry}`, levelId: each.what === "printed" ? null : level },
      ...{ knownAt: momentOf(known, "10:00").getTime(), endedOn: lasts === null ? null : addDays(known, lasts) },
    };
  });

const someAdjustment = fc
  .record({ day, points: fc.integer({ min: -5_000, max: 5_000 }), office: fc.integer({ min: 0, max: 2 }) })
  .map(({ office, ...each }): Omit<Adjustment, "id"> => {
    const known = { knownAt: momentOf(each.day, "10:00").getTime(), endedOn: null };
    return { ...each, ...known, officeId: `office ${office}`, reason: "" };
  });

export const someFacts: fc.Arbitrary<Facts> = fc
  .record({ uses: fc.array(someUse, { maxLength: 30 }), adjustments: fc.array(someAdjustment, { maxLength: 6 }) })
  .map(({ uses, adjustments }) => ({
    uses: uses.map((each, at) => ({ ...each, id: `use ${at}` })),
    adjustments: adjustments.map((each, at) => ({ ...each, id: `adjustment ${at}` })),
  }));

export const alwaysOn = [weekly, flash].map((publicationId) => ({ publicationId, from: "2026-01-01", until: null }));

export const someBook: fc.Arbitrary<Book> = someSets.map((sets) => ({ sets, spans: alwaysOn, closings: [] }));
