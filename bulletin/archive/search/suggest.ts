import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, literally } from "@/lib/db";
import { maySearch } from "../../policy";
import { hitsOf } from "./answer";
import { questionFor } from "./ask";
import { type Shown, shownOf } from "./shown";
import { understand } from "./typed";
import { wantedSchema } from "./wanted";

export const suggestSchema = z.object({ q: z.string().max(10_000) });

export type Suggestion = Pick<Shown, "kind" | "id" | "href" | "title" | "date" | "issue">;
export type Suggestions = { found: Suggestion[]; offices: { id: string; name: string; href: string }[] };

const few = 8;

/** While somebody types: what has the words in its title, the known names first; and offices called so. */
export async function suggest(actor: Actor, { q }: z.output<typeof suggestSchema>): Promise<Suggestions> {
  const { must } = understand(q);
  if (!must.length || !maySearch(actor)) return { found: [], offices: [] };
  const [found, offices] = await Promise.all([titled(actor, q), officesCalled(must.join(""))]);
  return { found, offices };
}

async function titled(actor: Actor, q: string): Promise<Suggestion[]> {
  const wanted = wantedSchema.parse({ q });
  const question = await questionFor(actor, wanted);
  if (!question?.titled) return [];
  // A few of what has the words in the title; for the rest one presses Enter.
  const titles = { ...question, query: `${question.titled}&(${question.query})`, titled: null };
  const shown = await shownOf(actor, await hitsOf(titles, { ...wanted, skip: 0, take: few }));
  return shown.map(({ kind, id, href, title, date, issue }) => ({ kind, id, href, title, date, issue }));
}

async function officesCalled(name: string) {
  const like = { contains: literally(name) };
  const offices = await db.office.findMany({
    where: { closedAt: null, OR: [{ name: like }, { shortName: like }] },
    orderBy: { order: "asc" },
    take: 3,
    select: { id: true, name: true },
  });
  return offices.map(({ id, name: label }) => ({ id, name: label, href: `/search?office=${id}` }));
}
