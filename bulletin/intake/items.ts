import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { ItemState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { ask, isOfficeSide, visibleItems } from "../policy";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";

const pageSize = 30;

/** The tabs of an office's own list. */
export const itemViews = {
  all: [],
  draft: ["draft", "withdrawn"],
  awaiting: ["awaitingOfficeSignOff"],
  underway: ["submitted", "adopted", "merged"],
  returned: ["returned"],
  published: ["published"],
  declined: ["declined"],
} as const satisfies Record<string, readonly ItemState[]>;

export type ItemView = keyof typeof itemViews;

export const itemsFilter = z.object({
  view: z.enum(Object.keys(itemViews) as [ItemView, ...ItemView[]]).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The office's items, latest first, with a true count for each tab. */
export async function itemsOf(actor: Actor, { view, page }: z.output<typeof itemsFilter>) {
  ask(isOfficeSide(actor));
  const own: Prisma.ItemWhereInput = { AND: [visibleItems(actor), { officeId: actor.officeId }] };
  const states: readonly ItemState[] = itemViews[view];
  const [rows, byState] = await Promise.all([
    db.item.findMany({
      where: states.length ? { AND: [own, { state: { in: [...states] } }] } : own,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        state: true,
        kind: true,
        submissions: true,
        headline: true,
        blocks: true,
        date: true,
        updatedAt: true,
        author: { select: { name: true } },
        publication: { select: { name: true } },
        section: { select: { title: true } },
      },
    }),
    db.item.groupBy({ by: ["state"], where: own, _count: true }),
  ]);
  const count = (wanted: readonly ItemState[]) =>
    byState.filter(({ state }) => !wanted.length || wanted.includes(state)).reduce((sum, each) => sum + each._count, 0);
  const counts = Object.fromEntries(Object.entries(itemViews).map(([name, wanted]) => [name, count(wanted)]));
  return {
    items: rows.map(({ blocks, ...row }) => ({
      ...row,
      date: fromColumn(row.date),
      title: titleOf({ headline: row.headline, blocks: asBlocks(blocks) }),
    })),
    counts: counts as Record<ItemView, number>,
    pages: Math.max(1, Math.ceil(count(states) / pageSize)),
  };
}

/** What became of the office's latest items, for the side of the editor. */
export async function recentFates(actor: Actor, except: string) {
  ask(isOfficeSide(actor));
  const rows = await db.item.findMany({
    where: {
      officeId: actor.officeId,
      id: { not: except },
      state: { in: ["published", "declined", "adopted", "merged", "returned"] },
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: 5,
    select: {
      id: true,
      state: true,
      submissions: true,
      headline: true,
      blocks: true,
      entries: { where: out, select: numbered },
      mergedInto: { where: { entry: out }, select: { entry: { select: numbered } } },
    },
  });
  return rows.map(({ blocks, entries, mergedInto, ...row }) => ({
    ...row,
    title: titleOf({ headline: row.headline, blocks: asBlocks(blocks) }),
    number: [...entries, ...mergedInto.map(({ entry }) => entry)][0]?.issue.number ?? null,
  }));
}

const out = { issue: { distributedAt: { not: null } } } satisfies Prisma.EntryWhereInput;
const numbered = { issue: { select: { number: true } } } as const;
