import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { addDays, type Day, fromColumn, toColumn, today } from "@/lib/dates";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { anyDay, id } from "../../text/fields";
import { closedThrough } from "./book";
import { bookOf, isSettled, lockPoints, standingSets } from "./keeping";

export const pointsOnSchema = z.object({ publicationId: id, from: anyDay });

/**
 * From a day on what the publication prints earns points. Off until an editor does this: using adoption as
 * assessment is reported as forbidden. Refused: twice, and a day whose figures stand already.
 */
export async function turnPointsOn(actor: Actor, { publicationId, from }: z.output<typeof pointsOnSchema>) {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    await lockPoints(tx);
    const name = await nameOf(tx, publicationId);
    const { sets, spans, closings } = await bookOf(tx);
    const own = spans.filter((span) => span.publicationId === publicationId);
    if (own.some(({ until }) => until === null)) throw new Refusal("alreadyDone");
    if (from > addDays(today(), 366)) throw new Refusal("absurdDay", { field: "from" });
    const closed = closedThrough(closings);
    if (closed && from <= closed) throw new Refusal("pointsClosed", { field: "from" });
    if (isSettled(sets, from, today())) throw new Refusal("pointsSettled", { field: "from" });
    if (own.some(({ until }) => until !== null && until >= from)) throw new Refusal("pointsSettled", { field: "from" });
    await tx.pointsSpan.create({ data: { publicationId, from: toColumn(from), at: now(), byName: actor.name } });
    await record(tx, actor, "turnPointsOn", { subjectId: publicationId, detail: { name, from } });
  });
}

export const pointsOffSchema = z.object({ publicationId: id });

/** From tomorrow on nothing earns points any more; what was earned stays, and is shown again once it is on. */
export async function turnPointsOff(actor: Actor, { publicationId }: z.output<typeof pointsOffSchema>): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    await lockPoints(tx);
    const name = await nameOf(tx, publicationId);
    const open = await tx.pointsSpan.findFirst({ where: { publicationId, until: null } });
    if (!open) throw new Refusal("alreadyDone");
    const from = fromColumn(open.from);
    // One that has not begun ends before it does, and holds no day.
    const until = from > today() ? addDays(from, -1) : today();
    await tx.pointsSpan.update({ where: { id: open.id }, data: { until: toColumn(until) } });
    await record(tx, actor, "turnPointsOff", { subjectId: publicationId, detail: { name, until } });
  });
}

async function nameOf(tx: Transaction, publicationId: string): Promise<string> {
  const publication = await tx.publication.findUnique({ where: { id: publicationId } });
  if (!publication) throw missing();
  return publication.name;
}

/** Of each publication whether its points are on, and from which day they can be turned on. */
export async function pointsSwitches(actor: Actor): Promise<{ onSince: Map<string, Day>; earliest: Day }> {
  ask(has(actor, "editor"));
  const open = await db.pointsSpan.findMany({ where: { until: null } });
  const sets = await standingSets();
  return {
    onSince: new Map(open.map(({ publicationId, from }) => [publicationId, fromColumn(from)])),
    earliest: isSettled(sets, today(), today()) ? addDays(today(), 1) : `${today().slice(0, 4)}-01-01`,
  };
}
