import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Fate } from "./FatePage";

/** Where an item was adopted, or printed and how many have acknowledged it. */
export async function Printing({ printing, isOwn }: { printing: Fate["printings"][number]; isOwn: boolean }) {
  const say = await getTranslations("fate");
  const { issue, section, isMerged, isRecalled, isDropped, deliveries, acknowledged } = printing;
  const isOut = printing.isOut && !isRecalled && !isDropped;
  const place = (
    <>
      <span className="font-serif text-lead font-black text-vermilion">{issue.publication.name}</span>{" "}
      {issue.number && <b>{say("number", { year: issue.year, number: issue.number })}</b>}
    </>
  );
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      {isDropped
        ? say("droppedFrom")
        : isRecalled
          ? say("recalledFrom")
          : isOut
            ? say(isMerged ? "printedMerged" : "printedIn")
            : say(isMerged ? "mergedInto" : "adoptedInto")}
      {isOut ? (
        <Link prefetch={false} href={`/reading/${issue.id}`} className="hover:underline">
          {place}
        </Link>
      ) : isOwn ? (
        <span>{place}</span>
      ) : (
        <Link prefetch={false} href={`/issues/${issue.id}`} className="hover:underline">
          {place}
        </Link>
      )}
      <span>{section}</span>
      {isOut && <span className="text-ink-3">{say("readers", { deliveries, acknowledged })}</span>}
    </span>
  );
}
