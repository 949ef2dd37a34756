import { db, inTransaction } from "@/lib/db";
import { administrators } from "../policy";
import { accountPolicy, asksSecondStep } from "./accountPolicy";
import { hasSecondStep } from "./codes";
import { openSession, recordFailure, type Whence } from "./signIn";

/** Why nobody came in: there is no such account, or it is an administrator's without a second step. */
export type NotIn = { refused: "noAccount" | "noStep" };

/**
 * Somebody whom the office's own identity service has let in (统一身份认证). The claim names an account that is
 * there and enabled, spelled as it is here; none is ever made. A second step is asked here as well, after the session
 * is opened; an administrator who has set up none does not come in this way, not even to set it up: whoever keeps the
 * identity service could be all three.
 */
export async function signInByClaim(
  claim: unknown,
  whence: Whence = {},
): Promise<{ id: string; name: string; sessionId: string } | NotIn> {
  // Nothing is trimmed or made lower case: to the service " editor" and "editor" may be two people.
  const account = typeof claim === "string" && /^[\x21-\x7e]{1,100}$/.test(claim) ? claim : "";
  const found = account ? await db.account.findUnique({ where: { account }, include: { roles: true } }) : null;
  if (!found || found.disabledAt) {
    await recordFailure(found, account, "signInFailed", { by: "oidc" });
    return { refused: "noAccount" };
  }
  const policy = await accountPolicy();
  const roles = found.roles.map(({ role }) => role);
  const hasStep = await hasSecondStep(found.id);
  if (!hasStep && roles.some((role) => (administrators as readonly string[]).includes(role))) {
    await recordFailure(found, account, "signInFailed", { by: "oidc", reason: "noStep" });
    return { refused: "noStep" };
  }
  const stepDue = hasStep || asksSecondStep(policy, roles);
  const opening = { ...whence, policy, passwordDue: false, stepDue, by: "oidc" as const };
  const sessionId = await inTransaction((tx) => openSession(tx, found, opening));
  return { id: found.id, name: found.name, sessionId };
}
