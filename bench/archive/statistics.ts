import { byOfficial, byPublication, bySection } from "@/bulletin/archive/statistics/breakdowns";
import { calendarOf } from "@/bulletin/archive/statistics/calendar";
import { editingOf } from "@/bulletin/archive/statistics/editing";
import { statisticsFilter } from "@/bulletin/archive/statistics/filter";
import { listFilter, listOf } from "@/bulletin/archive/statistics/list";
import { type Overview, overview } from "@/bulletin/archive/statistics/overview";
import { silentOffices } from "@/bulletin/archive/statistics/silence";
import { answerTimes, printingTimes } from "@/bulletin/archive/statistics/times";
import { atSize, type Measured, quantile } from "../print";
import { people } from "./house";

const bound = 300;
const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

/** A year of all publications, as an editor opens it, on a database that `fill` has filled: the page, and with each of its parts. */
export async function statisticsOf(count: number): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [what, part] of Object.entries(parts)) {
    const times: number[] = [];
    for (const year of [...years, ...years, ...years]) {
      const start = performance.now();
      const of = await overview(people.editor, asked(year), { along: what === "单位与各月" });
      await part(of, year);
      // The first turn of each year reads from the disk.
      times.push(performance.now() - start);
    }
    rows.push(
      atSize(`一年的${what}，中位`, count, quantile(times), { unit: "毫秒" }),
      atSize(`一年的${what}，95%`, count, quantile(times, 0.95), { unit: "毫秒", bound }),
    );
  }
  return rows;
}

const asked = (year: number) => statisticsFilter.parse({ publication: "all", period: "year", year: String(year) });

const parts: Record<string, (of: Overview, year: number) => Promise<unknown>> = {
  单位与各月: async () => undefined,
  栏目与刊物: async ({ selection }) => Promise.all([bySection(selection), byPublication(selection)]),
  领导: async ({ selection }) => byOfficial(selection),
  日历: async ({ selection }) => calendarOf(selection),
  零报送: async ({ selection, tallies }) => silentOffices(selection, tallies),
  改稿与时效: async ({ selection }) =>
    Promise.all([editingOf(selection), answerTimes(selection.scope), printingTimes(selection.scope)]),
  采用的明细: async (_, year) =>
    listOf(
      people.editor,
      listFilter.parse({ publication: "all", period: "year", year: String(year), what: "adopted" }),
    ),
};
