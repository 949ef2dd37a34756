import { stringify } from "csv-stringify/sync";
import { getLocale, getTranslations } from "next-intl/server";
import { placesOf } from "@/bulletin/places";
import { traysOf } from "@/bulletin/policy";
import { nextDue, registerExport, registerFilter } from "@/bulletin/post/register";
import { dayOf } from "@/lib/dates";
import { downloading } from "@/lib/handler";
import { listed } from "@/lib/listed";
import { missing } from "@/lib/refusal";

export const dynamic = "force-dynamic";

/** The register as a table for Excel or WPS: what the filter shows, all pages. */
export function GET(request: Request): Promise<Response> {
  return downloading(request, async (actor) => {
    // Whoever has no register has no table of it either, not even an empty one.
    if (!placesOf(actor).includes("instructions") && !traysOf(actor).length) throw missing();
    const filter = registerFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [rows, say, state, issueName, locale] = await Promise.all([
      registerExport(actor, filter),
      getTranslations("register"),
      getTranslations("states.instruction"),
      getTranslations("issueName"),
      getLocale(),
    ]);
    const day = (moment: Date | null) => (moment ? dayOf(moment) : "");
    const table = rows.map(({ issue, forwards, ...row }) => [
      day(row.givenAt),
      row.leaderName,
      `${issue.publication.name}${say("year", { year: String(issue.year) })}${issueName(issue.series, { number: issue.number ?? 0 })}`,
      row.about,
      row.text || (row.byHand ? say("handwritten") : ""),
      listed(
        forwards.map(({ office }) => office.shortName),
        locale,
      ),
      nextDue(forwards)?.dueOn ?? "",
      state(row.state),
      row.days,
      day(row.closedAt),
      row.closing,
    ]);
    const heads = (
      ["given", "leader", "issue", "about", "words", "offices", "due", "state", "days", "closedOn", "closing"] as const
    ).map((each) => say(each));
    // A cell that begins with = or @ would be a formula to a spreadsheet: escaped (OWASP, CSV injection).
    const text = stringify([heads, ...table], { bom: true, escape_formulas: true, record_delimiter: "windows" });
    return { bytes: new TextEncoder().encode(text), name: `${say("title")}.csv`, type: "text/csv; charset=utf-8" };
  });
}
