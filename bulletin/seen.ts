import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { line } from "./text/fields";
import { changedMeanwhile } from "./transition";

/** What a form of settings carries: the mark of what stood in it when it was filled in (`stampOf`). */
export const stamp = line(64);

/** Of a program that sets something of its own accord nothing is asked; a form that carries no stamp is refused. */
export type Seen = { seen?: string };

/** Changes with everything that the form shows, in the order in which it is named. */
export function stampOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex");
}

/**
 * Refuses a form that was filled in before somebody else's change, with who and when: it holds all the other fields
 * as they were, and would put them back. The caller holds what it reads (`inTurn`, or the row itself).
 */
export async function refuseChanged(
  tx: Transaction,
  seen: string | undefined,
  stands: unknown,
  about: Prisma.EventWhereInput,
): Promise<void> {
  if (seen === undefined || seen === stampOf(stands)) return;
  const where = { ...about, refused: false };
  throw changedMeanwhile(await tx.event.findFirst({ where, orderBy: { id: "desc" } }));
}
