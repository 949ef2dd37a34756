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

type Run = Pick<Wanted, "from" | "to" | "order"> & { skip: number; take: number };

/** Asks the database for a run of what is found, in order. */
export async function hitsOf(
  { parts, query, titled, doubt, must, never, named, notNamed }: Question,
  { from, to, order, skip, take }: Run,
): Promise<Hit[]> {
  const [row] = await db.$queryRaw<{ hits: Hit[] }[]>`
    SELECT "searchFind"(${parts}::int[], ${query}::tsquery, ${titled}::tsquery, ${doubt}::tsquery, ${must}::text[], ${never}::text[],
      ${JSON.stringify(named)}::jsonb, ${JSON.stringify(notNamed)}::jsonb,
      ${toColumn(from)}::date, ${toColumn(to)}::date, ${order === "date"}, ${skip}::int, ${take}::int) AS hits`;
  return row?.hits ?? [];
}

/** How what a question finds divides: by all facets, or by one alone. */
export async function countsOf(
  { parts, query, doubt, must, never, named, notNamed }: Question,
  { from, to }: Pick<Wanted, "from" | "to">,
  facet: Facet | null = null,
): Promise<Counted[]> {
  const [row] = await db.$queryRaw<{ counts: Counted[] }[]>`
    SELECT "searchCounts"(${parts}::int[], ${facet}, ${query}::tsquery, ${doubt}::tsquery, ${must}::text[], ${never}::text[],
      ${JSON.stringify(named)}::jsonb, ${JSON.stringify(notNamed)}::jsonb, ${toColumn(from)}::date, ${toColumn(to)}::date) AS counts`;
  return row?.counts ?? [];
}
