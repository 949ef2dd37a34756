import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, weekOf } from "@/lib/dates";
import { momentOf, nameAt, superfluous } from "./keep";

const keep = { days: 7, weeks: 4, months: 12 };
const nightly = (count: number) =>
  Array.from({ length: count }, (_, at) => nameAt(new Date(Date.UTC(2026, 10, 29, 18, 0, 5) - at * 86_400_000)));

describe("what is kept", () => {
  it("of two years of nights: seven days, four weeks, twelve months", () => {
    const gone = new Set(superfluous(nightly(730), keep));
    const kept = nightly(730).filter((name) => !gone.has(name));
    // The newest begins on Monday the 30th at the office, where it is already two o'clock.
    expect(kept.map((name) => dayOf(momentOf(name) ?? new Date(0)))).toEqual([
      ...["2026-11-30", "2026-11-29", "2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24"],
      ...["2026-11-22", "2026-11-15", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30"],
      ...["2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"],
    ]);
  });

  it("is everything of two days, however often somebody asks for one: the night's stays beside the day's", () => {
    const office = (time: string) => nameAt(new Date(`2026-${time}:00+08:00`));
    const names = ["11-27T02:25", "11-28T02:25", "11-28T10:05", "11-29T02:25", "11-30T02:25", "11-30T09:50"].map(
      office,
    );
    expect(superfluous(names, { days: 1, weeks: 0, months: 0 }).sort()).toEqual(
      ["11-27T02:25", "11-28T02:25"].map(office),
    );
    expect(superfluous(names, keep)).toEqual([office("11-28T02:25")]);
  });

  it("is never anything that has another name", () => {
    const mine = [
      "bianfa-before.dump",
      "bianfa-2026-11-22T020000Z.backup.part",
      "bianfa-2026-13-45T990000Z.backup",
      "notes",
    ];
    expect(superfluous([...mine, ...nightly(1)], { days: 1, weeks: 0, months: 0 })).toEqual([]);
  });

  it("always holds the newest, and of the latest spans one each", () => {
    const moments = fc.array(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    const counts = fc.record({ days: fc.integer({ min: 1, max: 9 }), weeks: fc.nat(9), months: fc.nat(9) });
    fc.assert(
      fc.property(moments, counts, (all, wanted) => {
        const names = [...new Set(all.map(nameAt))].sort();
        const gone = superfluous(names, wanted);
        const kept = names.filter((name) => !gone.includes(name));
        expect(kept).toContain(names.at(-1));
        expect(superfluous(kept, wanted)).toEqual([]);
        for (const [spanOf, count] of [
          [(name: string) => dayOf(momentOf(name) as Date), wanted.days],
          [(name: string) => weekOf(dayOf(momentOf(name) as Date)).from, wanted.weeks],
          [(name: string) => dayOf(momentOf(name) as Date).slice(0, 7), wanted.months],
        ] as const) {
          const latest = [...new Set(names.map(spanOf))].sort().slice(-count || names.length * 2);
          for (const span of count ? latest : []) expect(kept.map(spanOf)).toContain(span);
        }
      }),
    );
  });
});
