import { X } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { addressOf } from "@/bulletin/archive/search/address";
import type { Facet } from "@/bulletin/archive/search/answer";
import type { Count, Facets as Counted } from "@/bulletin/archive/search/counts";
import type { Wanted } from "@/bulletin/archive/search/wanted";
import { formatDay } from "@/lib/dates";

type Names = { publication?: string; office?: string; official?: string };
type Props = { facets: Counted; total: number; wanted: Wanted };

const shownAtOnce = 8;

/** What is chosen, each of which can be taken off. */
export function Chosen({ wanted, names }: { wanted: Wanted; names: Names }) {
  const say = useTranslations("search");
  const locale = useLocale();
  const day = (of: string | null) => (of ? formatDay(of, locale, { weekday: false, year: true }) : "");
  const chosen: [string, string, Partial<Wanted>][] = [
    ...(wanted.kind
      ? [["kind", say(`kinds.${wanted.kind}`), { kind: null }] as [string, string, Partial<Wanted>]]
      : []),
    ...(wanted.section ? [["section", wanted.section, { section: null }] as [string, string, Partial<Wanted>]] : []),
    ...(["publication", "office", "official"] as const).flatMap((key) =>
      wanted[key] ? [[key, names[key] ?? "？", { [key]: null }] as [string, string, Partial<Wanted>]] : [],
    ),
    ...(wanted.from || wanted.to
      ? [
          ["dates", `${day(wanted.from)}—${day(wanted.to)}`, { from: null, to: null }] as [
            string,
            string,
            Partial<Wanted>,
          ],
        ]
      : []),
  ];
  if (!chosen.length) return null;
  return (
    <ul aria-label={say("only")} className="flex flex-wrap gap-2 pb-2">
      {chosen.map(([key, label, change]) => (
        <li key={key}>
          <Link
            prefetch={false}
            href={addressOf(wanted, change)}
            aria-label={say("drop", { label })}
            className="inline-flex min-h-11 items-center gap-1 border border-field bg-sheet px-3 hover:bg-sunk"
          >
            {label}
            <X size={16} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How what was found divides; each count leads to just those. What is chosen is marked among its alternatives. */
export function Facets({ facets, total, wanted }: Props) {
  const say = useTranslations("search");
  const kinds = facets.kind.reduce((sum, { count }) => sum + count, 0);
  const hint = !wanted.kind && kinds > total ? say("adoptedHint") : null;
  return (
    <nav aria-label={say("facets.name")}>
      {(Object.keys(facets) as Facet[]).map((facet) =>
        facets[facet].length > (chosenIn(wanted, facet) ? 1 : 0) ? (
          <Group
            key={facet}
            facet={facet}
            counts={facets[facet]}
            wanted={wanted}
            hint={facet === "kind" ? hint : null}
          />
        ) : null,
      )}
    </nav>
  );
}

/** The value chosen in a facet: of the years one whose first and last day are asked for. */
function chosenIn(wanted: Wanted, facet: Facet): string | null {
  if (facet !== "year") return wanted[facet];
  const year = wanted.from?.slice(0, 4) ?? "";
  return wanted.from === `${year}-01-01` && wanted.to === `${year}-12-31` ? year : null;
}

type GroupProps = { facet: Facet; counts: Count[]; wanted: Wanted; hint: string | null };

function Group({ facet, counts, wanted, hint }: GroupProps) {
  const say = useTranslations("search");
  const first = facet === "year" ? counts : counts.slice(0, shownAtOnce);
  const rest = counts.slice(first.length);
  return (
    <section className="pb-4">
      <h2 className="border-b border-line-2 font-bold">{say(`facets.${facet}`)}</h2>
      <Counts facet={facet} counts={first} wanted={wanted} />
      {hint && <p className="px-1 text-ink-3">{hint}</p>}
      {rest.length > 0 && (
        <details>
          <summary className="texttool flex min-h-11 w-fit list-none items-center">
            {say("more", { count: rest.length })}
          </summary>
          <Counts facet={facet} counts={rest} wanted={wanted} />
        </details>
      )}
    </section>
  );
}

function Counts({ facet, counts, wanted }: { facet: Facet; counts: Count[]; wanted: Wanted }) {
  const say = useTranslations("search");
  const change = (value: string): Partial<Wanted> =>
    facet === "year" ? { from: `${value}-01-01`, to: `${value}-12-31` } : { [facet]: value };
  return (
    <ul>
      {counts.map(({ value, label, count }) => (
        <li key={value}>
          {facet === "section" && !value ? (
            <span className="flex min-h-11 items-center justify-between gap-3 px-1 text-ink-2">
              {say("noSection")}
              <span className="text-ink-3">{count}</span>
            </span>
          ) : (
            <Link
              prefetch={false}
              href={addressOf(wanted, change(value))}
              aria-current={value === chosenIn(wanted, facet) ? "true" : undefined}
              className={`inside flex min-h-11 items-center justify-between gap-3 px-1 hover:bg-sunk ${value === chosenIn(wanted, facet) ? "font-bold" : ""}`}
            >
              <span>{nameOf(say, facet, value, label)}</span>
              <span className="text-ink-3">{count}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(say: ReturnType<typeof useTranslations<"search">>, facet: Facet, value: string, label: string): string {
  if (facet === "kind") return say(`kinds.${value as "item"}`);
  return facet === "year" ? say("year", { year: label }) : label;
}
