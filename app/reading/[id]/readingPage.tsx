import { cookies } from "next/headers";
import type { Piece } from "@/app/document/pieces";
import type { Shown } from "@/app/document/shell";
import { to } from "@/app/document/showing";
import { ReaderBar } from "@/app/reading/ReaderBar";
import { isOfficeSide, isSecretariat, mayInstructFor } from "@/bulletin/policy";
import { instructionsOn } from "@/bulletin/post/instructions";
import { besides, unreadIn } from "@/bulletin/post/reading";
import { noticeInPlaceOf, readingOf } from "@/bulletin/post/readingOf";
import { firstTray } from "@/bulletin/post/trays";
import { html, markup } from "@/components/markup";
import type { Actor } from "@/lib/actor";
import { contrastChosen } from "@/lib/contrast";
import { momentOf, today } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { missing, Refusal } from "@/lib/refusal";
import { sayIn } from "@/lib/say";
import { BottomBar } from "./BottomBar";
import { CorrectionNotice } from "./CorrectionNotice";
import { contentsOf } from "./contents";
import { Instructions } from "./Instructions";
import { plainInstruct } from "./plainInstruct";
import { ReadingHead } from "./ReadingHead";
import { recalledPage } from "./recalledPage";
import { signedPieces } from "./signedPieces";
import { signedText } from "./signedText";
import { isSize, sizeCookie, textSizes } from "./size";
import { trayOf } from "./tray";

type Asked = { actor: Actor; locale: Language; id: string; of: string | null };

/** A page made for reading: what waits at the left, the issue as it was signed, receipt and instruction under the thumb. */
export async function readingPage({ actor, locale, id, of }: Asked): Promise<Shown | Response> {
  const within = of ? `?of=${of}` : "";
  const issue = await readable(readingOf(actor, id, of));
  if (!issue) return inItsPlace({ actor, locale, id, within });
  const { content, accountId } = issue;
  // A past issue lies in nobody's tray: there is nothing to acknowledge, and nobody waits for a receipt.
  const isPast = issue.state === "archived";
  const delivery = isPast ? null : issue.delivery;
  const shown = of ?? firstTray(actor);
  const [waiting, { notices, read: readToday, isTraced, number, hasInstructions }, contrast, size] = await Promise.all([
    shown ? unreadIn(actor, shown) : null,
    besides(actor, id, delivery && accountId, momentOf(today(), "00:00")),
    contrastChosen(),
    sizeChosen(),
  ]);
  const instructions = hasInstructions ? await instructionsOn(actor, id, issue.correctsId) : [];
  const text = signedText(content, issue.contentKey, locale);
  const stories = text.stories.length;
  const opens = delivery
    ? !delivery.openedAt || delivery.openedById !== null || issue.inPlaceOf !== null
    : isOfficeSide(actor) && !isPast;
  const before = [opens && "open", isTraced && !number && "takeNumber"].filter(Boolean).join(" ");
  const about = (place: string | null) => {
    const all = instructions.filter((each) => each.place === place);
    const story = text.stories.find((each) => each.id === place) ?? null;
    return all.length ? markup(<Instructions actor={actor} all={all} story={story} locale={locale} />) : null;
  };
  const back = isPast
    ? { href: "/archive", label: sayIn(locale, "nav")("archive"), besideTray: false }
    : { href: `/reading${within}`, label: sayIn(locale, "read")("back"), besideTray: delivery !== null };
  const address = (issueId: string | null) => issueId && `/reading/${issueId}${within}`;
  const bar = { actor, of, locale, waiting: waiting?.count ?? 0, notices };
  const grid = delivery ? "min-[1000px]:grid min-[1000px]:grid-cols-[312px_minmax(0,1fr)]" : "";
  const mayInstruct = delivery !== null && mayInstructFor(actor, accountId);
  const isChanged = issue.correction !== null || issue.newer !== null;
  const pieces: Piece[] = [
    html`<div data-part="before" data-listens data-before="${{ text: before }}" data-issue="${{ text: id }}" data-of="${{ text: of ?? "" }}"></div>`,
    markup(<ReaderBar {...bar} className="hidden min-[1000px]:flex" />),
    html`<div class="${{ text: grid }}">`,
    ...(delivery && waiting ? trayOf({ waiting, readToday, issueId: id, text, within, locale }) : []),
    html`<div class="min-w-0">`,
    markup(
      <ReadingHead
        {...{ issueId: id, content, stories, size, back, locale }}
        hasWord={!isTraced || isSecretariat(actor)}
        contrast={contrast === "high"}
      />,
    ),
    html`<main data-part="text" class="mx-auto w-full max-w-[760px] px-7 py-5 ${{ text: textSizes[size] }}">`,
    isChanged ? markup(<CorrectionNotice actor={actor} issue={issue} locale={locale} />) : html``,
    ...contentsOf({ text, locale, at: delivery && waiting ? "topOfTelephone" : "top" }),
    ...signedPieces(text, about),
    // What is printed from the screen can be traced like what is printed from the file.
    number
      ? html`<p class="fixed inset-x-0 bottom-0 hidden text-center text-key text-ink-3 print:block">${{ text: number }}</p>`
      : html``,
    html`</main>`,
    mayInstruct ? plainInstruct({ issueId: id, of, choices: text.choices, locale }) : html``,
    html`</div></div>`,
    markup(
      <BottomBar
        {...{ issueId: id, me: actor.id, of, delivery, stories, locale, acknowledgedBy: issue.acknowledgedBy }}
        earlierId={issue.correction?.earlierId ?? null}
        inPlaceOf={issue.inPlaceOf?.name ?? null}
        mayInstruct={mayInstruct}
        previous={address(issue.previous)}
        next={address(issue.next)}
        nextUnread={address(issue.nextUnread)}
        hasTray={delivery !== null}
      />,
    ),
  ];
  const name = sayIn(locale, "issueName")(content.series, { number: content.number });
  return {
    title: `${content.publication} ${name}`,
    look: "min-h-dvh bg-sheet pb-24 max-lg:pb-40 text-lead",
    contrast,
    pieces,
  };
}

async function sizeChosen() {
  const chosen = (await cookies()).get(sizeCookie)?.value ?? "";
  return isSize(chosen) ? chosen : "unset";
}

/** Null where the text is not there for the person: a notice may stand in its place. */
async function readable<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Refusal && error.isTrespass) return null;
    throw error;
  }
}

type InPlace = Omit<Asked, "of"> & { within: string };

async function inItsPlace({ actor, locale, id, within }: InPlace): Promise<Shown | Response> {
  const notice = await noticeInPlaceOf(actor, id);
  if (notice?.state === "recalled")
    return recalledPage({ actor, locale, notice, newer: notice.newer && `/reading/${notice.newer}` });
  // Whoever had the earlier edition open finds the one that took its place.
  if (notice?.newer) return to(`/reading/${notice.newer}${within}`);
  throw missing();
}
