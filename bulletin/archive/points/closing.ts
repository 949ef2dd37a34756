import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn, today } from "@/lib/dates";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { anyDay } from "../../text/fields";
import { closedThrough } from "./book";
import { askToKeep, bookOf } from "./keeping";

export const closingSchema = z.object({ through: anyDay });

/**
 * Closes everything up to a day (结算): what becomes known later counts on the day on which it does, so that
 * a table once announced never changes. Forward only, never taken back. Refused: a day that is not over.
 */
export async function closePoints(actor: Actor, { through }: z.output<typeof closingSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    await askToKeep(tx, actor);
    if (through >= today()) throw new Refusal("dayNotOver", { field: "through" });
    const last = closedThrough((await bookOf(tx)).closings);
    if (last && through <= last) throw new Refusal("pointsClosed", { field: "through" });
    await tx.pointsClosing.create({ data: { through: toColumn(through), at: now(), byName: actor.name } });
    await record(tx, actor, "closePoints", { detail: { through } });
  });
}
