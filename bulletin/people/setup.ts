import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { foundUsualPublications } from "../desk/publications";
import { record } from "../events";
import { line, refuse } from "../text/fields";
import { accountName } from "./accountName";
import { usualPolicy } from "./accountPolicy";
import { hashPassword, passwordField } from "./password";
import { weaknessOf } from "./passwordRules";
import { secretariatId } from "./secretariat";

/**
 * The first visit of an empty installation: with the one-time code that the server printed, the
 * office and its three administrators are entered. Afterwards the page does not exist any more.
 */
const key = "setupCode";

export async function needsSetup(): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) === null;
}

/** A new code; only its hash is kept. An earlier one no longer holds. */
export async function newSetupCode(): Promise<string> {
  const code = Array.from({ length: 3 }, () => String(randomInt(10_000)).padStart(4, "0")).join("-");
  await db.setting.upsert({ where: { key }, create: { key, value: digest(code) }, update: { value: digest(code) } });
  return code;
}

/** Everything that is wrong is told at once, also where something else lacks: nobody sends three passwords three times. */
const atOnce = { when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null };

const administrator = z
  .object({ account: accountName, name: line(20, { required: true }), password: passwordField })
  .superRefine(({ account, password }, ctx) => {
    if (typeof password !== "string" || !password) return;
    const weak = weaknessOf(usualPolicy, password, typeof account === "string" ? account : "");
    if (weak) ctx.addIssue({ code: "custom", path: ["password"], params: { key: weak.key, values: weak.values } });
  }, atOnce);

export const setupSchema = z
  .object({
    code: line(40, { required: true }),
    office: line(40, { required: true }),
    shortName: line(12, { required: true }),
    systemAdmin: administrator,
    securityAdmin: administrator,
    auditor: administrator,
  })
  .superRefine(({ systemAdmin, securityAdmin, auditor }, ctx) => {
    const named = [systemAdmin, securityAdmin, auditor].flatMap((one) => one?.account || []);
    if (new Set(named).size < named.length) refuse(ctx, "threePeople");
  }, atOnce);

export async function setUp({ code, office, shortName, ...people }: z.output<typeof setupSchema>): Promise<void> {
  const hashes = await Promise.all(Object.values(people).map(({ password }) => hashPassword(password)));
  await inTransaction(async (tx) => {
    // The row is locked, so of two visitors with the code one is first.
    const [row] = await tx.$queryRaw<{ value: unknown }[]>`SELECT value FROM "Setting" WHERE key = ${key} FOR UPDATE`;
    if (!row || (await tx.account.count())) throw missing();
    if (!same(String(row.value), digest(code))) throw new Refusal("setupCode", { field: "code" });
    const officeId = await secretariatId(tx, office);
    await tx.office.update({ where: { id: officeId }, data: { name: office, shortName } });
    await foundUsualPublications(tx, office);
    for (const [index, role] of (["systemAdmin", "securityAdmin", "auditor"] as const).entries()) {
      const { account, name } = people[role];
      const data = {
        account: account.toLowerCase(),
        name,
        officeId,
        passwordHash: hashes[index] ?? "",
        passwordSetAt: now(),
        createdAt: now(),
      };
      const { id } = await tx.account.create({ data: { ...data, roles: { create: { role, grantedAt: now() } } } });
      await record(tx, null, "setUp", { subjectId: id, detail: { account: data.account, role } });
    }
    await tx.setting.delete({ where: { key } });
  });
}

function digest(code: string): string {
  return createHash("sha256").update(code.replace(/\D/g, "")).digest("hex");
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
