import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { asLists, recipientsOf } from "../../post/lists";
import { giveBack } from "../../press/numbering";
import { id, prose, version } from "../../text/fields";
import { moveIssue } from "../../transition";

export const addressSchema = z.object({ id, version, listId: id });

/**
 * Opens a past issue to the readers behind a named list, as they are now (指定对象). They find it in the
 * archive; it lies in no tray and nobody is told. Refused: nobody stands behind the list.
 */
export async function addressIssue(actor: Actor, { listId, ...seen }: z.output<typeof addressSchema>) {
  return inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "address", seen);
    const version = await tx.listVersion.findFirst({
      where: { listId, list: { publicationId: issue.publicationId, retiredAt: null } },
      orderBy: { version: "desc" },
      include: { list: { select: { name: true } } },
    });
    if (!version) throw missing();
    const recipients = await recipientsOf(tx, asLists(version.lines));
    if (!recipients.length) throw new Refusal("nobodyBehind", { field: "listId" });
    await tx.delivery.createMany({
      data: recipients.map((each, at) => ({ ...each, issueId: issue.id, order: at + 1, deliveredAt: now() })),
      skipDuplicates: true,
    });
    await record(tx, actor, "address", {
      issueId: issue.id,
      detail: { list: version.list.name, readers: recipients.length },
    });
    return { readers: recipients.length };
  });
}

export const addressYearSchema = z.object({
  publicationId: id,
  year: z.coerce.number().int().min(1900).max(2200),
  listId: id,
});

/** As `addressIssue`, for all past issues of a publication and year; those opened before to the same readers stay as they are. */
export async function addressYear(actor: Actor, { publicationId, year, listId }: z.output<typeof addressYearSchema>) {
  ask(has(actor, "editor"));
  const issues = await db.issue.findMany({
    where: { publicationId, year, state: "archived" },
    orderBy: [{ number: "asc" }, { id: "asc" }],
    select: { id: true, version: true },
  });
  let readers = 0;
  for (const issue of issues) readers = (await addressIssue(actor, { ...issue, listId })).readers;
  return { issues: issues.length, readers };
}

export const unarchiveSchema = z.object({ id, version, reason: prose(300, { required: true }) });

/**
 * Takes a past issue out of the archive: it was read in by mistake. Its number counts as not given, and once no
 * issue of its file stands there the file waits again, to be corrected.
 */
export async function unarchive(actor: Actor, { reason, ...seen }: z.output<typeof unarchiveSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "unarchive", seen, { voidReason: reason });
    const { publicationId, series, year, total } = issue;
    await giveBack(tx, issue.id, {
      ...{ publicationId, series, year, total },
      number: issue.lastNumber ?? issue.number ?? 0,
    });
    if (issue.importId) await waitsAgain(tx, issue.importId);
    await record(tx, actor, "unarchive", { issueId: issue.id, detail: { reason } });
  });
}

async function waitsAgain(tx: Transaction, id: string): Promise<void> {
  if (await tx.issue.count({ where: { importId: id, state: "archived" } })) return;
  await tx.importedFile.updateMany({
    where: { id, state: "archived", type: { not: "year" } },
    data: { state: "waiting", version: { increment: 1 }, updatedAt: now() },
  });
}
