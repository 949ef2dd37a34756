import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { timeOf } from "@/lib/dates";
import { db, inTransaction, inTurn, type Transaction } from "@/lib/db";
import { record } from "../events";
import { ask, has } from "../policy";
import { refuseChanged, type Seen, stamp } from "../seen";
import { checkbox, refuse } from "../text/fields";

const time = z
  .string()
  .default("")
  .superRefine((text, ctx) => {
    if (text && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) refuse(ctx, "noSuchTime");
  });

/** What the secretariat sets of the post. In the quiet hours no mail goes out and no rule reminds; a person may. */
export const postSettingsSchema = z
  .object({ quietFrom: time, quietTo: time, deadlineWarnings: checkbox })
  .superRefine(({ quietFrom, quietTo }, ctx) => {
    if (Boolean(quietFrom) !== Boolean(quietTo)) refuse(ctx, "halfQuiet");
  });

export const postSettingsForm = postSettingsSchema.safeExtend({ seen: stamp });

export type PostSettings = z.output<typeof postSettingsSchema>;

/** As set; unless anybody has, quiet from ten at night to seven, and no warnings of deadlines. */
const usual: PostSettings = { quietFrom: "22:00", quietTo: "07:00", deadlineWarnings: false };

const key = "post";

export async function postSettings(from: Transaction = db): Promise<PostSettings> {
  const row = await from.setting.findUnique({ where: { key } });
  // The column keeps no order of its own, and its form is compared by a stamp (`seen`).
  const { quietFrom, quietTo, deadlineWarnings } = row ? (row.value as PostSettings) : usual;
  return { quietFrom, quietTo, deadlineWarnings };
}

/** Refused: somebody else has set it since it was seen. */
export async function setPost(actor: Actor, { seen, ...value }: PostSettings & Seen): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    await inTurn(tx, key);
    await refuseChanged(tx, seen, await postSettings(tx), { act: "setPost" });
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await record(tx, actor, "setPost", { detail: value });
  });
}

/** Whether a moment lies within the quiet hours, which may go over midnight; without any, never. */
export function isQuiet({ quietFrom, quietTo }: PostSettings, moment: Date): boolean {
  if (!quietFrom || quietFrom === quietTo) return false;
  const at = timeOf(moment);
  return quietFrom < quietTo ? at >= quietFrom && at < quietTo : at >= quietFrom || at < quietTo;
}
