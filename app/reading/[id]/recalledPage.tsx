import { ActForm } from "@/app/document/ActForm";
import type { Shown } from "@/app/document/shell";
import { ReaderBar } from "@/app/reading/ReaderBar";
import { newNotices } from "@/bulletin/post/notices";
import { unreadCount } from "@/bulletin/post/reading";
import type { noticeInPlaceOf } from "@/bulletin/post/readingOf";
import { firstTray } from "@/bulletin/post/trays";
import { buttonClass } from "@/components/Button";
import { markup } from "@/components/markup";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

type Notice = NonNullable<Awaited<ReturnType<typeof noticeInPlaceOf>>>;
type Given = { actor: Actor; locale: Language; notice: Notice; newer: string | null };

/** What stands where a recalled issue was: that it was recalled, why, and the question whether this is known. */
export async function recalledPage({ actor, locale, notice, newer }: Given): Promise<Shown> {
  const tray = firstTray(actor);
  const [waiting, notices] = await Promise.all([tray ? unreadCount(actor, tray) : 0, newNotices(actor)]);
  const bar = { actor, of: null, locale, waiting, notices };
  const name = `${notice.publication.name}${sayIn(locale, "issueName")(notice.series, { number: notice.number ?? 0 })}`;
  return {
    title: name,
    look: "min-h-dvh bg-paper",
    pieces: [
      markup(<ReaderBar {...bar} className="flex max-sm:hidden" />),
      markup(<Recalled name={name} notice={notice} newer={newer} locale={locale} />),
    ],
  };
}

type Props = Omit<Given, "actor"> & { name: string };

function Recalled({ name, notice, newer, locale }: Props) {
  const [say, notices] = [sayIn(locale, "recalled"), sayIn(locale, "notices")];
  const asked = notice.notice?.asksConfirmation ? notice.notice : null;
  const moment = (at: Date) => formatMoment(at, locale, { record: true });
  return (
    <main
      data-part="text"
      data-listens
      className="mx-auto grid max-w-[680px] justify-items-center gap-5 px-6 py-20 text-center text-lead"
    >
      <h1 className="font-serif text-headline font-bold">{say("title", { name })}</h1>
      <p>{notice.recallReason}</p>
      {notice.recalledAt && (
        <p className="text-ink-3">{say("by", { issuer: notice.publication.issuer, at: moment(notice.recalledAt) })}</p>
      )}
      {asked &&
        (asked.confirmedAt ? (
          <p className="text-green">{notices("confirmed", { at: moment(asked.confirmedAt) })}</p>
        ) : (
          <>
            <p>{say("paper")}</p>
            <ActForm act="confirmNotice" hidden={{ id: asked.id }} refusal="my-2 [[hidden]]:hidden">
              <button type="submit" className={buttonClass("primary")}>
                {notices("confirm")}
              </button>
            </ActForm>
          </>
        ))}
      {newer && (
        <a href={newer} className="texttool inline-flex min-h-11 items-center">
          {say("newer")}
        </a>
      )}
      <a href="/reading" className="texttool inline-flex min-h-11 items-center">
        {say("back")}
      </a>
    </main>
  );
}
