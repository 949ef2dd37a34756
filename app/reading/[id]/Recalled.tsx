import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { confirmNoticeAction } from "@/app/(work)/notices/actions";
import { newNotices } from "@/bulletin/post/notices";
import { unreadCount } from "@/bulletin/post/reading";
import type { noticeInPlaceOf } from "@/bulletin/post/readingOf";
import { firstTray } from "@/bulletin/post/trays";
import { ActForm } from "@/components/ActForm";
import { LiveNotices } from "@/components/LiveNotices";
import { ReaderBar } from "@/components/ReaderBar";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";

type Props = { actor: Actor; notice: NonNullable<Awaited<ReturnType<typeof noticeInPlaceOf>>>; newer: string | null };

/** What stands where a recalled issue was: that it was recalled, why, and the question whether this is known. */
export async function Recalled({ actor, notice, newer }: Props) {
  const tray = firstTray(actor);
  const [say, name, locale, notices, waiting, told] = await Promise.all([
    getTranslations("recalled"),
    getTranslations("issueName"),
    getLocale(),
    getTranslations("notices"),
    tray ? unreadCount(actor, tray) : 0,
    newNotices(actor),
  ]);
  const asked = notice.notice?.asksConfirmation ? notice.notice : null;
  return (
    <>
      <ReaderBar
        actor={actor}
        of={null}
        locale={locale}
        waiting={waiting}
        notices={told}
        className="flex max-sm:hidden"
      />
      <main className="mx-auto grid max-w-[680px] justify-items-center gap-5 px-6 py-20 text-center text-lead">
        <LiveNotices />
        <h1 className="font-serif text-headline font-bold">
          {say("title", { name: `${notice.publication.name}${name(notice.series, { number: notice.number ?? 0 })}` })}
        </h1>
        <p>{notice.recallReason}</p>
        {notice.recalledAt && (
          <p className="text-ink-3">
            {say("by", {
              issuer: notice.publication.issuer,
              at: formatMoment(notice.recalledAt, locale, { record: true }),
            })}
          </p>
        )}
        {asked &&
          (asked.confirmedAt ? (
            <p className="text-green">
              {notices("confirmed", { at: formatMoment(asked.confirmedAt, locale, { record: true }) })}
            </p>
          ) : (
            <>
              <p>{say("paper")}</p>
              <ActForm
                action={confirmNoticeAction as never}
                hidden={{ id: asked.id }}
                submit={notices("confirm")}
                tone="primary"
              />
            </>
          ))}
        {newer && (
          <Link prefetch={false} href={newer} className="texttool inline-flex min-h-11 items-center">
            {say("newer")}
          </Link>
        )}
        <Link prefetch={false} href="/reading" className="texttool inline-flex min-h-11 items-center">
          {say("back")}
        </Link>
      </main>
    </>
  );
}
