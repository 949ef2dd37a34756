import type { Role } from "@/generated/prisma/enums";
import type { Transaction } from "@/lib/db";
import { missing } from "@/lib/refusal";

/** Holds an account until the transaction ends: whoever signs in to it or changes its roles or its password comes before or after. */
export async function holdAccount(tx: Transaction, accountId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ held: number }[]>`
    SELECT 1 AS held FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`;
  if (!rows.length) throw missing();
}

/**
 * The roles of an account whose password has just been tried, or that the identity service has named; null where it was
 * given another password or was disabled meanwhile: trying takes its time, and an administrator begins anew (roles.ts).
 */
export async function rolesIfSame(
  tx: Transaction,
  { id, passwordHash }: { id: string; passwordHash: string },
): Promise<Role[] | null> {
  const rows = await tx.$queryRaw<{ held: number }[]>`
    SELECT 1 AS held FROM "Account"
    WHERE id = ${id}::uuid AND "passwordHash" = ${passwordHash} AND "disabledAt" IS NULL FOR SHARE`;
  if (!rows.length) return null;
  return (await tx.roleGrant.findMany({ where: { accountId: id } })).map(({ role }) => role);
}
