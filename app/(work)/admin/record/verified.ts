import { getLocale, getTranslations } from "next-intl/server";
import { leastDays } from "@/bulletin/record/keeping";
import type { Finding } from "@/bulletin/record/verify";
import type { Outcome } from "@/bulletin/record/verifyRecord";
import { formatMoment } from "@/lib/dates";

type Say = Awaited<ReturnType<typeof getTranslations<"audit">>>;

/** What came of verifying the record, in words: whether it fits, how far, and where it does not. */
export async function verifiedInWords({ at, told, findings, lines, last, anchors, waiting }: Outcome) {
  const [say, locale] = await Promise.all([getTranslations("audit"), getLocale()]);
  const moment = at ? formatMoment(at, locale, { record: true, year: true }) : "";
  // Of a last line that was removed the number is known and no moment; of a chain that was removed neither.
  const until = at ? "dated" : last > 0n ? "undated" : "none";
  const figures = { lines, id: String(last), at: moment, until, anchors, waiting };
  const more = findings - told.length;
  return {
    isIntact: findings === 0,
    sentence: findings ? say("notIntact", { ...figures, findings }) : say("intact", figures),
    findings: [...told.map((each) => findingInWords(each, say)), ...(more ? [say("moreFindings", { more })] : [])],
  };
}

function findingInWords(finding: Finding, say: Say): string {
  const id = "id" in finding ? String(finding.id) : "";
  switch (finding.kind) {
    case "removed":
      return say("findings.removed", { after: String(finding.after), id, count: Number(finding.count) });
    case "notAnchored":
      return say("findings.notAnchored", { day: finding.day, id });
    case "anchorChanged":
      return say("findings.anchorChanged", { day: finding.day });
    case "notPruned":
      return say("findings.notPruned", { id, days: leastDays });
    default:
      return say(`findings.${finding.kind}`, { id });
  }
}
