import { getLocale, getTranslations } from "next-intl/server";
import { type Drawing, isDrawn } from "@/bulletin/post/strokes";
import { StrokesView } from "@/components/StrokesView";
import { formatMoment } from "@/lib/dates";
import type { Fate } from "./FatePage";

/** What leaders wrote on the printed item, where the secretariat let its office know. */
export async function ReleasedInstructions({ all }: { all: Fate["instructions"] }) {
  const [say, locale] = await Promise.all([getTranslations("fate"), getLocale()]);
  return all.map(({ id, text, drawing, leaderName, givenAt }) => (
    <section key={id} className="border-y border-line-2 py-3">
      <h2 className="font-bold">{say("instruction", { name: leaderName })}</h2>
      {isDrawn(drawing as Drawing) && <StrokesView drawing={drawing as Drawing} label={text || leaderName} />}
      {text && <p className="font-serif text-lead text-pen">{text}</p>}
      <p className="text-ink-3">{formatMoment(givenAt, locale, { record: true })}</p>
    </section>
  ));
}
