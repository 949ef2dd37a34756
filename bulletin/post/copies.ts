import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has, readableIssues } from "../policy";
import { line } from "../text/fields";

/** Crockford's alphabet: what is read from paper by eye has no I, L, O or U. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** K7Q2-9MFD: 40 bits by chance, so that nobody can guess another one's. */
function newNumber(): string {
  const text = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** Where a publication traces its copies, each reader has a number of their own for each issue. */
export async function giveNumbers(tx: Transaction, issue: Issue, accountIds: readonly string[]): Promise<void> {
  const { traceCopies } = await tx.publication.findUniqueOrThrow({ where: { id: issue.publicationId } });
  if (!traceCopies) return;
  const copies = accountIds.map((accountId) => ({
    number: newNumber(),
    accountId,
    issueId: issue.id,
    createdAt: now(),
  }));
  // A number that chance has given before is left out, and given at the first download.
  await tx.copy.createMany({ data: copies, skipDuplicates: true });
}

/** The number on this person's copies of an issue; null where its publication traces none. */
export async function numberFor(actor: Actor, issueId: string): Promise<string | null> {
  const { publication } = await db.issue.findUniqueOrThrow({
    where: { id: issueId },
    select: { publication: { select: { traceCopies: true } } },
  });
  if (!publication.traceCopies) return null;
  const key = { issueId_accountId: { issueId, accountId: actor.id } };
  for (;;) {
    const copy = await db.copy.findUnique({ where: key });
    if (copy) return copy.number;
    const data = [{ number: newNumber(), issueId, accountId: actor.id, createdAt: now() }];
    await db.copy.createMany({ data, skipDuplicates: true });
  }
}

/** The number for what is before the person on the screen; where copies are not traced, none. Posted by the page. */
export async function takeNumber(actor: Actor, issueId: string): Promise<void> {
  if (!(await db.issue.findFirst({ where: { AND: [{ id: issueId }, readableIssues(actor)] }, select: { id: true } })))
    throw missing();
  await numberFor(actor, issueId);
}

export const copySchema = z.object({
  /** As it is read from paper: small letters, no dash, O for 0 and I or L for 1 are understood. */
  number: line(20).transform((text) => {
    const plain = text
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .replace(/O/g, "0")
      .replace(/[IL]/g, "1");
    return `${plain.slice(0, 4)}-${plain.slice(4)}`;
  }),
});

/** Whose copy it is: the auditor's alone, and the question is entered in the record. */
export async function ownerOfCopy(actor: Actor, { number }: z.output<typeof copySchema>) {
  ask(has(actor, "auditor"));
  const found = await inTransaction(async (tx) => {
    const copy = await tx.copy.findUnique({
      where: { number },
      select: {
        number: true,
        createdAt: true,
        account: { select: { id: true, name: true, account: true, office: { select: { name: true } } } },
        issue: { select: { year: true, number: true, series: true, publication: { select: { name: true } } } },
      },
    });
    await record(tx, actor, "lookUpCopy", { subjectId: copy?.account.id, detail: { number, found: Boolean(copy) } });
    return copy;
  });
  if (!found) throw new Refusal("noSuchCopy", { field: "number" });
  return found;
}
