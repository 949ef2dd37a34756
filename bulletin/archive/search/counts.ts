import type { Actor } from "@/lib/actor";
import { type Counted, countsOf, type Facet } from "./answer";
import { questionOf } from "./ask";
import { knownTo } from "./known";
import { understand } from "./typed";
import { lastPage, pageSize, type Wanted } from "./wanted";

export type Count = { value: string; label: string; count: number };
export type Facets = Record<Facet, Count[]>;
export type Counts = { total: number; pages: number; facets: Facets };

/**
 * How many a search finds of what the person may see, and how they divide; where a value is chosen, how many
 * there would be with each other one. All of it is looked at for that, so that it comes after the first page
 * of it (find.ts).
 */
export async function count(actor: Actor, wanted: Wanted): Promise<Counts> {
  const typed = understand(wanted.q);
  const known = await knownTo(actor, wanted, typed);
  const question = questionOf(actor, wanted, typed, known);
  const chosen = chosenIn(wanted);
  const [counts, ...alternatives] = await Promise.all([
    question ? countsOf(question, wanted) : [],
    ...chosen.map(([facet, open]) => {
      const other = questionOf(actor, open, typed, known);
      return other ? countsOf(other, open, facet) : [];
    }),
  ]);
  const total = counts.reduce((sum, [facet, , , n]) => sum + (facet === "kind" ? n : 0), 0);
  const isOpen = ([facet]: Counted) => !chosen.some(([each]) => each === facet);
  return {
    total,
    pages: Math.min(lastPage, Math.ceil(total / pageSize)),
    facets: inOrder([...counts.filter(isOpen), ...alternatives.flat()]),
  };
}

/** The facets in which a value is chosen, each with what is wanted apart from that. */
function chosenIn(wanted: Wanted): [Facet, Wanted][] {
  const chosen: [Facet, Wanted][] = (["kind", "publication", "section", "office", "official"] as const).flatMap(
    (facet) => (wanted[facet] ? [[facet, { ...wanted, [facet]: null }]] : []),
  );
  return wanted.from || wanted.to ? [...chosen, ["year", { ...wanted, from: null, to: null }]] : chosen;
}

/** The largest first; years in their order. */
function inOrder(all: Counted[]): Facets {
  const of = (facet: Facet): Count[] =>
    all
      .flatMap(([name, value, label, n]) => (name === facet ? [{ value, label, count: n }] : []))
      .sort((a, b) =>
        facet === "year" ? Number(b.value) - Number(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1),
      );
  return {
    ...{ kind: of("kind"), publication: of("publication"), section: of("section") },
    ...{ office: of("office"), official: of("official"), year: of("year") },
  };
}
