import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { refuse } from "../text/fields";
import { longestPassword } from "./passwordRules";

// argon2id is the library's default algorithm; cost as OWASP's password storage sheet of 2025 (19 MiB, 2 passes).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it comes in from a form; what it must be is said by the policy (passwordRules.ts), once the account is known. */
export const passwordField = z.string().superRefine((password, ctx) => {
  if (!password) refuse(ctx, "required");
  if (password.length > longestPassword) refuse(ctx, "passwordTooLong", { max: longestPassword });
});

/** A new password is typed twice; of two that differ the second is told so. */
export const newPasswordFields = { password: passwordField, again: passwordField };

export function refuseDiffering({ password, again }: { password: string; again: string }, ctx: z.RefinementCtx): void {
  if (password !== again) ctx.addIssue({ code: "custom", path: ["again"], params: { key: "passwordsDiffer" } });
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Of an account that nobody can sign in to with a password: a hash of all noughts, which no password has. Looked at like
 * any other, and known by itself, so that it is never kept as a password that somebody had.
 */
export const nobodysPassword = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Takes as long for an account that does not exist, so that nobody learns which ones do. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("not the password of anybody");
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

let decoy: Promise<string> | undefined;

/** A new password, without letters and digits that are taken for each other when read out on the telephone. */
export function newPassword(length = 12): string {
  const pick = (letters: string, count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join("");
  const small = pick("abcdefghijkmnpqrstuvwxyz", Math.max(5, length - 8));
  return `${pick("ABCDEFGHJKLMNPQRSTUVWXYZ", 2)}${small}-${pick("23456789", 5)}`;
}
