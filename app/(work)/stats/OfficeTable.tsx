import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { Overview } from "@/bulletin/archive/statistics/overview";
import { forms, rateOf, type Tally } from "@/bulletin/archive/statistics/tallies";
import { formatDay } from "@/lib/dates";
import { percent } from "@/lib/percent";
import { Count } from "./Figure";
import { listHref, type Query } from "./query";

const wide = "max-lg:hidden print:table-cell";

/** Office by office, kind by kind, in the order of the roster: never a ranking. */
export function OfficeTable({ of, query }: { of: Overview; query: Query }) {
  const say = useTranslations("stats");
  const { offices, total, selection } = of;
  const heads = [say("sent"), say("adopted"), say("rate"), ...forms.map((form) => say(`forms.${form}`)), say("last")];
  const kinds = [...new Set(offices.map(({ kind }) => kind))];
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{say("byOffice")}</caption>
      <thead>
        <tr className="h-9 border-b border-ink">
          <th scope="col" className="px-0 text-left font-normal text-ink-2">
            {say("office")}
          </th>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={`px-2 text-right font-normal text-ink-2 ${at > 2 ? wide : ""}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => {
          const rows = offices.filter((office) => office.kind === kind);
          return (
            <Fragment key={kind}>
              {selection.whole && (
                <tr className="h-[34px] border-b border-line-2">
                  <th colSpan={8} scope="rowgroup" className="text-left align-bottom font-normal text-ink-3">
                    {say(`kinds.${kind}`)}
                    <span className="ml-4">{say("households", { count: rows.length })}</span>
                  </th>
                </tr>
              )}
              {rows.map(({ id, shortName, tally }) => (
                <Row key={id} name={shortName} tally={tally} query={{ ...query, office: id }} />
              ))}
            </Fragment>
          );
        })}
      </tbody>
      {selection.whole && (
        <tfoot className="border-b border-ink">
          <Row name={<b>{say("total")}</b>} tally={total} query={query} bold />
        </tfoot>
      )}
    </table>
  );
}

type RowProps = { name: ReactNode; tally: Tally; query: Query; bold?: boolean };

function Row({ name, tally, query, bold = false }: RowProps) {
  const locale = useLocale();
  const { sent, adopted, last } = tally;
  const href = (what: string, form = "") => listHref(query, what, { form });
  return (
    <tr className="h-11 border-b border-line break-inside-avoid hover:bg-sunk">
      <th scope="row" className="text-left font-normal whitespace-nowrap">
        {name}
      </th>
      <td className="px-2 text-right">
        <Count count={sent} href={href("sent")} bold={bold} />
      </td>
      <td className="px-2 text-right">
        <Count count={adopted} href={href("adopted")} bold />
      </td>
      <td className={`px-2 text-right ${bold ? "font-bold" : ""}`}>{percent(rateOf(tally))}</td>
      {forms.map((form) => (
        <td key={form} className={`px-2 text-right ${wide}`}>
          <Count count={tally[form]} href={href("adopted", form)} bold={bold} />
        </td>
      ))}
      <td className={`px-2 text-right whitespace-nowrap ${wide}`}>
        {last && !bold && formatDay(last, locale, { weekday: false })}
      </td>
    </tr>
  );
}
