import type { Actor } from "@/lib/actor";
import { addDays, dayOf, momentOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { pointsLinesOf, visibleItems } from "../../policy";
import { asBlocks } from "../../text/model";
import { titleOf } from "../../text/plain";
import type { Period } from "./period";
import { awardsOf, yearStart } from "./table";

export const views = ["all", "automatic", "byHand", "adopted", "sent", "cumulative"] as const;
export type View = (typeof views)[number];

/** The awards behind one figure of an office, the latest first, with the names of what they are about. */
export async function explained(actor: Actor, officeId: string, period: Period, view: View) {
  const from = view === "cumulative" && period.kind !== "all" ? yearStart(period) : period.from;
  const { office, awards } = await awardsOf(actor, officeId, { from, to: period.to });
  const shown = awards.filter(({ what }) => {
    if (view === "automatic") return what !== "byHand";
    if (view === "byHand" || view === "adopted") return what === (view === "adopted" ? "printed" : view);
    return true;
  });
  const itemIds = shown.flatMap((award) => (award.what === "byHand" ? [] : [award.itemId]));
  const [titles, publications, levels] = [
    await titlesOf(actor, itemIds),
    await db.publication.findMany({ select: { id: true, name: true } }),
    await db.relayLevel.findMany({ select: { id: true, name: true } }),
  ];
  return {
    office,
    awards: shown.toReversed(),
    sum: shown.reduce((sum, { points }) => sum + points, 0),
    titles,
    publications: new Map(publications.map(({ id, name }) => [id, name])),
    levels: new Map(levels.map(({ id, name }) => [id, name])),
  };
}

/** The items that an office sent for the first time in a period, the latest first. */
export async function sentBy(actor: Actor, officeId: string, { from, to }: Period) {
  const own = pointsLinesOf(actor);
  if (!own || (own.officeId && own.officeId !== officeId)) throw missing();
  const at = { gte: momentOf(from, "00:00"), lt: momentOf(addDays(to, 1), "00:00") };
  const rows = await db.submission.findMany({
    where: { number: 1, at, item: { AND: [visibleItems(actor), { officeId, state: { not: "withdrawn" } }] } },
    orderBy: [{ at: "desc" }, { itemId: "desc" }],
    select: {
      at: true,
      item: { select: { id: true, headline: true, blocks: true, state: true, submissions: true } },
    },
  });
  return rows.map(({ at: moment, item: { blocks, headline, ...item } }) => ({
    ...item,
    day: dayOf(moment),
    title: titleOf({ headline, blocks: asBlocks(blocks) }),
  }));
}

async function titlesOf(actor: Actor, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.item.findMany({
    where: { AND: [visibleItems(actor), { id: { in: [...new Set(ids)] } }] },
    select: { id: true, headline: true, blocks: true },
  });
  return new Map(rows.map(({ id, headline, blocks }) => [id, titleOf({ headline, blocks: asBlocks(blocks) })]));
}
