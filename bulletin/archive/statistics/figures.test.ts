import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import { emptyDatabase, onDatabase } from "../../testing/database";
import { histories, play, stage } from "../../testing/statistics";
import { byOfficial, byPublication, bySection } from "./breakdowns";
import { calendarOf } from "./calendar";
import { editingOf } from "./editing";
import { statisticsFilter } from "./filter";
import { listFilter, listOf } from "./list";
import { overview } from "./overview";

onDatabase();

/** The office's day of a moment, by arithmetic of its own. */
const dayOf = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Every item and every printing, told from the base tables in plain loops. */
async function told() {
  const [items, events, issues] = [
    await db.item.findMany({ include: { submitted: true } }),
    await db.event.findMany({ orderBy: { id: "asc" } }),
    await db.issue.findMany({
      include: { entries: { include: { section: true, item: true, sources: { include: { item: true } } } } },
    }),
  ];
  const sent = items.flatMap((item) => {
    if (!item.submitted.length) return [];
    let [arrived, back] = [0, false];
    for (const { act, at } of events.filter(({ itemId }) => itemId === item.id)) {
      const came = item.submitted.some((each) => Math.abs(each.at.getTime() - at.getTime()) < 1_000);
      if (act === "withdraw") back = true;
      if ((act === "submit" || act === "officeSignOff") && came) {
        arrived++;
        back = false;
      }
    }
    expect(arrived).toBe(item.submitted.length);
    const first = item.submitted.reduce((a, b) => (a.number < b.number ? a : b));
    return back ? [] : [{ ...item, day: dayOf(first.at) }];
  });
  const printed = issues
    .filter(({ state }) => state === "distributed")
    .flatMap((issue) => {
      const editions = issues.filter(
        (each) =>
          each.publicationId === issue.publicationId &&
          each.series === issue.series &&
          each.number === issue.number &&
          each.distributedAt,
      );
      const firstOut = Math.min(...editions.map(({ distributedAt }) => distributedAt?.getTime() ?? 0));
      const day = dayOf(new Date(firstOut));
      const { publicationId, number, id: issueId } = issue;
      return issue.entries.flatMap((entry) =>
        [entry, ...entry.sources].map(({ item, itemId }) => ({
          ...{ ...entry, item, itemId, publicationId, number, issueId, day },
          form: entry.sources.length ? "merged" : entry.kind,
        })),
      );
    });
  return { sent, printed };
}

const distinct = (rows: { itemId: string | null }[]) => new Set(rows.map(({ itemId }) => itemId)).size;

