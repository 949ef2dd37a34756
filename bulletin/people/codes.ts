import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { now } from "@/lib/clock";
import { db, type Transaction } from "@/lib/db";
import { log } from "@/lib/log";
import { seal, unseal } from "@/lib/sealed";

/** Codes of the second step: of the telephone, which are taken once each, and for the day when it is lost. */
const purpose = "second step";
const period = 30;
const spares = 10;

export async function hasSecondStep(accountId: string, client: Transaction = db): Promise<boolean> {
  return (await client.secondStep.count({ where: { accountId, confirmedAt: { not: null } } })) > 0;
}

/** A new secret as it is kept. */
export function newSecret(accountId: string): string {
  return seal(new Secret({ size: 20 }).base32, purpose, accountId);
}

/**
 * Takes a code, once: that of this half minute, the one before or the one after, or a recovery code. Of two who
 * send the same code at once the database lets one in.
 */
export async function takeCode(accountId: string, typed: string): Promise<boolean> {
  const code = plain(typed);
  if (isSpare(typed)) {
    const where = { accountId, codeHash: digest(code), usedAt: null };
    return (await db.recoveryCode.updateMany({ where, data: { usedAt: now() } })).count > 0;
  }
  const row = await db.secondStep.findUnique({ where: { accountId, confirmedAt: { not: null } } });
  const step = row && stepOf(row, "", code);
  if (!step) return false;
  const { count } = await db.secondStep.updateMany({
    where: { accountId, secret: row.secret, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count > 0;
}

/** Whether it can only be one of the recovery codes: those of the telephone have six digits. */
export function isSpare(typed: string): boolean {
  return !/^\d{6}$/.test(plain(typed));
}

const plain = (typed: string): string => typed.replace(/[\s-]/g, "");

export type Row = { accountId: string; secret: string };

/** The half minute to which a code belongs, if to any near this one. */
export function stepOf(row: Row, account: string, code: string): number | null {
  const timestamp = now().getTime();
  const delta = totpOf(row, account)?.validate({ token: plain(code), timestamp, window: 1 }) ?? null;
  return delta === null ? null : Math.floor(timestamp / 1_000 / period) + delta;
}

export function totpOf({ accountId, secret: sealed }: Row, account: string): TOTP | null {
  const secret = unseal(sealed, purpose, accountId);
  // Sealed under a NEXTAUTH_SECRET that is no longer there: nobody gets in until it is reset.
  if (!secret) log.error({ accountId }, "a second step cannot be unsealed: NEXTAUTH_SECRET has changed");
  return secret ? new TOTP({ issuer: "编发", label: account || "-", period, secret: Secret.fromBase32(secret) }) : null;
}

/** Takes the second step away, its recovery codes with it; false where there was none. */
export async function removeSecondStep(tx: Transaction, accountId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  return (await tx.secondStep.deleteMany({ where: { accountId } })).count > 0;
}

/** Sixteen letters and digits that nobody mistakes: 80 bits, so that a plain hash is enough. */
export async function newRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  const pick = () => Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("");
  const made = Array.from({ length: spares }, pick);
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({ data: made.map((code) => ({ accountId, codeHash: digest(code) })) });
  return made.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

function digest(code: string): string {
  return createHash("sha256").update(code.toUpperCase()).digest("hex");
}
