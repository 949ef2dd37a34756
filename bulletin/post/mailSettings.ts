import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, inTransaction } from "@/lib/db";
import { readEnv } from "@/lib/env";
import { record } from "../events";
import { checkbox, emailField } from "../text/fields";

/** Where a person's notices go as mail, if anywhere. The person's own choice. */
export const mailSchema = z.object({
  email: emailField,
  mailNotices: checkbox,
});

export async function setMail(actor: Actor, input: z.output<typeof mailSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.account.update({ where: { id: actor.id }, data: input });
    await record(tx, actor, "setMail", { subjectId: actor.id });
  });
}

export async function mailOf(actor: Actor) {
  const account = await db.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, mailNotices: true },
  });
  return { ...account, isSetUp: readEnv().SMTP_URL !== undefined };
}
