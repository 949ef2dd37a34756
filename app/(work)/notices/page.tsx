import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { mailOf } from "@/bulletin/post/mailSettings";
import { noticesFilter, noticesFor } from "@/bulletin/post/notices";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { Empty } from "@/components/Empty";
import { Checkbox, TextField } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { readNoticesAction, setMailAction } from "./actions";
import { NoticeRow } from "./NoticeRow";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** Everything the person was told, also what passed by on the screen. */
export default async function NoticesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  const [say, locale, { notices, next }, mail] = await Promise.all([
    getTranslations("notices"),
    getLocale(),
    noticesFor(actor, noticesFilter.parse(await searchParams)),
    mailOf(actor),
  ]);
  return (
    <main className="grow">
      <PageBar
        acts={
          <>
            <ActDialog verb={say("mine")} title={say("mine")} action={setMailAction as never} submit={say("save")}>
              {!mail.isSetUp && <p className="mb-3 text-ink-3">{say("noMail")}</p>}
              <TextField
                name="email"
                type="email"
                label={say("email")}
                hint={say("emailHint")}
                defaultValue={mail.email}
              />
              <Checkbox name="mailNotices" value="1" label={say("wantMail")} defaultChecked={mail.mailNotices} />
            </ActDialog>
            {notices.some(({ readAt }) => !readAt) && (
              <ActForm action={readNoticesAction as never} submit={say("allRead")} />
            )}
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
      </PageBar>
      <div className="mx-auto max-w-[960px] px-8 py-4 max-sm:px-4">
        {notices.length ? (
          <ul>
            {notices.map(({ at, confirmedAt, ...notice }) => (
              <NoticeRow
                key={notice.id}
                notice={{ ...notice, readAt: notice.readAt !== null, confirmed: confirmedAt !== null }}
                at={formatMoment(at, locale, { record: true })}
                confirmedAt={confirmedAt && formatMoment(confirmedAt, locale, { record: true })}
              />
            ))}
          </ul>
        ) : (
          <Empty title={say("none")} fact={say("noneFact")} />
        )}
        {next && (
          <Link
            prefetch={false}
            href={`/notices?before=${next}`}
            className="texttool inline-flex min-h-11 items-center"
          >
            {say("older")}
          </Link>
        )}
      </div>
    </main>
  );
}
