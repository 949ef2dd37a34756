import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { ask, has } from "../policy";

const pageSize = 50;
/** What only an auditor does, whoever was one at the time. */
const ofAuditors = ["lookUpCopy", "exportRecord", "exportAnchors", "verifyRecord"];

export const auditorsFilter = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

/**
 * What the auditors did, newest first: they read the record of everybody else, and the security administrator
 * reads theirs. Nothing of anybody else.
 */
export async function actsOfAuditors(actor: Actor, { before }: z.output<typeof auditorsFilter>) {
  ask(has(actor, "securityAdmin"));
  const auditors = await db.roleGrant.findMany({ where: { role: "auditor" }, select: { accountId: true } });
  const events = await db.event.findMany({
    where: {
      OR: [{ actorId: { in: auditors.map(({ accountId }) => accountId) } }, { act: { in: ofAuditors } }],
      ...(before && { id: { lt: BigInt(before) } }),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: { id: true, at: true, actorName: true, act: true, refused: true, detail: true },
  });
  const page = events.slice(0, pageSize);
  return { events: page, next: events.length > pageSize ? String(page.at(-1)?.id) : null };
}
