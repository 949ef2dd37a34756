import type { Actor } from "@/lib/actor";
import { fromColumn, toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { pointsLinesOf, visibleItems } from "../../policy";
import { asBlocks } from "../../text/model";
import { titleOf } from "../../text/plain";
import type { Period } from "../period";

/** Sent (报送) as the statistics count it (docs/statistics.md): an item once, on the day on which it first reached the desk. */
const sentIn = ({ from, to }: Period) => ({ withdrawn: false, day: { gte: toColumn(from), lte: toColumn(to) } });

/** How many items each office sent in a period, to whichever publication. */
export async function sentCounts(period: Period): Promise<Map<string, number>> {
  const rows = await db.sentItem.groupBy({ by: ["officeId"], where: sentIn(period), _count: true });
  return new Map(rows.map(({ officeId, _count }) => [officeId, _count]));
}

/** Those of one office, the latest first. For the secretariat, and for itself. */
export async function sentBy(actor: Actor, officeId: string, period: Period) {
  const own = pointsLinesOf(actor);
  if (!own || (own.officeId && own.officeId !== officeId)) throw missing();
  const rows = await db.sentItem.findMany({
    where: { ...sentIn(period), officeId },
    orderBy: [{ at: "desc" }, { itemId: "desc" }],
    select: { itemId: true, day: true },
  });
  const items = await db.item.findMany({
    where: { AND: [visibleItems(actor), { id: { in: rows.map(({ itemId }) => itemId) } }] },
    select: { id: true, headline: true, blocks: true, state: true, submissions: true },
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  return rows.flatMap(({ itemId, day }) => {
    const item = byId.get(itemId);
    if (!item) return [];
    const { headline, blocks, ...rest } = item;
    return { ...rest, day: fromColumn(day), title: titleOf({ headline, blocks: asBlocks(blocks) }) };
  });
}
