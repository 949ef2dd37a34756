import { db, inTransaction, type Transaction } from "@/lib/db";
import { administrators } from "../policy";
import { type AccountPolicy, accountPolicy, asksSecondStep } from "./accountPolicy";
import { hasSecondStep } from "./codes";
import { rolesIfSame } from "./held";
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
  const found = account ? await db.account.findUnique({ where: { account } }) : null;
  const policy = await accountPolicy();
  const came: string | NotIn = found
    ? await inTransaction((tx) => comeIn(tx, found, { ...whence, policy }))
    : { refused: "noAccount" };
  if (found && typeof came === "string") return { id: found.id, name: found.name, sessionId: came };
  const { refused } = came as NotIn;
  const reason = refused === "noStep" ? { reason: refused } : {};
  await recordFailure(found, account, "signInFailed", { by: "oidc", ...reason });
  return { refused };
}

type Found = { id: string; name: string; passwordHash: string };

async function comeIn(
  tx: Transaction,
  found: Found,
  given: Whence & { policy: AccountPolicy },
): Promise<string | NotIn> {
  const roles = await rolesIfSame(tx, found);
  if (!roles) return { refused: "noAccount" };
  const hasStep = await hasSecondStep(found.id, tx);
  if (!hasStep && roles.some((role) => (administrators as readonly string[]).includes(role)))
    return { refused: "noStep" };
  const stepDue = hasStep || asksSecondStep(given.policy, roles);
  return openSession(tx, found, { ...given, passwordDue: false, stepDue, by: "oidc" });
}
