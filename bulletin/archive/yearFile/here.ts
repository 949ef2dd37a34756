import type { Transaction } from "@/lib/db";
import { broken } from "./broken";
import type { ManifestIssue } from "./manifest";

/**
 * Whether this very issue is here: by its id, unless it was taken out, or by its number with the
 * same text. Refused: another one by its id, or the same under other numbers.
 */
export async function isHere(tx: Transaction, publicationId: string, issue: ManifestIssue): Promise<boolean> {
  const { id, series, year, number, lastNumber, total, edition, contentHash } = issue;
  const own = await tx.issue.findUnique({ where: { id } });
  if (own) {
    const numbers = { publicationId, series, year, number, lastNumber, total, edition };
    const isOther = contentHash && own.contentHash && own.contentHash !== contentHash;
    if (isOther || Object.entries(numbers).some(([name, value]) => own[name as keyof typeof numbers] !== value))
      throw broken(issue.data ?? id);
    return !isOut(own, issue);
  }
  const same = { publicationId, series, year, number, edition, twin: { gt: 0 } };
  return contentHash !== null && (await tx.issue.count({ where: { ...same, contentHash } })) > 0;
}

/** Whether an issue of the year lies here that was taken out of the archive again (unarchive). */
export async function takenOut(tx: Transaction, issue: ManifestIssue): Promise<boolean> {
  const own = await tx.issue.findUnique({ where: { id: issue.id }, select: { state: true, twin: true } });
  return own !== null && isOut(own, issue);
}

/** What was taken out bears no number any more (giveBack); one that was void where it comes from still does. */
function isOut({ state, twin }: { state: string; twin: number }, issue: ManifestIssue): boolean {
  return state === "void" && twin < 1 && issue.state !== "void";
}
