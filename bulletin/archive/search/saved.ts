import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../../again";
import { record } from "../../events";
import { notify } from "../../post/notices";
import { id, line } from "../../text/fields";
import { addressOf, filters } from "./address";
import { type Wanted, wantedSchema } from "./wanted";

const most = 50;

export const saveSearchSchema = z.object({
  newId,
  name: line(40, { required: true }),
  address: z.string().max(4_000),
});
export const forgetSearchSchema = z.object({ id });

export type SavedRow = { id: string; name: string; href: string };

/** Keeps a search under a name; from now on the person is told, once, of what is new and fits. */
export async function saveSearch(actor: Actor, input: z.output<typeof saveSearchSchema>): Promise<string> {
  const { newId: chosen, name, address } = input;
  const wanted = wantedIn(address);
  if (!wanted.q.trim() && !filters.some((key) => wanted[key])) throw new Refusal("nothingToSave", { field: "name" });
  return inTransaction(async (tx) => {
    const kept = { accountId: actor.id, name, wanted };
    if (chosen && (await cameBefore(tx, chosen, (id) => savedAs(tx, id), kept))) return chosen;
    if ((await tx.savedSearch.count({ where: { accountId: actor.id } })) >= most)
      throw new Refusal("tooManySaved", { field: "name", values: { max: most } });
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
    const row = { ...kept, id: chosen ?? undefined, createdAt: now(), toldAt: clock?.now ?? now() };
    const { id: own } = await tx.savedSearch.create({ data: row, select: { id: true } });
    await record(tx, actor, "saveSearch", { subjectId: own, detail: { name } });
    return own;
  });
}

async function savedAs(tx: Transaction, own: string) {
  const row = await tx.savedSearch.findUnique({ where: { id: own } });
  return row && { ...row, wanted: asWanted(row.wanted) };
}

function wantedIn(address: string): Wanted {
  const said = Object.fromEntries(new URL(address, "http://here").searchParams);
  return wantedSchema.parse({ ...said, page: 1, counted: null });
}

export async function savedSearches(actor: Actor): Promise<SavedRow[]> {
  const rows = await db.savedSearch.findMany({ where: { accountId: actor.id }, orderBy: { createdAt: "asc" } });
  return rows.map(({ id: own, name, wanted }) => ({ id: own, name, href: addressOf(asWanted(wanted)) }));
}

/** A search as it comes out of a Json column, which only the schema's output goes into. */
export function asWanted(column: unknown): Wanted {
  return wantedSchema.parse(column);
}

export async function forgetSearch(actor: Actor, { id: own }: z.output<typeof forgetSearchSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { id: own, accountId: actor.id };
    const saved = await tx.savedSearch.findFirst({ where, select: { name: true } });
    const { count } = await tx.savedSearch.deleteMany({ where });
    if (!saved || !count) throw missing();
    await record(tx, actor, "forgetSearch", { subjectId: own, detail: { name: saved.name } });
    await tx.savedSearchHit.deleteMany({ where: { savedId: own } });
  });
}

/** Tells the person of what has newly come to a saved search, once of each text. */
export async function tellOf(
  saved: { id: string; accountId: string; name: string; wanted: unknown },
  refs: string[],
): Promise<number> {
  return inTransaction(async (tx) => {
    const told = await tx.savedSearchHit.createManyAndReturn({
      data: refs.map((refId) => ({ savedId: saved.id, refId })),
      skipDuplicates: true,
      select: { refId: true },
    });
    const [first] = told;
    if (!first) return 0;
    await notify(tx, [saved.accountId], {
      ...{ kind: "saved", key: `${saved.id} ${first.refId}` },
      href: addressOf(asWanted(saved.wanted), { order: "date" }),
      values: { name: saved.name, count: told.length },
    });
    return told.length;
  });
}
