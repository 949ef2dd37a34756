import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { noSection } from "@/bulletin/archive/statistics/filter";
import type { Selection } from "@/bulletin/archive/statistics/selection";
import { Choice } from "./Choice";
import { PeriodChoice } from "./PeriodChoice";
import { periodName } from "./periodName";
import { type Query, queryOf, statsHref, without } from "./query";

/** Publication, period, section, kind of office: each says what is chosen, each choice is a link. */
export function Filters({ selection, view }: { selection: Selection; view: Query }) {
  const say = useTranslations("stats");
  const locale = useLocale();
  const { publication, publications, period, section, sections, officeKind, whole } = selection;
  const query = { ...queryOf(selection), ...view };
  // Another publication has other numbers and sections.
  const elsewhere = without(query, "section", "first", "last");
  const [all, every, anyKind] = [say("allPublications"), say("allSections"), say("allKinds")];
  const chosenSection = section === noSection ? say("noSection") : section;
  const kind = officeKind && say(`kinds.${officeKind}`);
  const named = (name: string, value: string) => say("chosen", { name, value });
  return (
    <>
      <Choice name={named(say("publication"), publication?.name ?? all)} value={publication?.name ?? all}>
        <Options
          options={[
            ...publications.map(
              ({ id, name }) => [name, { ...elsewhere, publication: id }, id === publication?.id] as const,
            ),
            [all, { ...elsewhere, publication: "all" }, !publication],
          ]}
        />
      </Choice>
      <Choice name={named(say("period"), periodName(say, period, locale))} value={periodName(say, period, locale)}>
        <PeriodChoice selection={selection} query={query} />
      </Choice>
      <Choice name={named(say("section"), chosenSection || every)} value={chosenSection || every}>
        <Options
          options={[
            [every, without(query, "section"), !section],
            ...sections.map((title) => [title, { ...query, section: title }, title === section] as const),
          ]}
        />
      </Choice>
      {whole && (
        <Choice name={named(say("officeKind"), kind ?? anyKind)} value={kind ?? anyKind}>
          <Options
            options={[
              [anyKind, without(query, "officeKind"), !officeKind],
              ...(["county", "committee", "secretariat"] as const).map(
                (each) => [say(`kinds.${each}`), { ...query, officeKind: each }, each === officeKind] as const,
              ),
            ]}
          />
        </Choice>
      )}
    </>
  );
}

/** Links below each other; the present one is marked. */
function Options({ options }: { options: (readonly [label: string, query: Query, current: boolean])[] }) {
  return (
    <ul>
      {options.map(([label, query, current]) => (
        <li key={label}>
          <Link
            prefetch={false}
            href={statsHref(query)}
            aria-current={current ? "true" : undefined}
            className={`flex min-h-11 items-center px-3 whitespace-nowrap hover:bg-sunk ${current ? "font-bold" : ""}`}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
