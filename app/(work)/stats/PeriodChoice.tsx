import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Selection } from "@/bulletin/archive/statistics/selection";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { type Query, statsHref, without } from "./query";

/** Issues by number, years, quarters, months, this week, or any days. */
export function PeriodChoice({ selection, query }: { selection: Selection; query: Query }) {
  const say = useTranslations("stats");
  const { period, years, numbers, publication } = selection;
  const rest = without(query, "period", "year", "part", "first", "last", "from", "to");
  const year = String(period.year);
  const is = (kind: string, part?: number) => period.kind === kind && (part === undefined || period.part === part);
  const days = period.kind === "days" ? period : null;
  return (
    <div className="grid w-[440px] max-w-[84vw] gap-2 p-1">
      {publication && numbers.length > 0 && (
        <Part name={say("pick.issues")}>
          <To query={{ ...rest, period: "issues", year }} current={is("issues") && query.first === String(numbers[0])}>
            {say("pick.allIssues")}
          </To>
          <Form rest={{ ...rest, period: "issues", year }}>
            <NumberField name="first" label={say("pick.firstIssue")} value={period.first ?? Math.min(...numbers)} />
            <NumberField name="last" label={say("pick.lastIssue")} value={period.last ?? Math.max(...numbers)} />
          </Form>
        </Part>
      )}
      <Part name={say("pick.years")}>
        {years.map((each) => (
          <To
            key={each}
            query={{ ...rest, period: "year", year: String(each) }}
            current={is("year") && period.year === each}
          >
            {String(each)}
          </To>
        ))}
        <To query={{ ...rest, period: "week" }} current={is("week")}>
          {say("periods.week")}
        </To>
      </Part>
      <Part name={say("pick.quarters")}>
        {[1, 2, 3, 4].map((part) => (
          <To key={part} query={{ ...rest, period: "quarter", year, part: String(part) }} current={is("quarter", part)}>
            {say("pick.quarter", { part: String(part) })}
          </To>
        ))}
      </Part>
      <Part name={say("pick.months")}>
        {Array.from({ length: 12 }, (_, at) => at + 1).map((part) => (
          <To key={part} query={{ ...rest, period: "month", year, part: String(part) }} current={is("month", part)}>
            {say("pick.month", { part: String(part) })}
          </To>
        ))}
      </Part>
      <Form rest={{ ...rest, period: "days" }}>
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="grid w-40">
            {say(`pick.${name}`)}
            <input type="date" name={name} defaultValue={days?.[name] ?? ""} className={boxClass(false)} />
          </label>
        ))}
      </Form>
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="flex flex-wrap items-end gap-x-1 border-b border-line pb-1">
      {children}
    </section>
  );
}

function To({ query, current, children }: { query: Query; current: boolean; children: ReactNode }) {
  return (
    <Link
      prefetch={false}
      href={statsHref(query)}
      aria-current={current ? "true" : undefined}
      className={`inline-flex min-h-11 min-w-11 items-center px-2 whitespace-nowrap hover:bg-sunk ${current ? "font-bold" : ""}`}
    >
      {children}
    </Link>
  );
}

/** A plain form: what it asks for becomes a part of the address. */
function Form({ rest, children }: { rest: Query; children: ReactNode }) {
  const say = useTranslations("stats.pick");
  return (
    <form action="/stats" className="flex flex-wrap items-end gap-2 py-1">
      {Object.entries(rest).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit">{say("apply")}</Button>
    </form>
  );
}

function NumberField({ name, label, value }: { name: string; label: string; value: number }) {
  return (
    <label className="grid w-28">
      {label}
      <input type="number" name={name} min={1} defaultValue={value} className={boxClass(false)} />
    </label>
  );
}
