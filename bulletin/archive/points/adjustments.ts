import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn, today } from "@/lib/dates";
import { inTransaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../../again";
import { record } from "../../events";
import { anyDay, id, prose } from "../../text/fields";
import { closedThrough } from "./book";
import { formatSigned } from "./hundredths";
import { askToKeep, bookOf } from "./keeping";
import { signedPoints } from "./rules";

export const adjustmentSchema = z.object({
  newId,
  officeId: id,
  on: anyDay,
  points: signedPoints,
  reason: prose(200, { required: true }),
});

/**
 * Gives or takes points by hand, with the reason; the same form twice gives them once. Refused: none, a day ahead, a
 * day that was closed.
 */
export async function adjust(
  actor: Actor,
  { newId: own, ...input }: z.output<typeof adjustmentSchema>,
): Promise<string> {
  return inTransaction(async (tx) => {
    await askToKeep(tx, actor);
    const given = { ...input, on: toColumn(input.on), byName: actor.name };
    if (own && (await cameBefore(tx, own, (id) => tx.pointsAdjustment.findUnique({ where: { id } }), given)))
      return own;
    if (input.on > today()) throw new Refusal("dayAhead", { field: "on" });
    const closed = closedThrough((await bookOf(tx)).closings);
    if (closed && input.on <= closed) throw new Refusal("pointsClosed", { field: "on" });
    const office = await tx.office.findUnique({ where: { id: input.officeId } });
    if (!office) throw new Refusal("unknownOffice", { field: "officeId" });
    const row = await tx.pointsAdjustment.create({
      data: { ...given, id: own ?? undefined, at: now() },
    });
    const { on, points, reason } = input;
    const detail = { office: office.shortName, on, points: formatSigned(points), reason };
    await record(tx, actor, "adjustPoints", { subjectId: row.id, detail });
    return row.id;
  });
}

export const withdrawAdjustmentSchema = z.object({ id, reason: prose(200, { required: true }) });

/** Takes one back with the reason: it stays in the list, and is undone on this day. */
export async function withdrawAdjustment(actor: Actor, input: z.output<typeof withdrawAdjustmentSchema>) {
  await inTransaction(async (tx) => {
    await askToKeep(tx, actor);
    const row = await tx.pointsAdjustment.findUnique({ where: { id: input.id } });
    if (!row) throw missing();
    if (row.withdrawnAt) throw new Refusal("alreadyDone");
    const withdrawn = { withdrawnAt: now(), withdrawnByName: actor.name, withdrawReason: input.reason };
    await tx.pointsAdjustment.update({ where: { id: row.id }, data: withdrawn });
    await record(tx, actor, "withdrawAdjustment", { subjectId: row.id, detail: { reason: input.reason } });
  });
}
