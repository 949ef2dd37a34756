import type { Actor } from "@/lib/actor";
import { fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { ask, isSecretariat } from "../../policy";
import { relayLevels } from "../relays/levels";
import { firstDay } from "./book";

/** What a rule set can name: publications that earn points, levels of relays, offices. `since`: from when the first earns. */
export async function rulesChoices(actor: Actor) {
  ask(isSecretariat(actor));
  const open = await db.pointsSpan.findMany({ where: { until: null } });
  if (!open.length) throw missing();
  const publications = await db.publication.findMany({
    where: { id: { in: open.map(({ publicationId }) => publicationId) } },
    orderBy: { order: "asc" },
    select: { id: true, name: true },
  });
  const levels = (await relayLevels(actor)).map(({ id, name }) => ({ id, name }));
  const offices = await db.office.findMany({
    where: { closedAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true, kind: true },
  });
  const since = open.map(({ from }) => fromColumn(from)).reduce(firstDay, today());
  return { publications, levels, offices, since };
}
