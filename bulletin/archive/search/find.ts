import type { Actor } from "@/lib/actor";
import { type Answer, answerTo, type Counted, countedBy, type Facet } from "./answer";
import { type Question, questionOf } from "./ask";
import { knownTo } from "./known";
import { marked, type Piece, snippet } from "./marks";
import { type NamedThen, namedThen } from "./named";
import { ranked } from "./rank";
import { type Shown, shownOf } from "./shown";
import { type Typed, understand } from "./typed";
import { lastPage, pageSize, type Wanted } from "./wanted";

/** As many as are put in order by what jieba makes of them; what comes after follows by date. */
const rankedFirst = pageSize * 3;

export type Found = {
  total: number;
  pages: number;
  typed: Typed;
  facets: Record<Facet, Count[]>;
  rows: (Omit<Shown, "title" | "text"> & { title: Piece[]; snippet: Piece[]; named: NamedThen[] })[];
};

export type Count = { value: string; label: string; count: number };

/**
 * Finds what a person may see and nothing else: a page of it, how many there are, and how they divide.
 * Also in an empty box: then everything that passes the filters.
 */
export async function find(actor: Actor, wanted: Wanted): Promise<Found> {
  const typed = understand(wanted.q);
  const known = await knownTo(actor, wanted, typed);
  const question = questionOf(actor, wanted, typed, known);
  const answer = question ? await pageOf(question, wanted, typed.must) : { facets: [], rows: [] };
  const shown = await shownOf(actor, answer.rows);
  const facets = inOrder(answer.facets ?? []);
  const total = facets.kind.reduce((sum, { count }) => sum + count, 0);
  const person = known.people.find(({ id }) => id === wanted.official);
  const words = [...typed.must, ...(person ? [person.called] : [])];
  return {
    total,
    pages: Math.min(lastPage, Math.ceil(total / pageSize)),
    ...{ typed, facets },
    rows: shown.map(({ title, text, ...row }) => ({
      ...row,
      title: marked(title, words),
      snippet: snippet(text, words),
      named: namedThen({ ...row, title, text }, known.people),
    })),
  };
}

/**
 * Of the facets in which a value is chosen, how many there would be with each other value. They are as
 * many as without the choice, so that this is asked apart and nobody waits for it.
 */
export async function alternativesTo(actor: Actor, wanted: Wanted): Promise<Partial<Found["facets"]>> {
  const typed = understand(wanted.q);
  const known = await knownTo(actor, wanted, typed);
  const counted = await Promise.all(
    chosenIn(wanted).map(async ([facet, open]) => {
      const question = questionOf(actor, open, typed, known);
      const counts = question ? await countedBy(facet, question, open) : [];
      return [facet, inOrder(counts)[facet]] as const;
    }),
  );
  return Object.fromEntries(counted);
}

/** The facets in which a value is chosen, each with what is wanted apart from that. */
function chosenIn(wanted: Wanted): [Facet, Wanted][] {
  const chosen: [Facet, Wanted][] = (["kind", "publication", "section", "office", "official"] as const).flatMap(
    (facet) => (wanted[facet] ? [[facet, { ...wanted, [facet]: null }]] : []),
  );
  return wanted.from || wanted.to ? [...chosen, ["year", { ...wanted, from: null, to: null }]] : chosen;
}

async function pageOf(question: Question, wanted: Wanted, words: string[]): Promise<Answer> {
  const skip = (wanted.page - 1) * pageSize;
  const byRelevance = wanted.order === "relevance" && words.length > 0 && skip < rankedFirst;
  if (!byRelevance) return answerTo(question, { ...wanted, skip, take: pageSize });
  const answer = await answerTo(question, { ...wanted, skip: 0, take: rankedFirst });
  return { ...answer, rows: ranked(answer.rows, words).slice(skip, skip + pageSize) };
}

/** The largest first; years in their order. */
function inOrder(facets: Counted[]): Found["facets"] {
  const counts = (facet: Facet): Count[] =>
    facets
      .flatMap(([name, value, label, count]) => (name === facet ? [{ value, label, count }] : []))
      .sort((a, b) =>
        facet === "year" ? Number(b.value) - Number(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1),
      );
  return {
    ...{ kind: counts("kind"), publication: counts("publication"), section: counts("section") },
    ...{ office: counts("office"), official: counts("official"), year: counts("year") },
  };
}
