import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { titleHeld } from "../../people/tenure";
import { mayInstructFor, traysOf } from "../../policy";
import type { Typed } from "./typed";
import type { Wanted } from "./wanted";

/** An official whom a search is about: chosen, or called so. */
export type Person = Parameters<typeof titleHeld>[0] & { called: string; number: number };

/** What must be looked up before a question can be made, in one turn: the numbers of the index, the audiences, the people. */
export type Known = { numbers: Record<string, number>; audiences: number[]; people: Person[] };

export const sectionKey = (title: string) => `section ${title}`;

export async function knownTo(actor: Actor, { publication, section, office, official }: Wanted, typed: Typed) {
  const leaders = traysOf(actor).filter((each) => mayInstructFor(actor, each));
  const keys = [actor.officeId, ...leaders, publication, section && sectionKey(section), office].filter(Boolean);
  const words = [...typed.must, ...typed.never];
  const [known] = await db.$queryRaw<[Known]>`
    SELECT
      (SELECT coalesce(jsonb_object_agg(key, number), '{}') FROM "SearchKey" WHERE key = ANY (${keys}::text[])) AS numbers,
      ARRAY(SELECT DISTINCT "audienceId" FROM "SearchMember" WHERE "accountId" = ANY (${traysOf(actor)}::uuid[])) AS audiences,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'rank', o.rank, 'called', "searchNormal"(o.name),
          'number', k.number, 'tenures', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'from', t.from, 'to', t.to)), '[]')
            FROM "OfficialTitle" t WHERE t."officialId" = o.id)) ORDER BY o.rank, o.id), '[]')
        FROM "Official" o JOIN "SearchKey" k ON k.key = o.id::text
        WHERE "searchNormal"(o.name) = ANY (${words}::text[]) OR o.id = ${official}::uuid) AS people`;
  return known;
}
