import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { record } from "../../events";
import { ask, has, isSecretariat } from "../../policy";
import { refuseChanged, type Seen, stamp } from "../../seen";
import { prose, refuse } from "../../text/fields";
import { lockPoints } from "../points/keeping";

/** The superiors' levels, the nearest first; retired ones stay where they were used. */
export async function relayLevels(actor: Actor) {
  ask(isSecretariat(actor));
  return db.relayLevel.findMany({ where: { retiredAt: null }, orderBy: { order: "asc" } });
}

/** As they are typed: one a line, in order. */
const levelsText = prose(400, { required: true })
  .transform((text) => text.split("\n").flatMap((each) => each.trim() || []))
  .superRefine((names, ctx) => {
    if (names.length > 10) refuse(ctx, "tooManyLevels", { max: 10 });
    if (names.some((name) => [...name].length > 12)) refuse(ctx, "levelTooLong", { max: 12 });
    if (new Set(names).size < names.length) refuse(ctx, "levelTwice");
  });

export const levelsSchema = z.object({ levels: levelsText });
export const levelsForm = levelsSchema.extend({ seen: stamp });

/**
 * Sets which levels there are. A name that is not there any more is retired; one that comes back is itself again.
 * Refused: somebody else has set them since they were seen.
 */
export async function keepLevels(actor: Actor, { levels, seen }: z.output<typeof levelsSchema> & Seen): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    await lockPoints(tx);
    const before = await tx.relayLevel.findMany({ where: { retiredAt: null }, orderBy: { order: "asc" } });
    await refuseChanged(
      tx,
      seen,
      before.map(({ name }) => name),
      { act: "keepLevels" },
    );
    await tx.relayLevel.updateMany({
      where: { name: { notIn: levels }, retiredAt: null },
      data: { retiredAt: now() },
    });
    for (const [at, name] of levels.entries()) {
      const data = { order: at + 1, retiredAt: null };
      await tx.relayLevel.upsert({ where: { name }, create: { name, ...data }, update: data });
    }
    await record(tx, actor, "keepLevels", { detail: { levels: levels.join("、") } });
  });
}
