import { getLocale, getTranslations } from "next-intl/server";
import { exportOf } from "@/bulletin/archive/statistics/export";
import { statisticsFilter } from "@/bulletin/archive/statistics/filter";
import { downloading } from "@/lib/handler";
import { periodName } from "../periodName";
import { workbookOf } from "./workbook";

export const dynamic = "force-dynamic";

/** What the page shows, and every item in it, as a workbook for Excel or WPS. */
export function GET(request: Request): Promise<Response> {
  return downloading(request, async (actor) => {
    const filter = statisticsFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const of = await exportOf(actor, filter);
    const [say, state, locale] = await Promise.all([
      getTranslations("stats"),
      getTranslations("states.item"),
      getLocale(),
    ]);
    const name = [of.selection.publication?.name, periodName(say, of.selection.period, locale), say("sheets.name")];
    return {
      bytes: await workbookOf(of, say, state, locale),
      name: `${name.filter(Boolean).join(" ")}.xlsx`,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
  });
}
