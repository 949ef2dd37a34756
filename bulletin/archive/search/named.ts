import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { titleOn } from "../../people/roster";
import type { Shown } from "./shown";

/** An official as a text names them: with the title of its day. */
export type NamedThen = { name: string; title: string };

type WithTitles = Prisma.OfficialGetPayload<{ include: { titles: true } }>;

/** The people whom a search is about: chosen, or called so. */
export function peopleIn(words: string[], official: string | null): Promise<WithTitles[]> {
  return db.official.findMany({
    where: { OR: [{ name: { in: words } }, ...(official ? [{ id: official }] : [])] },
    include: { titles: true },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    take: 20,
  });
}

/** Which of them a text names, with the title held on its day. */
export function namedThen({ kind, title, text, officialIds, date }: Shown, people: WithTitles[]): NamedThen[] {
  if (kind === "official" || !date) return [];
  const named = people.filter(
    ({ id, name }) => officialIds.includes(id) || title.includes(name) || text.includes(name),
  );
  return named.map((each) => ({ name: each.name, title: titleOn(each, date) }));
}
