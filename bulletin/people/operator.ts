import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { record } from "../events";
import { accountPolicy } from "./accountPolicy";
import { hashPassword, newPassword } from "./password";

/**
 * What the operator of the server may do for an account, administrators' included, without being
 * signed in: give a new password, to be changed when it is first used. Ends its sessions; null where there is no such account.
 */
export async function newPasswordFor(account: string): Promise<string | null> {
  const password = newPassword((await accountPolicy()).minLength + 2);
  const passwordHash = await hashPassword(password);
  const found = await inTransaction(async (tx) => {
    const person = await tx.account.findUnique({ where: { account: account.toLowerCase() } });
    if (!person) return null;
    const given = { passwordHash, passwordSetAt: now(), passwordGiven: true };
    await tx.account.update({ where: { id: person.id }, data: given });
    await tx.session.updateMany({ where: { accountId: person.id, endedAt: null }, data: { endedAt: now() } });
    await record(tx, null, "resetPassword", { subjectId: person.id, detail: { account: person.account } });
    return person;
  });
  await db.$disconnect();
  return found && password;
}
