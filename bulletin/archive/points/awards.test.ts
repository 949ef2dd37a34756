import { describe, expect, it } from "vitest";
import { momentOf } from "@/lib/dates";
import { book, city, country, facts, flash, rules, use, weekly } from "../../testing/points";
import { awards } from "./awards";
import type { Book, Rules } from "./book";
import type { Facts, Use } from "./facts";

/** Each award as `day office points`, in order. */
function told(of: Facts, by: Book = book()): string[] {
  return awards(of, by).map(({ day, officeId, points }) => `${day} ${officeId} ${points}`);
}

const merged = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ itemId: `item ${at + 1}`, officeId: `office ${at + 1}` }));

describe("what a use is worth", () => {
  const cases: [string, Partial<Use>, number][] = [
    ["a story", {}, 300],
    ["a brief", { kind: "brief" }, 100],
    ["a single-item issue, by its own row", { publicationId: flash, isSingle: true }, 1_000],
    ["a single-item issue of a publication without such a row, as a story", { isSingle: true }, 300],
    ["what the rules give nothing for is listed with nothing", { publicationId: flash }, 0],
    ["a story relayed to the city", { what: "relayed", levelId: city }, 200],
    ["adopted in the country", { what: "adopted", levelId: country }, 2_000],
  ];
  it.each(cases)("%s", (_, given, points) => {
    expect(awards(facts(use(given)), book()).map((each) => each.points)).toEqual([points]);
  });

  it("is nothing, and not listed, where a brief that gives none above is relayed", () => {
    expect(told(facts(use({ kind: "brief", what: "relayed", levelId: city })))).toEqual([]);
  });

  it("is nothing before the first rule set, and on days on which the publication's points are off", () => {
    const spans = [
      { publicationId: weekly, from: "2026-02-01", until: "2026-02-28" },
      { publicationId: weekly, from: "2026-04-01", until: null },
    ];
    const days = ["2025-12-31", "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-04-01"];
    const counted = told(facts(...days.map((day, at) => use({ day, id: `${at}` }))), book({}, { spans }));
    expect(counted.map((each) => each.slice(0, 10))).toEqual(["2026-02-01", "2026-02-28", "2026-04-01"]);
  });
});

describe("an entry of several items", () => {
  const cases: [string, Rules["merge"], number[]][] = [
    ["gives each all", { how: "full", fixed: 0 }, [1_000, 1_000, 1_000]],
    ["is split so that the shares are the whole again", { how: "split", fixed: 0 }, [334, 333, 333]],
    ["gives each a fixed number", { how: "fixed", fixed: 150 }, [150, 150, 150]],
  ];
  it.each(cases)("%s", (_, merge, points) => {
    const one = use({ publicationId: flash, isSingle: true, sources: merged(3).toReversed() });
    expect(told(facts(one), book({ merge }))).toEqual(points.map((each, at) => `2026-03-01 office ${at + 1} ${each}`));
  });

  it("of one item alone is not fixed", () => {
    expect(told(facts(use()), book({ merge: { how: "fixed", fixed: 150 } }))).toEqual(["2026-03-01 north 300"]);
  });
});

describe("one item used several times", () => {
  const all = facts(
    use({ day: "2026-03-01" }),
    use({ day: "2026-03-20", what: "relayed", levelId: city }),
    use({ day: "2026-05-02", what: "adopted", levelId: country }),
  );

  it("adds up", () => {
    expect(told(all, book({ repeat: "sum" }))).toEqual([
      "2026-03-01 north 300",
      "2026-03-20 north 200",
      "2026-05-02 north 2000",
    ]);
  });

  it("counts with its highest, and the difference belongs to the day of the higher one", () => {
    expect(told(all, book({ repeat: "highest" }))).toEqual([
      "2026-03-01 north 300",
      "2026-03-20 north 0",
      "2026-05-02 north 1700",
    ]);
  });

  it("falls back to the next when the highest is taken back", () => {
    const [first, second, third] = all.uses as [Use, Use, Use];
    const taken = facts(first, second, { ...third, endedOn: "2026-06-01" });
    expect(told(taken, book({ repeat: "highest" })).at(-1)).toBe("2026-06-01 north -1700");
  });
});

describe("an instruction", () => {
  const bonus = { instructions: { own: 250, levels: { [country]: 5_000 } } };
  const given = (more: Partial<Use>) => use({ what: "instructed", entryId: "entry", ...more });

  it("earns nothing unless the rules say so", () => {
    expect(told(facts(given({})))).toEqual([]);
  });

  it("earns once an entry, however many leaders wrote, and once more at each level", () => {
    const written = [given({ day: "2026-03-02" }), given({ day: "2026-03-03" })];
    const above = given({ day: "2026-03-04", levelId: country });
    expect(told(facts(...written, above), book(bonus))).toEqual([
      "2026-03-02 north 250",
      "2026-03-03 north 0",
      "2026-03-04 north 5000",
    ]);
  });

  it("is added also where only the highest use counts", () => {
    const printed = use({ entryId: "entry" });
    const by = book({ ...bonus, repeat: "highest" });
    expect(told(facts(printed, given({ day: "2026-03-02" })), by)).toEqual([
      "2026-03-01 north 300",
      "2026-03-02 north 250",
    ]);
  });
});

describe("a period that is over", () => {
  const closings = [{ through: "2026-03-31", at: momentOf("2026-04-10", "09:00").getTime() }];

  it("keeps what a recall takes back: that belongs to the day of the recall", () => {
    expect(told(facts(use({ endedOn: "2026-04-05" })))).toEqual(["2026-03-01 north 300", "2026-04-05 north -300"]);
  });

  it("takes what becomes known before its closing, and nothing after", () => {
    const known = (day: string) => use({ id: day, knownAt: momentOf(day, "10:00").getTime() });
    const late = facts(known("2026-04-09"), { ...known("2026-04-12"), entryId: "other" });
    expect(told(late, book({}, { closings }))).toEqual(["2026-03-01 north 300", "2026-04-12 north 300"]);
  });

  it("is priced by the rules of its own day, although it counts later", () => {
    const later = { id: "later", from: "2026-04-01", rules: rules({ rows: [] }) };
    const by = { ...book({}, { closings }), sets: [...book().sets, later] };
    const [late] = awards(facts(use({ knownAt: momentOf("2026-04-12", "10:00").getTime() })), by);
    expect(late).toMatchObject({ day: "2026-04-12", ownDay: "2026-03-01", points: 300, rule: { rulesId: "set" } });
  });
});

it("what was given by hand is told apart, and undone on the day of its withdrawal", () => {
  const given = { id: "hand", officeId: "north", day: "2026-03-01", knownAt: 0, points: -150, reason: "迟报" };
  const all = awards({ uses: [use()], adjustments: [{ ...given, endedOn: "2026-03-09" }] }, book());
  expect(all.map(({ what, step, day, points }) => [what, step, day, points])).toEqual([
    ["byHand", "given", "2026-03-01", -150],
    ["printed", "given", "2026-03-01", 300],
    ["byHand", "taken", "2026-03-09", 150],
  ]);
});
