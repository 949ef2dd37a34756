import type { SearchKind } from "@/generated/prisma/enums";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Question } from "./ask";
import type { Wanted } from "./wanted";

export type Facet = "kind" | "publication" | "section" | "office" | "official" | "year";
export type Hit = {
  kind: SearchKind;
  ref: string;
  titled: boolean;
  publication: string | null;
  section: string | null;
  office: string | null;
  body: string | null;
};
/** How many of what was found a value has, and its name. */
export type Counted = [facet: Facet, value: string, label: string, count: number];
/** Facets are null where they were not asked for. */
export type Answer = { facets: Counted[] | null; rows: Hit[] };

type Run = Pick<Wanted, "from" | "to" | "order"> & { skip: number; take: number; counted?: boolean };

/** Asks the database: how many, how they divide, and a run of them in order. */
export async function answerTo(
  { parts, query, titled, doubt, must, never, named, notNamed }: Question,
  { from, to, order, skip, take, counted = true }: Run,
): Promise<Answer> {
  const [row] = await db.$queryRaw<{ answer: Answer }[]>`
    SELECT "searchFind"(${parts}::int[], ${query}::tsquery, ${titled}::tsquery, ${doubt}::tsquery, ${must}::text[], ${never}::text[],
      ${JSON.stringify(named)}::jsonb, ${JSON.stringify(notNamed)}::jsonb,
      ${toColumn(from)}::date, ${toColumn(to)}::date, ${order === "date"}, ${skip}::int, ${take}::int, ${counted}) AS answer`;
  return row?.answer ?? { facets: null, rows: [] };
}

/** How what a question finds divides by one facet alone. */
export async function countedBy(
  facet: Facet,
  { parts, query, doubt, must, never, named, notNamed }: Question,
  { from, to }: Pick<Wanted, "from" | "to">,
): Promise<Counted[]> {
  const [row] = await db.$queryRaw<{ counts: Counted[] }[]>`
    SELECT "searchCounts"(${parts}::int[], ${facet}, ${query}::tsquery, ${doubt}::tsquery, ${must}::text[], ${never}::text[], ${JSON.stringify(named)}::jsonb,
      ${JSON.stringify(notNamed)}::jsonb, ${toColumn(from)}::date, ${toColumn(to)}::date) AS counts`;
  return row?.counts ?? [];
}
