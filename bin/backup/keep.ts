import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { addDays, type Day, dayOf, weekdayOf } from "@/lib/dates";

/** How many days, weeks and months have a backup kept. */
export type Keep = { days: number; weeks: number; months: number };

const NAME = /^bianfa-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;

/** For so long every one stays: one made by day takes none that is from before something went wrong. */
const early = 48 * 3_600_000;

/** The name of a backup of this moment: in the folder they stand in the order of time. */
export function nameAt(moment: Date): string {
  return `bianfa-${moment.toISOString().slice(0, 19).replaceAll(":", "")}Z.backup`;
}

/** When the backup of this name began; null for what we have not named ourselves and never touch. */
export function momentOf(name: string): Date | null {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  const moment = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return day && !Number.isNaN(moment.getTime()) ? moment : null;
}

/**
 * Which of these names may go: of the latest days, weeks (from Monday) and months that have a backup the newest one
 * is kept of each, and whatever was made in the 48 hours before the newest. Days are the office's. Gaps do not count:
 * seven days are seven days that have one.
 */
export function superfluous(names: string[], { days, weeks, months }: Keep): string[] {
  const dated = names.flatMap((name) => {
    const moment = momentOf(name);
    return moment ? [{ name, day: dayOf(moment), at: moment.getTime() }] : [];
  });
  dated.sort((one, other) => (one.name < other.name ? 1 : -1));
  const newest = dated[0]?.at ?? 0;
  const kept = new Set([
    ...dated.filter(({ at }) => newest - at < early).map(({ name }) => name),
    ...newestOfEach(dated, (day) => day, days),
    ...newestOfEach(dated, (day) => addDays(day, 1 - weekdayOf(day)), weeks),
    ...newestOfEach(dated, (day) => day.slice(0, 7), months),
  ]);
  return dated.map(({ name }) => name).filter((name) => !kept.has(name));
}

function newestOfEach(
  newestFirst: { name: string; day: Day }[],
  spanOf: (day: Day) => string,
  count: number,
): string[] {
  const spans = new Map<string, string>();
  for (const { name, day } of newestFirst) if (!spans.has(spanOf(day))) spans.set(spanOf(day), name);
  return [...spans.values()].slice(0, count);
}

/** The newest backup in the folder; null: there is none. */
export function newestIn(folder: string): string | null {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => momentOf(name)) : [];
  const newest = names.sort().at(-1);
  return newest ? path.join(folder, newest) : null;
}
