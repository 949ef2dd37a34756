import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, literally } from "@/lib/db";
import { ask, has } from "../policy";
import { checkbox, line } from "../text/fields";

const pageSize = 50;

export const recordFilter = z.object({
  who: line(40).catch(""),
  refused: checkbox,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

/** The record of acts, newest first, a page at a time. Only the auditor. Texts are not in it. */
export async function readRecord(actor: Actor, { who, refused, before }: z.output<typeof recordFilter>) {
  ask(has(actor, "auditor"));
  const events = await db.event.findMany({
    where: {
      ...(who && { actorName: { contains: literally(who) } }),
      ...(refused && { refused: true }),
      ...(before && { id: { lt: BigInt(before) } }),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const page = events.slice(0, pageSize);
  return { events: page, next: events.length > pageSize ? String(page.at(-1)?.id) : null };
}
