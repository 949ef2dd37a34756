import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleItems } from "../../policy";
import { asBlocks } from "../../text/model";
import { titleOf } from "../../text/plain";
import type { Period } from "../period";
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

async function titlesOf(actor: Actor, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.item.findMany({
    where: { AND: [visibleItems(actor), { id: { in: [...new Set(ids)] } }] },
    select: { id: true, headline: true, blocks: true },
  });
  return new Map(rows.map(({ id, headline, blocks }) => [id, titleOf({ headline, blocks: asBlocks(blocks) })]));
}
