import type { Actor } from "@/lib/actor";
import { type Hit, hitsOf } from "./answer";
import { type Question, questionOf } from "./ask";
import { knownTo } from "./known";
import { marked, type Piece, snippet } from "./marks";
import { type NamedThen, namedThen } from "./named";
import { ranked } from "./rank";
import { type Shown, shownOf } from "./shown";
import { type Typed, understand } from "./typed";
import { pageSize, type Wanted } from "./wanted";

/** As many as are put in order by what jieba makes of them; what comes after follows by date. */
const rankedFirst = pageSize * 3;

export type Found = {
  typed: Typed;
  rows: (Omit<Shown, "title" | "text"> & { title: Piece[]; snippet: Piece[]; named: NamedThen[] })[];
};

/**
 * A page of what a person may see and nothing else, in order, with what was looked for marked. Also of an
 * empty box: then of everything that passes the filters. How many there are in all says counts.ts.
 */
export async function find(actor: Actor, wanted: Wanted): Promise<Found> {
  const typed = understand(wanted.q);
  const known = await knownTo(actor, wanted, typed);
  const question = questionOf(actor, wanted, typed, known);
  const shown = await shownOf(actor, question ? await pageOf(question, wanted, typed.must) : []);
  const person = known.people.find(({ id }) => id === wanted.official);
  const words = [...typed.must, ...(person ? [person.called] : [])];
  return {
    typed,
    rows: shown.map(({ title, text, ...row }) => ({
      ...row,
      title: marked(title, words),
      snippet: snippet(text, words),
      named: namedThen({ ...row, title, text }, known.people),
    })),
  };
}

async function pageOf(question: Question, wanted: Wanted, words: string[]): Promise<Hit[]> {
  const skip = (wanted.page - 1) * pageSize;
  const byRelevance = wanted.order === "relevance" && words.length > 0 && skip < rankedFirst;
  if (!byRelevance) return hitsOf(question, { ...wanted, skip, take: pageSize });
  const hits = await hitsOf(question, { ...wanted, skip: 0, take: rankedFirst });
  return ranked(hits, words).slice(skip, skip + pageSize);
}
