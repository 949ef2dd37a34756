import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { noSection } from "./filter";
import { adoptedBy, sentIn } from "./scope";
import type { Selection } from "./selection";

/** One line of a breakdown: what it is of, and its figures. */
export type Line = { id: string; name: string; sent: number; adopted: number };

type Counted = { key: string; count: number }[];

/** By section. Sent: the section the office named; adopted: the one in which it was printed. In the order of the publications. */
export async function bySection({ scope, publication, publications, sections }: Selection): Promise<Line[]> {
  const [sent, adopted] = await Promise.all([
    db.$queryRaw<Counted>`
      SELECT coalesce("sectionId"::text, '') AS key, count(*)::int AS count
      FROM "SentItem" WHERE ${sentIn(scope)} GROUP BY "sectionId"`,
    db.$queryRaw<Counted>(adoptedBy(scope, Prisma.sql`section`)),
  ]);
  const titleOf = new Map(publications.flatMap((each) => each.sections.map(({ id, title }) => [id, title] as const)));
  const inAll = (title: string) =>
    sent.reduce((sum, { key, count }) => sum + ((titleOf.get(key) ?? "") === title ? count : 0), 0);
  const printed = new Map(adopted.map(({ key, count }) => [key, count]));
  // A section that was renamed, or stood in one issue alone, comes last; without a name: the office named none.
  const others = [...printed.keys(), ...sent.map(({ key }) => titleOf.get(key) ?? "")];
  const names = [...new Set([...sections, ...others.filter((each) => each && !sections.includes(each)).sort(), ""])];
  return names
    .map((name) => ({ id: name || noSection, name, sent: inAll(name), adopted: printed.get(name) ?? 0 }))
    .filter(({ name, sent, adopted }) => sent || adopted || (publication && sections.includes(name)));
}

/** By publication: sent to it, printed by it. An item printed by two counts in each. */
export async function byPublication({ scope, publications }: Selection): Promise<Line[]> {
  const [sent, adopted] = await Promise.all([
    db.$queryRaw<Counted>`
      SELECT "publicationId"::text AS key, count(*)::int AS count
      FROM "SentItem" WHERE ${sentIn(scope)} GROUP BY "publicationId"`,
    db.$queryRaw<Counted>(adoptedBy(scope, Prisma.sql`"publicationId"`)),
  ]);
  return withNames(publications, sent, adopted);
}

/** By official, in rank order: items that name them, printed items that do. An item counts for everybody it names. */
export async function byOfficial({ scope }: Selection): Promise<Line[]> {
  const [sent, adopted] = await Promise.all([
    db.$queryRaw<Counted>`
      SELECT official::text AS key, count(*)::int AS count
      FROM (SELECT unnest("officialIds") AS official FROM "SentItem" WHERE ${sentIn(scope)}) AS named
      GROUP BY official`,
    db.$queryRaw<Counted>(adoptedBy(scope, Prisma.sql`unnest("officialIds")`)),
  ]);
  const officials = await db.official.findMany({
    where: { id: { in: [...sent, ...adopted].map(({ key }) => key) } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return withNames(officials, sent, adopted).filter((line) => line.sent || line.adopted);
}

function withNames(named: { id: string; name: string }[], sent: Counted, adopted: Counted): Line[] {
  const [ofSent, ofAdopted] = [sent, adopted].map((rows) => new Map(rows.map(({ key, count }) => [key, count])));
  return named.map(({ id, name }) => ({ id, name, sent: ofSent?.get(id) ?? 0, adopted: ofAdopted?.get(id) ?? 0 }));
}
