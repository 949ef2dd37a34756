import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";

/** Links of an account that still open no longer do: there is a newer one, another password, or it is disabled. */
export async function endLinks(tx: Transaction, accountId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { accountId, usedAt: null, expiresAt: { gt: now() } },
    data: { expiresAt: now() },
  });
}
