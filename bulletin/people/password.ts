import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { refuse } from "../text/fields";

// argon2id is the library's default algorithm; cost as OWASP's password storage sheet of 2025 (19 MiB, 2 passes).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At least ten characters of three classes: 等保 level 3 practice asks for complexity, not for a figure. */
export const passwordSchema = z.string().superRefine((password, ctx) => {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((each) => each.test(password)).length;
  if (password.length < 10 || password.length > 200 || classes < 3) refuse(ctx, "weakPassword");
});

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Takes as long for an account that does not exist, so that nobody learns which ones do. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("not the password of anybody");
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

let decoy: Promise<string> | undefined;

/** A new password, without letters and digits that are taken for each other when read out on the telephone. */
export function newPassword(): string {
  const pick = (letters: string, count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join("");
  return `${pick("ABCDEFGHJKLMNPQRSTUVWXYZ", 2)}${pick("abcdefghijkmnpqrstuvwxyz", 5)}-${pick("23456789", 5)}`;
}
