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
  const folders = foldersOf(rows.map(({ publication }) => publication.name));
  return rows.map((row) => asManifestIssue(row, there, folders.get(row.publication.name) ?? ""));
}

/**
 * A folder for each publication, named as it is where any system has folders of such a name. Two that would have the
 * same one, also on a system that knows no capitals, are told apart by a number.
 */
export function foldersOf(publications: string[]): Map<string, string> {
  const folders = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(publications)) {
    // Neither "." nor "..", nor one that Windows would name without its last full stop or space.
    const plain = name.replace(/[\\/:*?"<>|\p{Cc}]|^\.+|[. ]+$/gu, "_");
    let folder = plain;
    for (let nth = 2; taken.has(folder.toLowerCase()); nth += 1) folder = `${plain}_${nth}`;
    taken.add(folder.toLowerCase());
    folders.set(name, folder);
  }
  return folders;
}

function asManifestIssue(row: Row, there: Set<string>, folder: string): ManifestIssue {
  const { publication, number, state, correctsId, voidReason, recallReason, ...kept } = row;
  const hasText = state !== "void" && state !== "recalled";
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
    data: hasText ? `data/${folder}/${name}.json` : null,
    pages: hasText ? `pages/${folder}/${name}.pdf` : null,
    isArchival: true,
  };
}

type Named = Pick<Row, "year" | "series" | "number" | "edition" | "twin">;

/** 2026-019, 2026-019-2 (更正版), 2026-S001 (增刊), 2026-019-b (a second issue of the number). */
export function nameOf({ year, series, number, edition, twin }: Named): string {
  const padded = String(number ?? 0).padStart(3, "0");
  const later = edition > 1 ? `-${edition}` : "";
  return `${year}-${series === "supplement" ? "S" : ""}${padded}${later}${twin > 1 ? `-${letters(twin)}` : ""}`;
}

/** b, c … z, then aa, ab …, as columns of a sheet are named. */
function letters(twin: number): string {
  const last = String.fromCharCode(97 + ((twin - 1) % 26));
  return twin > 26 ? letters(Math.floor((twin - 1) / 26)) + last : last;
}
