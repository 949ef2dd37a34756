import { db } from "@/lib/db";
import type { Line } from "./line";

const batch = 4_000;
/** PostgreSQL numbers lines from 1 on; whoever owns the table can name any number, those below included. */
const least = -(2n ** 63n);
const greatest = 2n ** 63n - 1n;

/** A number at which there is a line, a seal, or both. */
export type Step = { id: bigint; line: Line | null; seal: { place: bigint; hash: string } | null };

type Row = Line & { id: bigint; has: boolean; place: bigint | null; hash: string | null };

/**
 * Lines and seals side by side in the order of their numbers, a batch at a time. Text and numbers as
 * PostgreSQL writes them: none of our own functions in the database is asked, they might have been changed.
 */
export async function* walk(begin = least, signal?: AbortSignal): AsyncGenerator<Step> {
  for (let from = begin; ; ) {
    signal?.throwIfAborted();
    // The first so many of both together are among the first so many of each.
    const rows = await db.$queryRaw<Row[]>`
      SELECT coalesce(e.id, s."eventId") AS id, e.id IS NOT NULL AS has,
             floor(extract(epoch FROM e.at) * 1000)::bigint::text AS at, e."actorId"::text, e."actorName", e.act, e.refused,
             e."itemId"::text, e."issueId"::text, e."entryId"::text, e."subjectId"::text, e.detail::text AS detail,
             s.place, encode(s.hash, 'hex') AS hash
        FROM (SELECT * FROM "Event" WHERE id >= ${from} ORDER BY id LIMIT ${batch}) e
        FULL JOIN (SELECT * FROM "EventSeal" WHERE "eventId" >= ${from} ORDER BY "eventId" LIMIT ${batch}) s
          ON s."eventId" = e.id
       ORDER BY 1 LIMIT ${batch}`;
    for (const { id, has, place, hash, ...line } of rows) {
      yield { id, line: has ? line : null, seal: place === null || hash === null ? null : { place, hash } };
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch || last.id === greatest) return;
    from = last.id + 1n;
  }
}
