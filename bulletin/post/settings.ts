import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { timeOf } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { record } from "../events";
import { ask, has } from "../policy";
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

export type PostSettings = z.output<typeof postSettingsSchema>;

/** As set; unless anybody has, quiet from ten at night to seven, and no warnings of deadlines. */
const usual: PostSettings = { quietFrom: "22:00", quietTo: "07:00", deadlineWarnings: false };

const key = "post";

export async function postSettings(): Promise<PostSettings> {
  const row = await db.setting.findUnique({ where: { key } });
  return row ? (row.value as PostSettings) : usual;
}

export async function setPost(actor: Actor, value: PostSettings): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
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
