import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Coverage } from "@/bulletin/archive/statistics/coverage";
import { Fold } from "@/components/Fold";
import { formatDay } from "@/lib/dates";

/** What the issue still lacks, in one line that opens into names; each leads to where it can be had. */
export async function CoverageLine({ coverage }: { coverage: Coverage | null }) {
  const [say, locale] = await Promise.all([getTranslations("stats.coverage"), getLocale()]);
  if (!coverage) return null;
  const { silent, unused, sections, topics, since, until, mayAdopt, publicationId } = coverage;
  const day = (each: string) => formatDay(each, locale, { weekday: false });
  const desk = (query: Record<string, string>) =>
    mayAdopt ? `/desk?${new URLSearchParams({ view: "open", publication: publicationId, ...query })}` : null;
  const stats = (query: Record<string, string>) =>
    `/stats?${new URLSearchParams({ publication: publicationId, period: "days", from: since, to: until, ...query })}`;
  const lacks = silent.length + unused.length + sections.length > 0;
  const counts = { offices: silent.length, unused: unused.length, sections: sections.length };
  return (
    <div className="border-b border-line-2 px-8 py-1 max-sm:px-4">
      <Fold
        sentence={
          <>
            <b className="mr-3 font-medium whitespace-nowrap">{say("name")}</b>
            {lacks ? say("sentence", counts) : say("complete")}
          </>
        }
      >
        <p className="text-ink-3">{say("since", { from: day(since), to: day(until) })}</p>
        <Names
          head={say("silent")}
          names={silent.map(({ id, shortName, phone }) => ({
            id,
            name: shortName,
            href: stats({ view: "silent" }),
            more: phone && say("phone", { phone }),
          }))}
        />
        <Names
          head={say("unused")}
          names={unused.map(({ id, shortName, waiting }) => ({
            id,
            name: shortName,
            href: waiting
              ? desk({ office: id })
              : `/stats/list?${new URLSearchParams({ publication: publicationId, period: "days", from: since, to: until, what: "sent", office: id })}`,
            more: waiting ? say("waiting", { count: waiting }) : "",
          }))}
        />
        <Names
          head={say("sections")}
          names={sections.map(({ id, title }) => ({
            id: title,
            name: title,
            href: id && desk({ section: id }),
            more: "",
          }))}
        />
        <Names
          head={say("topics")}
          names={topics.map((topic) => ({ id: topic, name: topic, href: desk({ text: topic }), more: "" }))}
        />
      </Fold>
    </div>
  );
}

type Name = { id: string; name: string; href: string | null; more: ReactNode };

function Names({ head, names }: { head: string; names: Name[] }) {
  if (!names.length) return null;
  return (
    <section aria-label={head} className="pt-2">
      <h2 className="text-ink-2">{head}</h2>
      <ul className="flex flex-wrap gap-x-5">
        {names.map(({ id, name, href, more }) => (
          <li key={id} className="inline-flex min-h-11 items-center gap-2">
            {href ? (
              <Link prefetch={false} href={href} className="texttool">
                {name}
              </Link>
            ) : (
              name
            )}
            {more && <span className="text-ink-3">{more}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
