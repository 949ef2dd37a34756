import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { type Answer, answerTo, type Facet } from "./answer";
import { type Question, questionOf } from "./ask";
import { marked, type Piece, snippet } from "./marks";
import { type NamedThen, namedThen, peopleIn } from "./named";
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
  const [people, answer] = await Promise.all([peopleIn(typed.must, wanted.official), answered(actor, wanted, typed)]);
  const [shown, facets] = await Promise.all([shownOf(actor, answer.rows), labelled(answer.facets)]);
  const words = [...typed.must, ...(wanted.official ? people.map(({ name }) => name) : [])];
  return {
    total: answer.total,
    pages: Math.min(lastPage, Math.ceil(answer.total / pageSize)),
    ...{ typed, facets },
    rows: shown.map(({ title, text, ...row }) => ({
      ...row,
      title: marked(title, words),
      snippet: snippet(text, words),
      named: namedThen({ ...row, title, text }, people),
    })),
  };
}

async function answered(actor: Actor, wanted: Wanted, typed: Typed): Promise<Answer> {
  const question = await questionOf(actor, wanted, typed);
  return question ? pageOf(question, wanted, typed.must) : { total: 0, facets: [], rows: [] };
}

async function pageOf(question: Question, wanted: Wanted, words: string[]): Promise<Answer> {
  const skip = (wanted.page - 1) * pageSize;
  const byRelevance = wanted.order === "relevance" && words.length > 0 && skip < rankedFirst;
  if (!byRelevance) return answerTo(question, { ...wanted, skip, take: pageSize });
  const answer = await answerTo(question, { ...wanted, skip: 0, take: rankedFirst });
  return { ...answer, rows: ranked(answer.rows, words).slice(skip, skip + pageSize) };
}

/** The counts with their names, the largest first; years in their order. */
async function labelled(facets: Answer["facets"]): Promise<Found["facets"]> {
  const of = (facet: Facet) =>
    facets.flatMap(([name, value, count]) => (name === facet && value ? [{ value, count }] : []));
  const [publications, offices] = await Promise.all([
    db.publication.findMany({
      where: { id: { in: of("publication").map(({ value }) => value) } },
      select: { id: true, name: true },
    }),
    db.office.findMany({
      where: { id: { in: of("office").map(({ value }) => value) } },
      select: { id: true, shortName: true },
    }),
  ]);
  const names = new Map([
    ...publications.map(({ id, name }) => [id, name] as const),
    ...offices.map(({ id, shortName }) => [id, shortName] as const),
  ]);
  const counts = (facet: Facet): Count[] =>
    of(facet)
      .map(({ value, count }) => ({ value, count, label: names.get(value) ?? value }))
      .sort((a, b) =>
        facet === "year" ? Number(b.value) - Number(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1),
      );
  return {
    kind: counts("kind"),
    publication: counts("publication"),
    section: counts("section"),
    office: counts("office"),
    year: counts("year"),
  };
}
