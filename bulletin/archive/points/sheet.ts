import type { Actor } from "@/lib/actor";
import { inTransaction } from "@/lib/db";
import { record } from "../../events";
import type { Period } from "../period";
import type { NamedPeriod } from "./period";
import { pointsOf } from "./table";

/** The columns of a table of points, in order; each is also the key of its heading under `points` in the catalogues. */
export const sheetColumns = [
  ...(["rank", "office", "sent", "adopted"] as const),
  ...(["automatic", "byHand", "total", "cumulative"] as const),
] as const;

/** One peer group as plain cells; `name` null: the offices in no group. */
export type PointsSheet = { name: string | null; quota: number | null; rows: (string | number | null)[][] };

/** The tables of a period for a spreadsheet, as far as the person sees them; points as numbers of at most two places. */
export async function pointsSheets(actor: Actor, period: Period): Promise<PointsSheet[]> {
  const { tables } = await pointsOf(actor, period);
  return tables.map(({ name, quota, lines }) => ({
    ...{ name, quota: quota ? quota / 100 : null },
    rows: lines.map(({ rank, office, sent, adopted, automatic, byHand, total, cumulative }) => [
      ...[rank, office, sent, adopted],
      ...[automatic, byHand, total, cumulative].map((points) => points / 100),
    ]),
  }));
}

/** As `pointsSheets`, to leave as a file: that is entered in the record (decision 0014). */
export async function pointsExport(actor: Actor, period: NamedPeriod): Promise<PointsSheet[]> {
  const sheets = await pointsSheets(actor, period);
  await inTransaction((tx) => record(tx, actor, "download", { detail: { format: "xlsx", points: period.key } }));
  return sheets;
}
