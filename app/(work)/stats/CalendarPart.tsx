import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CalendarDay, CalendarMonth, CalendarWeek } from "@/bulletin/archive/statistics/calendar";
import { formatDay } from "@/lib/dates";
import { listHref, onDays, type Query } from "./query";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A year on one sheet: twelve small tables of days with their counts, no colours to decipher; each count leads to its list. */
export function CalendarPart({ year, months, query }: { year: number; months: CalendarMonth[]; query: Query }) {
  const say = useTranslations("stats");
  return (
    <section aria-label={say("calendar", { year: String(year) })}>
      <h2 className="font-bold">{say("calendar", { year: String(year) })}</h2>
      <p className="pb-4 text-ink-2">{say("calendarFact")}</p>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3 print:gap-x-4">
        {months.map((month) => (
          <Month key={month.month} {...month} query={query} />
        ))}
      </div>
    </section>
  );
}

/** On a telephone a month in which nothing was is one line: nobody scrolls past half a year of empty days. */
function Month({ month, weeks, query }: CalendarMonth & { query: Query }) {
  const say = useTranslations("stats");
  const name = say("monthName", { month: String(month) });
  const isEmpty = weeks.every(({ days }) => days.every((day) => !day?.sent && !day?.adopted));
  return (
    <>
      {isEmpty && (
        <p className="flex gap-4 border-b border-line pb-2 sm:hidden print:hidden">
          <b>{name}</b>
          <span className="text-ink-3">{say("emptyMonth")}</span>
        </p>
      )}
      <MonthTable {...{ name, weeks, query }} className={isEmpty ? "max-sm:hidden print:table" : ""} />
    </>
  );
}

type OfMonth = { name: string; weeks: CalendarWeek[]; query: Query; className: string };

function MonthTable({ name, weeks, query, className }: OfMonth) {
  const say = useTranslations("stats");
  return (
    <table className={`w-full table-fixed border-collapse self-start break-inside-avoid ${className}`}>
      <caption className="pb-1 text-left font-bold">{name}</caption>
      <thead>
        <tr className="border-b border-line-2">
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="font-normal text-ink-3">
              {say(`weekdays.d${weekday}`)}
            </th>
          ))}
          <th scope="col" className="text-right font-normal whitespace-nowrap text-ink-3 print:text-key">
            {say("week")}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.from} className="h-10 border-b border-line align-top">
            {week.days.map((day, at) => (
              <td key={weekdays[at]} className="text-center">
                {day && <DayCell {...day} query={query} />}
              </td>
            ))}
            <td className="text-right">
              <WeekCell {...week} query={query} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The day as a small number, what was sent, and in bold what was printed; an empty day stays empty. */
function DayCell({ day, sent, adopted, query }: CalendarDay & { query: Query }) {
  const say = useTranslations("stats");
  const locale = useLocale();
  const number = <span className="block text-key text-ink-3">{Number(day.slice(8))}</span>;
  if (!sent && !adopted) return number;
  return (
    <Link
      prefetch={false}
      href={listHref(onDays(query, day, day), sent ? "sent" : "adopted")}
      aria-label={say("dayFigures", { day: formatDay(day, locale), sent, adopted })}
      className="block min-h-11 pb-1 leading-5 hover:bg-sunk"
    >
      {number}
      <span className="block">{sent || ""}</span>
      <b className="block text-indigo">{adopted || ""}</b>
    </Link>
  );
}

function WeekCell({ from, to, sent, query }: CalendarWeek & { query: Query }) {
  const say = useTranslations("stats");
  const locale = useLocale();
  if (!sent) return null;
  return (
    <Link
      prefetch={false}
      href={listHref(onDays(query, from, to), "sent")}
      aria-label={say("weekFigures", { from: formatDay(from, locale, { weekday: false }), sent })}
      className="inline-flex min-h-11 min-w-8 items-center justify-end text-ink-2 hover:underline"
    >
      {sent}
    </Link>
  );
}
