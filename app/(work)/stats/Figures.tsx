import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Overview } from "@/bulletin/archive/statistics/overview";
import { rateOf } from "@/bulletin/archive/statistics/tallies";
import { Figure } from "./Figure";
import { listHref, type Query, statsHref } from "./query";

/** The four figures of the period, and who is silent this week. */
export function Figures({ of, query }: { of: Overview; query: Query }) {
  const say = useTranslations("stats");
  const { total, answer, pending, selection } = of;
  const figure = (count: number, what: string) =>
    count ? (
      <Link prefetch={false} href={listHref(query, what)} className="hover:underline">
        {count}
      </Link>
    ) : (
      0
    );
  const days = (each: number | null) => each?.toFixed(1) ?? "";
  const rate = rateOf(total);
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3 px-8 py-3 max-sm:px-4">
      <Figure name={say("sent")} unit={say("items")}>
        {figure(total.sent, "sent")}
      </Figure>
      <Figure name={say("adopted")} unit={say("items")}>
        {figure(total.adopted, "adopted")}
      </Figure>
      <Figure name={say("rate")} unit={say("percent")}>
        {rate !== null && (100 * rate).toFixed(1)}
      </Figure>
      <Figure name={say("answer")} unit={say("days")}>
        {answer.count > 0 && (
          <Link prefetch={false} href={listHref(query, "answered")} className="hover:underline">
            {days(answer.mean)}
          </Link>
        )}
      </Figure>
      {pending > 0 && (
        <Link
          prefetch={false}
          href={listHref(query, "pending")}
          className="texttool inline-flex min-h-11 items-center self-end text-ink-3"
        >
          {say("pending", { count: pending })}
        </Link>
      )}
      {selection.whole && <SilentNow of={of} query={query} />}
    </div>
  );
}

/** Two are named; of more there is the number, and the names behind it. */
function SilentNow({ of: { silent }, query }: { of: Overview; query: Query }) {
  const say = useTranslations("stats");
  return (
    <div className="border-line pl-6 max-sm:pl-0 sm:ml-auto sm:border-l">
      <p className="text-ink-2">{say("silentWeek")}</p>
      {silent.length === 0 && <p>{say("nobodySilent")}</p>}
      {silent.length > 2 ? (
        <Link
          prefetch={false}
          href={statsHref({ publication: query.publication ?? "all", period: "week", view: "silent" })}
          className="texttool inline-flex min-h-11 items-center text-lead font-medium"
        >
          {say("silentCount", { count: silent.length })}
        </Link>
      ) : (
        silent.map(({ office, weeks, since }) => (
          <p key={office.id} className="whitespace-nowrap">
            <span className="text-lead font-medium">{office.shortName}</span>
            <span className="ml-5 text-ink-2">{since ? say("inARow", { weeks }) : say("never")}</span>
          </p>
        ))
      )}
    </div>
  );
}
