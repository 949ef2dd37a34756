import type { SearchKind } from "@/generated/prisma/enums";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Question } from "./ask";
import type { Wanted } from "./wanted";

export type Facet = "kind" | "publication" | "section" | "office" | "year";
export type Hit = {
  kind: SearchKind;
  ref: string;
  sent: boolean;
  date: string | null;
  titled: boolean;
  body: string | null;
};
export type Answer = { total: number; facets: [Facet, string | null, number][]; rows: Hit[] };

type Run = Pick<Wanted, "from" | "to" | "order"> & { skip: number; take: number; counted?: boolean };

/** Asks the database: how many, how they divide, and a run of them in order. */
export async function answerTo(
  question: Question,
  { from, to, order, skip, take, counted = true }: Run,
): Promise<Answer> {
  const { query, titled, must, never } = question;
  const [row] = await db.$queryRaw<{ answer: Answer }[]>`
    SELECT "searchFind"(${query}::tsquery, ${titled}::tsquery,
      ${must.map(({ word }) => word)}::text[], ${must.map(({ instead }) => instead)}::text[],
      ${never.map(({ word }) => word)}::text[], ${never.map(({ instead }) => instead)}::text[],
      ${toColumn(from)}::date, ${toColumn(to)}::date, ${order === "date"}, ${skip}::int, ${take}::int, ${counted}) AS answer`;
  return row?.answer ?? { total: 0, facets: [], rows: [] };
}
