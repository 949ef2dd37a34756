import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { staleImport } from "./waiting";

export type File = Prisma.ImportedFileGetPayload<object>;
type Change = (file: File, tx: Transaction) => Promise<Prisma.ImportedFileUncheckedUpdateInput | null>;

/**
 * One change to a file that waits, on the version that the person saw; null: there is nothing to change, and nothing
 * happened. Refused: somebody was first, or there is no such file.
 */
export async function changed(
  actor: Actor,
  seen: { id: string; version: number },
  change: Change,
  act = "correctImport",
) {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "ImportedFile" WHERE id = ${seen.id}::uuid FOR UPDATE`;
    const file = await tx.importedFile.findUnique({ where: { id: seen.id } });
    if (!file) throw missing();
    if (file.state !== "waiting" || file.version !== seen.version) throw await staleImport(tx, seen.id);
    const data = await change(file, tx);
    if (!data) return { version: seen.version };
    await tx.importedFile.update({
      where: { id: seen.id },
      data: { ...data, version: { increment: 1 }, updatedAt: now() },
    });
    await record(tx, actor, act, { subjectId: seen.id, detail: { name: file.name } });
    return { version: seen.version + 1 };
  });
}
