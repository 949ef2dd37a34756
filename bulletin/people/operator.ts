import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { record } from "../events";
import { accountPolicy } from "./accountPolicy";
import { removeSecondStep } from "./codes";
import { endLinks } from "./endLinks";
import { keepFormer } from "./ownPassword";
import { hashPassword, newPassword } from "./password";

/**
 * What the operator of the server may do for an account, administrators' included, without being
 * signed in: give a new password, to be changed when it is first used. Ends its sessions; null where there is no such account. The second
 * step too, where the telephone is lost: that of the security administrator is reset by nobody else.
 */
export async function newPasswordFor(account: string, { dropsSecondStep = false } = {}): Promise<string | null> {
  const password = newPassword((await accountPolicy()).minLength + 2);
  const passwordHash = await hashPassword(password);
  const found = await inTransaction(async (tx) => {
    const person = await tx.account.findUnique({ where: { account: account.toLowerCase() } });
    if (!person) return null;
    await keepFormer(tx, person);
    const given = { passwordHash, passwordSetAt: now(), passwordGiven: true };
    await tx.account.update({ where: { id: person.id }, data: given });
    if (dropsSecondStep && (await removeSecondStep(tx, person.id)))
      await record(tx, null, "resetSecondStep", { subjectId: person.id, detail: { account: person.account } });
    await endLinks(tx, person.id);
    // Whoever was locked out by somebody's guessing is in at once.
    await tx.signInAttempt.deleteMany({ where: { account: person.account } });
    await tx.session.updateMany({ where: { accountId: person.id, endedAt: null }, data: { endedAt: now() } });
    await record(tx, null, "resetPassword", { subjectId: person.id, detail: { account: person.account } });
    return person;
  });
  await db.$disconnect();
  return found && password;
}
