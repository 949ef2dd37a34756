import type { Actor } from "@/lib/actor";
import { type Counted, countsOf, type Facet } from "./answer";
import { type Question, questionOf } from "./ask";
import { knownTo } from "./known";
import { understand } from "./typed";
import { lastPage, pageSize, type Wanted } from "./wanted";

export type Count = { value: string; label: string; count: number };
export type Facets = Record<Facet, Count[]>;
export type Counts = { total: number; pages: number; facets: Facets };

/**
 * How many a search finds of what the person may see, and how they divide; where a value is chosen, how many
 * there would be with each other one. All of it is looked at for that, so that it comes after the first page
 * of it (find.ts). A text is counted once, as its entry where that is seen (sight.ts); how many items there are
 * says how many one finds who asks for items.
 */
export async function count(actor: Actor, wanted: Wanted): Promise<Counts> {
  const typed = understand(wanted.q);
  const known = await knownTo(actor, wanted, typed);
  const question = questionOf(actor, wanted, typed, known);
  const chosen = chosenIn(wanted);
  const adopted = adoptedIn(
    questionOf(actor, { ...wanted, kind: "item" }, typed, known),
    questionOf(actor, { ...wanted, kind: null }, typed, known),
  );
  const [counts, ...alternatives] = await Promise.all([
    question ? countsOf(question, wanted) : [],
    adopted ? countsOf(adopted, wanted, "kind") : [],
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

/** The items that are only found by whoever asks for items. Null: there are none. */
function adoptedIn(items: Question | null, open: Question | null): Question | null {
  const parts = items?.parts.filter((part) => !open?.parts.includes(part)) ?? [];
  return items && parts.length ? { ...items, parts } : null;
}

/** The facets in which a value is chosen, each with what is wanted apart from that. */
function chosenIn(wanted: Wanted): [Facet, Wanted][] {
  const chosen: [Facet, Wanted][] = (["kind", "publication", "section", "office", "official"] as const).flatMap(
    (facet) => (wanted[facet] ? [[facet, { ...wanted, [facet]: null }]] : []),
  );
  return wanted.from || wanted.to ? [...chosen, ["year", { ...wanted, from: null, to: null }]] : chosen;
}

/** The largest first; years in their order. What was counted apart is added up. */
function inOrder(all: Counted[]): Facets {
  const of = (facet: Facet): Count[] => {
    const counts = new Map<string, Count>();
    for (const [name, value, label, n] of all)
      if (name === facet) counts.set(value, { value, label, count: n + (counts.get(value)?.count ?? 0) });
    return [...counts.values()].sort((a, b) =>
      facet === "year" ? Number(b.value) - Number(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1),
    );
  };
  return {
    ...{ kind: of("kind"), publication: of("publication"), section: of("section") },
    ...{ office: of("office"), official: of("official"), year: of("year") },
  };
}
