import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { id, line } from "../text/fields";
import { asLists, type Lists } from "./lists";

/** Named lists of a publication, in versions: what an issue went out with can always be looked up. */
export type ListInUse = { listId: string | null; listVersion: number | null; lists: Lists };

/** The list that the next issue begins with: the one used last, otherwise the first, as it stands now. */
export async function listForNext(tx: Transaction, publicationId: string, lastUsed: string | null): Promise<ListInUse> {
  const lists = await tx.distributionList.findMany({
    where: { publicationId, retiredAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const list = lists.find((each) => each.id === lastUsed) ?? lists[0];
  if (!list) return { listId: null, listVersion: null, lists: [] };
  return { listId: list.id, listVersion: list.version, lists: asLists(list.versions[0]?.lines ?? []) };
}

/** A publication's first list, or a further one under a name of its own. Refused where the name is taken. */
export async function foundList(
  tx: Transaction,
  { publicationId, name, lines, byName = "" }: { publicationId: string; name: string; lines: Lists; byName?: string },
): Promise<string> {
  if (await tx.distributionList.findFirst({ where: { publicationId, name } }))
    throw new Refusal("listTaken", { field: "name", values: { name } });
  const order = (await tx.distributionList.count({ where: { publicationId } })) + 1;
  const list = await tx.distributionList.create({
    data: { publicationId, name, order, versions: { create: { version: 1, lines, at: now(), byName } } },
  });
  return list.id;
}

/**
 * Puts lines into a named list as its next version; the same lines make none. Returns the version that
 * holds them. Refused where the list has moved on since the version that the lines came from: somebody
 * else's addressees would be gone.
 */
export async function keepVersion(
  tx: Transaction,
  actor: Actor,
  { listId, from, lines }: { listId: string; from: number | null; lines: Lists },
): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "DistributionList" WHERE id = ${listId}::uuid FOR UPDATE`;
  const list = await tx.distributionList.findUnique({
    where: { id: listId },
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  if (!list || list.retiredAt) throw missing();
  if (isDeepStrictEqual(asLists(list.versions[0]?.lines), lines)) return list.version;
  if (from !== list.version) throw new Refusal("listMovedOn", { values: { name: list.name, version: list.version } });
  const version = list.version + 1;
  await tx.listVersion.create({ data: { listId, version, lines, at: now(), byName: actor.name } });
  await tx.distributionList.update({ where: { id: listId }, data: { version } });
  await record(tx, actor, "keepList", { subjectId: list.publicationId, detail: { name: list.name, version } });
  return version;
}

/** The named lists of a publication with all their versions, latest first. For editors. */
export async function namedLists(actor: Actor, publicationId: string) {
  ask(has(actor, "editor"));
  const lists = await db.distributionList.findMany({
    where: { publicationId, retiredAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    include: { publication: { select: { name: true } }, versions: { orderBy: { version: "desc" }, take: 50 } },
  });
  return lists.map(({ versions, ...list }) => ({
    ...list,
    versions: versions.map((each) => ({ ...each, lines: asLists(each.lines) })),
  }));
}

export async function listNameOf(listId: string): Promise<string> {
  return (await db.distributionList.findUniqueOrThrow({ where: { id: listId }, select: { name: true } })).name;
}

export const renameListSchema = z.object({ id, name: line(20, { required: true }) });

export async function renameList(actor: Actor, { id: listId, name }: z.output<typeof renameListSchema>): Promise<void> {
  ask(has(actor, "editor"));
  try {
    await inTransaction(async (tx) => {
      if (!(await tx.distributionList.findFirst({ where: { id: listId, retiredAt: null } }))) throw missing();
      const list = await tx.distributionList.update({ where: { id: listId }, data: { name } });
      await record(tx, actor, "renameList", { subjectId: list.publicationId, detail: { name } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("listTaken", { field: "name", values: { name } });
    throw error;
  }
}

/** Takes a list out of use; issues that went out with it keep it. The last list of a publication stays. */
export async function retireList(actor: Actor, listId: string): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    const list = await tx.distributionList.findFirst({ where: { id: listId, retiredAt: null } });
    if (!list) throw missing();
    await tx.$queryRaw`SELECT id FROM "Publication" WHERE id = ${list.publicationId}::uuid FOR UPDATE`;
    const inUse = await tx.distributionList.count({ where: { publicationId: list.publicationId, retiredAt: null } });
    if (inUse < 2) throw new Refusal("lastList");
    // Its name is free again for another list.
    const name = `${list.name} ${listId.slice(-6)}`;
    const { count } = await tx.distributionList.updateMany({
      where: { id: listId, retiredAt: null },
      data: { retiredAt: now(), name },
    });
    if (!count) throw new Refusal("alreadyDone");
    await record(tx, actor, "retireList", { subjectId: list.publicationId, detail: { name: list.name } });
  });
}
