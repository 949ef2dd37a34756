import { db, inTransaction } from "@/lib/db";
import { record } from "../events";
import { accountPolicy, asksSecondStep } from "./accountPolicy";
import { spelled } from "./attempts";
import { hasSecondStep } from "./codes";
import { openSession, type Whence } from "./signIn";

/**
 * Somebody whom the office's own identity service has let in (统一身份认证). The claim names an account that is
 * there and enabled; none is ever made. A second step is asked here as well, after the session is opened.
 */
export async function signInByClaim(
  claim: unknown,
  whence: Whence = {},
): Promise<{ id: string; name: string; sessionId: string } | null> {
  const account = typeof claim === "string" ? spelled(claim) : "";
  const found = account ? await db.account.findUnique({ where: { account }, include: { roles: true } }) : null;
  if (!found || found.disabledAt) {
    const detail = { by: "oidc", ...(found && { account }) };
    await record(db, found, "signInFailed", { subjectId: found?.id, refused: true, detail });
    return null;
  }
  const policy = await accountPolicy();
  const roles = found.roles.map(({ role }) => role);
  const stepDue = (await hasSecondStep(found.id)) || asksSecondStep(policy, roles);
  const opening = { ...whence, policy, passwordDue: false, stepDue, by: "oidc" as const };
  const sessionId = await inTransaction((tx) => openSession(tx, found, opening));
  return { id: found.id, name: found.name, sessionId };
}
