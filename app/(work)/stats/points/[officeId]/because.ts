import type { getTranslations } from "next-intl/server";
import type { Award } from "@/bulletin/archive/points/awards";
import type { explained } from "@/bulletin/archive/points/explained";
import { formatPoints } from "@/bulletin/archive/points/hundredths";
import { formatDay } from "@/lib/dates";

type Say = Awaited<ReturnType<typeof getTranslations<"points">>>;
type Kinds = Awaited<ReturnType<typeof getTranslations<"pointsRules">>>;
type Names = Pick<Awaited<ReturnType<typeof explained>>, "publications" | "levels">;

/** Why an award is what it is, part by part: the row of the rules, how it was shared, what had been counted. */
export function because(
  award: Award,
  { publications, levels }: Names,
  say: Say,
  rules: Kinds,
  locale: string,
): string[] {
  const short = (day: string) => formatDay(day, locale, { weekday: false });
  const late =
    award.ownDay === award.day || award.step === "taken" ? [] : [say("because.late", { day: short(award.ownDay) })];
  if (award.what === "byHand")
    return [award.adjustment.reason, ...(award.step === "taken" ? [say("because.taken")] : []), ...late];
  const { use, rule, step, points } = award;
  const publication = publications.get(use.publicationId) ?? "";
  const level = levels.get(use.levelId ?? "") ?? "";
  const worth = formatPoints(rule.gross);
  const priced = {
    publication,
    kind: rule.row ? rules(`kinds.${rule.row}`) : "",
    points: worth,
    level,
    name: use.name,
  };
  const source = !rule.gross
    ? say("because.nothing", { publication })
    : use.what === "printed"
      ? say("because.row", priced)
      : use.what === "instructed"
        ? say(use.levelId ? "because.instructedAbove" : "because.instructed", priced)
        : say(`because.${use.what}`, priced);
  const isShared = rule.parts > 1 && rule.gross > 0;
  const shared = isShared ? [say(`because.${rule.merge}`, { parts: rule.parts, share: formatPoints(rule.share) })] : [];
  const isLess = step === "given" && points < rule.share;
  const counted =
    isLess && use.what === "instructed"
      ? [say("because.once")]
      : isLess
        ? [say("because.highest", { before: formatPoints(rule.before) })]
        : [];
  const taken = step === "taken" ? [say(use.what === "printed" ? "because.takenPrinted" : "because.taken")] : [];
  return [source, ...shared, ...counted, ...taken, ...late, say("because.rules", { day: short(rule.rulesFrom) })];
}
