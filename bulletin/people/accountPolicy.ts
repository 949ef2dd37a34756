import { z } from "zod";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, inTurn, type Transaction } from "@/lib/db";
import { record } from "../events";
import { administrators, ask, has } from "../policy";
import { refuseChanged, type Seen, stamp } from "../seen";
import { whole } from "../text/fields";

export const secondStepFor = ["nobody", "administratorsAndSigners", "everybody"] as const;

export const longestHistory = 24;

/**
 * The rules of signing in. The bounds keep what GB/T 22239-2019 8.1.4.1 asks at level 3: complex passwords that
 * are changed, an end to guessing, a session that ends by itself.
 */
export const accountPolicySchema = z.object({
  minLength: whole(8, 64),
  classes: whole(2, 4),
  /** 0: a password does not age. */
  maxAgeDays: whole(0, 365, { required: true }),
  /** How many of the last passwords may not be taken again, the present one among them, and for how many days none. */
  history: whole(1, longestHistory),
  failures: whole(3, 10),
  addressFailures: whole(10, 1_000),
  restMinutes: whole(10, 1_440),
  idleMinutes: whole(5, 240),
  sessionHours: whole(1, 24),
  secondStep: z.enum(secondStepFor),
});

export const accountPolicyForm = accountPolicySchema.extend({ seen: stamp });

export type AccountPolicy = z.output<typeof accountPolicySchema>;

/** Unless the security administrator has set anything else. The standard names no figures: these are usual where it is inspected. */
export const usualPolicy: AccountPolicy = {
  minLength: 10,
  classes: 3,
  maxAgeDays: 90,
  history: 5,
  failures: 5,
  addressFailures: 50,
  restMinutes: 15,
  idleMinutes: 30,
  sessionHours: 12,
  secondStep: "nobody",
};

const key = "accountPolicy";

export async function accountPolicy(from: Transaction = db): Promise<AccountPolicy> {
  const row = await from.setting.findUnique({ where: { key } });
  // A rule that came later than the row is as usual.
  return { ...usualPolicy, ...((row?.value ?? {}) as Partial<AccountPolicy>) };
}

/**
 * Sets the rules. The times of sessions hold at once, for those that are open too; the rest at the next sign-in.
 * Refused: somebody else has set them since they were seen.
 */
export async function setAccountPolicy(actor: Actor, { seen, ...policy }: AccountPolicy & Seen): Promise<void> {
  ask(has(actor, "securityAdmin"));
  await inTransaction(async (tx) => {
    await inTurn(tx, key);
    const before = await accountPolicy(tx);
    await refuseChanged(tx, seen, before, { act: "setAccountPolicy" });
    const names = Object.keys(usualPolicy) as (keyof AccountPolicy)[];
    const changed = names.filter((name) => before[name] !== policy[name]);
    if (!changed.length) return;
    await tx.setting.upsert({ where: { key }, create: { key, value: policy }, update: { value: policy } });
    await tx.$executeRaw`
      UPDATE "Session" SET "idleMinutes" = ${policy.idleMinutes},
        "endsAt" = "createdAt" + make_interval(hours => ${policy.sessionHours})
      WHERE "endedAt" IS NULL AND "createdAt" > ${new Date(now().getTime() - 86_400_000)}`;
    const detail = Object.fromEntries(changed.map((name) => [name, `${before[name]} → ${policy[name]}`]));
    await record(tx, actor, "setAccountPolicy", { detail });
  });
}

/** Whether the policy asks a second step of somebody with these roles. */
export function asksSecondStep({ secondStep }: AccountPolicy, roles: readonly Role[]): boolean {
  if (secondStep === "administratorsAndSigners") return roles.some((role) => important.has(role));
  return secondStep === "everybody";
}

const important = new Set<Role>([...administrators, "signer"]);

/** Whether a password has to be changed for its age. One of unknown age does not age: the demonstration's. */
export function isTooOld({ maxAgeDays }: AccountPolicy, setAt: Date | null): boolean {
  return maxAgeDays > 0 && setAt !== null && now().getTime() - setAt.getTime() > maxAgeDays * 86_400_000;
}