describe("the figures", () => {
  it("are those of a plain count, whatever happened, and each list is as long as its figure says", async () => {
    await fc.assert(fc.asyncProperty(histories, holds), { numRuns: 6, endOnFailure: true });
  });

  async function holds(steps: Parameters<typeof play>[1]): Promise<void> {
    await emptyDatabase();
    const set = await stage();
    const { people } = set;
    await play(set, steps);
    const { sent, printed } = await told();
    const kept = await snapshot();
    await db.$executeRaw`SELECT "countAll"()`;
    expect(await snapshot()).toEqual(kept);

    for (const query of asked(set)) {
      const filter = statisticsFilter.parse(query);
      const { selection, total, offices, points, tallies, pending } = await overview(people.editor, filter);
      const { from, to, issueIds, publicationId, section, officeIds } = selection.scope;
      const mine = sent.filter(
        (each) =>
          each.day >= from &&
          each.day <= to &&
          (!publicationId || each.publicationId === publicationId) &&
          (!section || section.ids?.includes(each.sectionId ?? "")) &&
          (!officeIds || officeIds.includes(each.officeId)),
      );
      const ours = printed.filter(
        (each) =>
          (issueIds ? issueIds.includes(each.issueId) : each.day >= from && each.day <= to) &&
          (!publicationId || each.publicationId === publicationId) &&
          (!section || each.section.title === section.title) &&
          (!officeIds || officeIds.includes(each.item?.officeId ?? "")),
      );
      const context = JSON.stringify(query);
      expect(total.sent, context).toBe(mine.length);
      expect(total.adopted, context).toBe(distinct(ours));
      expect(total.story + total.brief + total.merged).toBe(total.adopted);
      expect(total.merged, context).toBe(distinct(ours.filter(({ form }) => form === "merged")));
      expect([...tallies.values()].reduce((sum, each) => sum + each.sent, 0)).toBe(total.sent);
      for (const { id, tally } of offices) {
        expect(tally.sent).toBe(mine.filter(({ officeId }) => officeId === id).length);
        expect(tally.adopted).toBe(distinct(ours.filter(({ item }) => item?.officeId === id)));
      }
      for (const point of points) {
        const within = ({ day }: { day: string }) => day >= point.from && day <= point.to;
        expect({ query, point }).toMatchObject({ point: { sent: mine.filter(within).length } });
        const there = ours.filter((each) => (point.issueId ? each.issueId === point.issueId : within(each)));
        expect({ query, point }).toMatchObject({ point: { adopted: distinct(there) } });
      }
      expect(pending).toBe(mine.filter(({ state }) => state === "adopted" || state === "merged").length);
      await lists(people.editor, query, { sent: total.sent, adopted: total.adopted, pending });
      for (const line of await bySection(selection)) {
        expect(line.adopted).toBe(distinct(ours.filter(({ section: { title } }) => title === line.name)));
        if (!section || line.id === section.title)
          await lists(people.editor, { ...query, section: line.id }, { sent: line.sent, adopted: line.adopted });
      }
      for (const line of await byPublication(selection))
        expect(line.adopted).toBe(distinct(ours.filter((each) => each.publicationId === line.id)));
      for (const line of await byOfficial(selection)) {
        expect(line.sent).toBe(mine.filter(({ officialIds }) => officialIds.includes(line.id)).length);
        await lists(people.editor, { ...query, official: line.id }, { sent: line.sent, adopted: line.adopted });
      }
      const { edited, reasons } = await editingOf(selection);
      await lists(people.editor, query, { edited });
      for (const { reason, count } of reasons) await lists(people.editor, { ...query, reason }, { adopted: count });
      const { months } = await calendarOf(selection);
      const days = months.flatMap(({ weeks }) => weeks.flatMap((week) => week.days.flatMap((day) => day ?? [])));
      const all = { ...selection.scope, from: "2026-01-01", to: "2026-12-31" };
      expect(days.length).toBe(365);
      expect(days.reduce((sum, each) => sum + each.sent, 0)).toBe(
        sent.filter(
          (each) =>
            each.day >= all.from &&
            each.day <= all.to &&
            (!publicationId || each.publicationId === publicationId) &&
            (!section || section.ids?.includes(each.sectionId ?? "")) &&
            (!officeIds || officeIds.includes(each.officeId)),
        ).length,
      );
    }
  }

  /** Each list by its own address: its count is the figure, and so are the rows on its pages. */
  async function lists(
    actor: Parameters<typeof listOf>[0],
    query: object,
    figures: Partial<Record<"sent" | "adopted" | "pending" | "edited", number>>,
  ): Promise<void> {
    for (const [what, figure] of Object.entries(figures)) {
      const { rows, count } = await listOf(actor, listFilter.parse({ ...query, what }));
      expect({ query, what, count, rows: rows.length }).toEqual({ query, what, count: figure, rows: figure });
      expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    }
  }

  const snapshot = async () => ({
    sent: await db.sentItem.findMany({ orderBy: { itemId: "asc" } }),
    published: (await db.publishedItem.findMany({ orderBy: { entryId: "asc" } })).map(({ reasons: _, ...row }) => row),
  });

  function asked({ publications }: Awaited<ReturnType<typeof stage>>): Record<string, string>[] {
    const [one = "", other = ""] = publications.map(({ id }) => id);
    return [
      { publication: "all", period: "year", year: "2026" },
      { publication: one, period: "issues", year: "2026" },
      { publication: other, period: "issues", year: "2026", first: "1", last: "2" },
      { publication: "all", period: "quarter", year: "2026", part: "1", section: "重要活动" },
      { publication: one, period: "month", year: "2026", part: "2" },
      { publication: "all", period: "days", from: "2026-01-20", to: addDays("2026-01-20", 20), officeKind: "county" },
    ];
  }
});
