import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { isOfficeSide, isSecretariat, mayInstructFor } from "@/bulletin/policy";
import { instructionsOn } from "@/bulletin/post/instructions";
import { besides, trayFilter, unreadIn } from "@/bulletin/post/reading";
import { noticeInPlaceOf, readingOf } from "@/bulletin/post/readingOf";
import { firstTray } from "@/bulletin/post/trays";
import { LiveNotices } from "@/components/LiveNotices";
import { Made } from "@/components/Made";
import { ReaderBar } from "@/components/ReaderBar";
import { contrastChosen } from "@/lib/contrast";
import { momentOf, today } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { sayIn } from "@/lib/say";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { BottomBar } from "./BottomBar";
import { CorrectionNotice } from "./CorrectionNotice";
import { Instructions } from "./Instructions";
import { Opened } from "./Opened";
import { QuoteMarks } from "./QuoteMarks";
import { ReadingHead } from "./ReadingHead";
import { Recalled } from "./Recalled";
import { SignedSections } from "./SignedSections";
import { Stories } from "./Stories";
import { signedText } from "./signedText";
import { isSize, sizeCookie, textSizes } from "./size";
import { Tray } from "./Tray";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

/** The issue and who reads it, asked once for the title and the page. */
const opened = cache(async (id: string, of: string | null) => {
  const actor = await requireActor();
  return { actor, issue: await readable(readingOf(actor, id, of)) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ id }, search, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { actor, issue } = await opened(id, trayFilter.parse(search).of);
  const name = sayIn(locale, "issueName");
  if (issue)
    return { title: `${issue.content.publication} ${name(issue.content.series, { number: issue.content.number })}` };
  const notice = await seen(noticeInPlaceOf(actor, id));
  return notice ? { title: `${notice.publication.name} ${name(notice.series, { number: notice.number ?? 0 })}` } : {};
}

/** A page made for reading: what waits at the left, the issue as it was signed, receipt and instruction under the thumb. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const [{ id }, search, jar, locale] = await Promise.all([params, searchParams, cookies(), getLocale()]);
  const of = trayFilter.parse(search).of;
  const within = of ? `?of=${of}` : "";
  const { actor, issue } = await opened(id, of);
  if (!issue) return <InItsPlace id={id} within={within} />;
  const { content, accountId, nextUnread } = issue;
  // A past issue lies in nobody's tray: there is nothing to acknowledge, and nobody waits for a receipt.
  const isPast = issue.state === "archived";
  const delivery = isPast ? null : issue.delivery;
  const shown = of ?? firstTray(actor);
  const [waiting, { notices, read: readToday, isTraced, number, hasInstructions }] = await Promise.all([
    shown ? unreadIn(actor, shown) : null,
    besides(actor, id, delivery && accountId, momentOf(today(), "00:00")),
  ]);
  const instructions = hasInstructions ? await instructionsOn(actor, id, issue.correctsId) : [];
  const text = signedText(content, issue.contentKey, locale);
  const chosen = jar.get(sizeCookie)?.value ?? "";
  const size = isSize(chosen) ? chosen : "unset";
  const contrast = await contrastChosen();
  const opens = delivery
    ? !delivery.openedAt || delivery.openedById !== null || issue.inPlaceOf !== null
    : isOfficeSide(actor) && !isPast;
  const written = (place: string | null) => instructions.filter((each) => each.place === place);
  const above = new Map(
    text.stories
      .filter((story) => written(story.id).length)
      .map((story) => [story.id, <Instructions key={story.id} actor={actor} all={written(story.id)} story={story} />]),
  );
  const quotes = instructions.flatMap(({ place, quote }) => (place && quote ? [{ entryId: place, text: quote }] : []));
  return (
    <div data-contrast={contrast} className="min-h-dvh bg-sheet pb-24 text-lead">
      {(opens || (isTraced && !number)) && (
        <Opened issueId={id} of={of} opens={opens} needsNumber={isTraced && !number} />
      )}
      <LiveNotices />
      {quotes.length > 0 && <QuoteMarks quotes={quotes} />}
      <Stories stories={text.stories}>
        <ReaderBar
          actor={actor}
          of={of}
          locale={locale}
          waiting={waiting?.count ?? 0}
          notices={notices}
          className="hidden min-[1000px]:flex"
        />
        <div className={delivery ? "min-[1000px]:grid min-[1000px]:grid-cols-[312px_minmax(0,1fr)]" : ""}>
          {delivery && waiting && (
            <Tray waiting={waiting} readToday={readToday} issueId={id} text={text} within={within} locale={locale} />
          )}
          <div className="min-w-0">
            <ReadingHead
              issueId={id}
              content={content}
              hasWord={!isTraced || isSecretariat(actor)}
              size={size}
              contrast={contrast === "high"}
              within={within}
              locale={locale}
            />
            <main className={`mx-auto w-full max-w-[760px] px-7 py-5 ${textSizes[size]}`}>
              {(issue.correction || issue.newer) && <CorrectionNotice actor={actor} issue={issue} />}
              <Made html={text.head} />
              {written(null).length > 0 && <Instructions actor={actor} all={written(null)} story={null} />}
              {text.note && <Made html={text.note} />}
              <SignedSections sections={text.sections} above={above} />
              <Made html={text.foot} />
              {/* What is printed from the screen can be traced like what is printed from the file. */}
              {number && (
                <p className="fixed inset-x-0 bottom-0 hidden text-center text-key text-ink-3 print:block">{number}</p>
              )}
            </main>
          </div>
        </div>
        <BottomBar
          issueId={id}
          me={actor.id}
          earlierId={issue.correction?.earlierId ?? null}
          of={of}
          delivery={delivery}
          inPlaceOf={issue.inPlaceOf?.name ?? null}
          acknowledgedBy={issue.acknowledgedBy}
          mayInstruct={delivery !== null && mayInstructFor(actor, accountId)}
          previous={issue.previous && `/reading/${issue.previous}${within}`}
          next={issue.next && `/reading/${issue.next}${within}`}
          nextUnread={nextUnread && `/reading/${nextUnread}${within}`}
          hasTray={delivery !== null}
          locale={locale}
        />
      </Stories>
    </div>
  );
}

/** Null where the text is not there for the person: a notice may stand in its place. */
async function readable<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Refusal && error.isTrespass) return null;
    return seen(Promise.reject(error));
  }
}

async function InItsPlace({ id, within }: { id: string; within: string }) {
  const actor = await requireActor();
  const notice = await seen(noticeInPlaceOf(actor, id));
  if (notice?.state === "recalled")
    return <Recalled actor={actor} notice={notice} newer={notice.newer && `/reading/${notice.newer}`} />;
  // Whoever had the earlier edition open finds the one that took its place.
  if (notice?.newer) redirect(`/reading/${notice.newer}${within}`);
  return seen(Promise.reject(new Refusal("missing")));
}
