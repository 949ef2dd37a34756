import type { Actor } from "@/lib/actor";
import { fromColumn, toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { pointsLinesOf } from "../../policy";
import type { Period } from "../period";
import { arePointsOn } from "./keeping";

/** What was given and taken by hand in a period, the latest first, also what was withdrawn. An office sees its own. */
export async function adjustmentsIn(actor: Actor, { from, to }: Period) {
  const own = pointsLinesOf(actor);
  if (!own || !(await arePointsOn())) throw missing();
  const rows = await db.pointsAdjustment.findMany({
    where: { ...(own.officeId && { officeId: own.officeId }), on: { gte: toColumn(from), lte: toColumn(to) } },
    orderBy: [{ on: "desc" }, { id: "desc" }],
  });
  const names = await db.office.findMany({
    where: { id: { in: rows.map(({ officeId }) => officeId) } },
    select: { id: true, shortName: true },
  });
  const office = new Map(names.map(({ id, shortName }) => [id, shortName]));
  return rows.map((row) => ({ ...row, on: fromColumn(row.on), office: office.get(row.officeId) ?? "" }));
}
