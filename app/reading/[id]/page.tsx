import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { isOfficeSide, isSecretariat, mayInstructFor } from "@/bulletin/policy";
import { tracingOf } from "@/bulletin/post/copies";
import { instructionsOn } from "@/bulletin/post/instructions";
import { trayFilter, unreadIn } from "@/bulletin/post/reading";
import { noticeInPlaceOf, readingOf } from "@/bulletin/post/readingOf";
import { titleOf } from "@/bulletin/text/plain";
import { IssueFoot } from "@/components/IssueFoot";
import { LiveNotices } from "@/components/LiveNotices";
import { ReaderBar } from "@/components/ReaderBar";
import { contrastChosen } from "@/lib/contrast";
import { formatMasthead } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { BottomBar } from "./BottomBar";
import { CorrectionNotice } from "./CorrectionNotice";
import { EntryView } from "./EntryView";
import { Instructions } from "./Instructions";
import { Opened } from "./Opened";
import { QuoteMarks } from "./QuoteMarks";
import { ReadingHead } from "./ReadingHead";
import { Recalled } from "./Recalled";
import { Stories } from "./Stories";
import { isSize, sizeCookie, textSizes } from "./size";
import { Tray } from "./Tray";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { id }, name] = await Promise.all([requireActor(), params, getTranslations("issueName")]);
  const issue = await seen(noticeInPlaceOf(actor, id));
  return issue ? { title: `${issue.publication.name} ${name(issue.series, { number: issue.number ?? 0 })}` } : {};
}

/** A page made for reading: what waits at the left, the issue as it was signed, receipt and instruction under the thumb. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const [actor, { id }, search, jar, locale] = await Promise.all([
    requireActor(),
    params,
    searchParams,
    cookies(),
    getLocale(),
  ]);
  const of = trayFilter.parse(search).of;
  const within = of ? `?of=${of}` : "";
  const issue = await readable(readingOf(actor, id, of));
  if (!issue) return <InItsPlace id={id} within={within} />;
  const { content, accountId, nextUnread } = issue;
  // A past issue lies in nobody's tray: there is nothing to acknowledge, and nobody waits for a receipt.
  const isPast = issue.state === "archived";
  const delivery = isPast ? null : issue.delivery;
  const [sheet, instructions, waiting, { isTraced, number }] = await Promise.all([
    getTranslations("sheet"),
    instructionsOn(actor, id),
    delivery ? unreadIn(actor, accountId) : null,
    tracingOf(actor, id),
  ]);
  const chosen = jar.get(sizeCookie)?.value ?? "";
  const size = isSize(chosen) ? chosen : "unset";
  const contrast = await contrastChosen();
  const opens = delivery
    ? !delivery.openedAt || delivery.openedById !== null || issue.inPlaceOf !== null
    : isOfficeSide(actor) && !isPast;
  const entries = content.sections.flatMap((section) => section.entries);
  const stories = entries.map((entry) => ({ id: entry.id, title: titleOf(entry, 30) }));
  const mark = content.page?.sectionMark ?? "※";
  return (
    <div data-contrast={contrast} className="min-h-dvh bg-sheet pb-24 text-lead">
      <Opened issueId={id} of={of} opens={opens} needsNumber={isTraced && !number} />
      <LiveNotices />
      <QuoteMarks
        quotes={instructions.flatMap(({ place, quote }) => (place && quote ? [{ entryId: place, text: quote }] : []))}
      />
      <Stories stories={stories}>
        <ReaderBar actor={actor} of={of} className="hidden min-[1000px]:flex" />
        <div className={waiting ? "min-[1000px]:grid min-[1000px]:grid-cols-[312px_minmax(0,1fr)]" : ""}>
          {waiting && (
            <Tray waiting={waiting} issue={{ id, content }} within={within} locale={locale} accountId={accountId} />
          )}
          <div className="min-w-0">
            <ReadingHead
              issueId={id}
              content={content}
              hasWord={!isTraced || isSecretariat(actor)}
              size={size}
              contrast={contrast === "high"}
              within={within}
            />
            <main className={`mx-auto w-full max-w-[760px] px-7 py-5 ${textSizes[size]}`}>
              <CorrectionNotice actor={actor} issue={issue} />
              {content.marking === "internal" && <p className="font-sans text-lead font-bold">{sheet("internal")}</p>}
              <p className="bulletin flex flex-wrap justify-between border-b-[3px] border-pagered pb-1 text-lead">
                <span>{content.issuer}</span>
                <span>{formatMasthead(content.date)}</span>
              </p>
              {content.besides && [...content.besides.masthead, ...content.besides.contents].length > 0 && (
                <div className="bulletin mt-3 text-lead text-ink-2">
                  {[...content.besides.masthead, ...content.besides.contents].map((line, at) => (
                    <p key={at}>{line}</p>
                  ))}
                </div>
              )}
              <Instructions actor={actor} all={instructions.filter(({ place }) => !place)} story={null} />
              {content.editorNote && (
                <p className="bulletin mt-6 border border-line-2 px-4 py-2">
                  <b>{sheet("editorNote")}</b>
                  {content.editorNote}
                </p>
              )}
              {content.sections.map((section) => (
                <section key={section.title}>
                  {content.layout === "weekly" && section.title && (
                    <h2 className="headline mt-10 text-center text-title text-vermilion">{`${mark}${section.title}${mark}`}</h2>
                  )}
                  {section.entries.map((entry) => (
                    <EntryView key={entry.id} entry={entry} locale={locale}>
                      <Instructions
                        actor={actor}
                        all={instructions.filter(({ place }) => place === entry.id)}
                        story={{ id: entry.id, title: titleOf(entry, 30) }}
                      />
                    </EntryView>
                  ))}
                </section>
              ))}
              <IssueFoot content={content} />
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
          hasTray={waiting !== null}
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
