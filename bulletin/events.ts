import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { announce } from "@/lib/live";

/** What an act was about. `detail` holds the person's words and what changed, never whole texts. */
export type About = {
  itemId?: string;
  issueId?: string;
  entryId?: string;
  subjectId?: string;
  detail?: Prisma.InputJsonObject;
  /** It was tried and not done. */
  refused?: boolean;
  /** In whose place it was done (代阅): the record then says "A for B". */
  inPlaceOf?: { id: string; name: string } | null;
};

/** Who acts; of somebody who is just coming in, no more than this is known. */
type Who = Pick<Actor, "id" | "name">;

/** Writes one line of the record in the caller's transaction and tells the open pages of an issue. */
export async function record(tx: Transaction, actor: Who | null, act: string, about: About = {}): Promise<void> {
  const { detail: given = {}, inPlaceOf, refused = false, ...ids } = about;
  const detail = inPlaceOf ? { ...given, inPlaceOf: inPlaceOf.name } : given;
  const subjectId = ids.subjectId ?? inPlaceOf?.id;
  await tx.event.create({
    data: {
      ...{ at: now(), actorId: actor?.id ?? null, actorName: actor?.name ?? "", act, refused, detail },
      ...{ ...ids, subjectId },
    },
  });
  if (ids.issueId) await announce(tx, `issue:${ids.issueId}`);
}
