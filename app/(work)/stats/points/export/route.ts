import { getLocale, getTranslations } from "next-intl/server";
import writeExcelFile from "write-excel-file/node";
import { periodOf } from "@/bulletin/archive/points/period";
import { pointsExport, sheetColumns } from "@/bulletin/archive/points/sheet";
import { downloading } from "@/lib/handler";
import { number, sheet, text } from "../../cells";
import { periodName } from "../../periodName";

export const dynamic = "force-dynamic";

/** The tables of points of a period as a workbook: a sheet each peer group, never mixed. */
export function GET(request: Request): Promise<Response> {
  return downloading(request, async (actor) => {
    const period = periodOf(new URL(request.url).searchParams.get("period") ?? undefined);
    const [sheets, say] = [await pointsExport(actor, period), await getTranslations("points")];
    const heads = sheetColumns.map((key) => say(key));
    const made = sheets.map(({ name, rows }, at) => {
      const cells = rows.map((row) =>
        row.map((each) => (each === null ? null : typeof each === "number" ? number(each) : text(each))),
      );
      return sheet(
        sheetName(name ?? say(sheets.length > 1 ? "ungrouped" : "title"), at),
        heads,
        cells,
        [8, 30, 10, 10, 12, 12, 12, 14],
      );
    });
    const title = [say("title"), periodName(await getTranslations("stats"), period, await getLocale())].join(" ");
    return {
      bytes: await writeExcelFile(made.length ? made : [sheet(say("title"), heads, [], [8, 30])]).toBuffer(),
      name: `${title}.xlsx`,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
  });
}

/** Excel takes 31 characters, some not at all, and no name twice. */
function sheetName(name: string, at: number): string {
  return `${at + 1} ${name.replace(/[\\/*?:[\]]/g, " ")}`.slice(0, 31);
}
