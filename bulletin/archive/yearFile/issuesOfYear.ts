import type { Prisma } from "@/generated/prisma/client";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import type { ManifestIssue } from "./manifest";

const select = {
  ...{ id: true, series: true, year: true, number: true, lastNumber: true, total: true, edition: true, twin: true },
  ...{ date: true, state: true, correctsId: true, contentHash: true },
  ...{ voidReason: true, recallReason: true },
  publication: { select: { name: true } },
} as const satisfies Prisma.IssueSelect;

type Row = Prisma.IssueGetPayload<{ select: typeof select }>;

/**
 * The numbers of a year that have been in readers' hands, were read in, or were voided: what the ledger shows.
 * What is signed and has not gone out is not of the archive yet; what was read in by mistake never was.
 */
export async function issuesOfYear(year: number): Promise<ManifestIssue[]> {
  const rows = await db.issue.findMany({
    where: {
      ...{ year, number: { not: null }, twin: { gt: 0 } },
      state: { in: ["distributed", "corrected", "archived", "recalled", "void"] },
    },
    orderBy: [
      { publication: { order: "asc" } },
      { series: "asc" },
      { number: "asc" },
      { edition: "asc" },
      { twin: "asc" },
    ],
    select,
  });
  const there = new Set(rows.map(({ id }) => id));
  return rows.map((row) => asManifestIssue(row, there));
}

function asManifestIssue(row: Row, there: Set<string>): ManifestIssue {
  const { publication, number, state, correctsId, voidReason, recallReason, ...kept } = row;
  const hasText = state !== "void" && state !== "recalled";
  const folder = `${publication.name.replace(/[\\/:*?"<>|]/g, "_")}/`;
  const name = nameOf(row);
  return {
    ...kept,
    publication: publication.name,
    number: number ?? 0,
    date: fromColumn(row.date),
    state: state === "distributed" || state === "archived" ? "standing" : (state as "corrected" | "recalled" | "void"),
    reason: voidReason ?? recallReason ?? "",
    corrects: correctsId && there.has(correctsId) ? correctsId : null,
    contentHash: hasText ? row.contentHash : null,
    data: hasText ? `data/${folder}${name}.json` : null,
    pages: hasText ? `pages/${folder}${name}.pdf` : null,
    isArchival: true,
  };
}

/** 2026-019, 2026-019-2 (更正版), 2026-S001 (增刊), 2026-019-b (a second issue of the number). */
function nameOf({ year, series, number, edition, twin }: Row): string {
  const padded = String(number ?? 0).padStart(3, "0");
  const later = edition > 1 ? `-${edition}` : "";
  return `${year}-${series === "supplement" ? "S" : ""}${padded}${later}${twin > 1 ? `-${String.fromCharCode(96 + Math.min(26, twin))}` : ""}`;
}
