import type { Actor } from "@/lib/actor";
import { earlierDay, fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { ask, isSecretariat } from "../../policy";
import type { Rules } from "./book";
import { namedIn } from "./rules";

/**
 * What a rule set can name: publications that earn points, levels of relays, offices; and what `rules` already
 * name, also where that was turned off or retired since. `since`: from when the first publication earns.
 */
export async function rulesChoices(actor: Actor, rules: Rules | null) {
  ask(isSecretariat(actor));
  const open = await db.pointsSpan.findMany({ where: { until: null } });
  if (!open.length) throw missing();
  const named = rules && namedIn(rules);
  const publications = await db.publication.findMany({
    where: { id: { in: [...open.map(({ publicationId }) => publicationId), ...(named?.publicationIds ?? [])] } },
    orderBy: { order: "asc" },
    select: { id: true, name: true },
  });
  const levels = await db.relayLevel.findMany({
    where: { OR: [{ retiredAt: null }, { id: { in: named?.levelIds ?? [] } }] },
    orderBy: { order: "asc" },
    select: { id: true, name: true },
  });
  const offices = await db.office.findMany({
    where: { closedAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true, kind: true },
  });
  const since = open.map(({ from }) => fromColumn(from)).reduce(earlierDay, today());
  return { publications, levels, offices, since };
}
