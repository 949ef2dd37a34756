import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { LinkPurpose } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { accountPolicy } from "./accountPolicy";
import { endLinks } from "./endLinks";
import { keepPassword, refuseUnfit } from "./ownPassword";
import { hashPassword, newPasswordFields, refuseDiffering } from "./password";

/** How long a link opens. */
const linkHours = 24;

/** A link with which the person of an account sets its password, once. Earlier ones no longer open; only the hash is kept. */
export async function newLink(
  tx: Transaction,
  accountId: string,
  purpose: LinkPurpose,
  createdById: string | null,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + linkHours * 3_600_000);
  await endLinks(tx, accountId);
  await tx.oneTimeLink.create({
    data: { accountId, purpose, tokenHash: digest(token), createdAt: now(), createdById, expiresAt },
  });
  return { token, expiresAt };
}

/** Whether a link opens now; nothing about whom it is for. */
export async function linkOpens(token: string): Promise<boolean> {
  return (await standingLink(token)) !== null;
}

export const linkSchema = z.object({ token: z.string().max(100), ...newPasswordFields }).superRefine(refuseDiffering);

/**
 * Sets the password of the account behind a link and ends its sessions. Returns what the account is called, which
 * somebody invited may not know. Of two who use it at once the second is refused. From where it was used stands in the
 * record: whoever made the link has seen it.
 */
export async function followLink(
  { token, password }: z.output<typeof linkSchema>,
  { address = "" }: { address?: string } = {},
): Promise<string> {
  const link = await standingLink(token);
  if (!link) throw new Refusal("linkGone");
  const holder = await db.account.findUnique({ where: { id: link.accountId, disabledAt: null } });
  if (!holder) throw new Refusal("linkGone");
  await refuseUnfit(await accountPolicy(), holder, password);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: now() } },
      data: { usedAt: now() },
    });
    if (!count) throw new Refusal("linkGone");
    await keepPassword(tx, holder, passwordHash);
    await tx.session.updateMany({ where: { accountId: holder.id, endedAt: null }, data: { endedAt: now() } });
    await tx.signInAttempt.deleteMany({ where: { account: holder.account } });
    const detail = { account: holder.account, ...(address && { address }) };
    await record(tx, null, "setPassword", { subjectId: holder.id, detail });
    return holder.account;
  });
}

function standingLink(token: string) {
  const where = { tokenHash: digest(token), usedAt: null, expiresAt: { gt: now() } };
  return db.oneTimeLink.findFirst({ where, select: { id: true, accountId: true } });
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
