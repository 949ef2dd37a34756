import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { board } from "@/bulletin/desk/board";
import { rehearsalOf } from "@/bulletin/post/rehearsal";
import { Empty } from "@/components/Empty";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Table } from "@/components/Table";
import { listed } from "@/lib/listed";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { IssueName } from "../../IssueName";
import { Live } from "../Live";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rehearsal"))("title") };
}

/** Rows of a table; whoever looks for one of thousands looks in the list. */
const shown = 300;

/** Who would see the issue if it went out now, and why. */
export default async function RehearsalPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("rehearsal"),
    getLocale(),
  ]);
  const [issue, rehearsal] = await Promise.all([seen(board(actor, id)), seen(rehearsalOf(actor, id))]);
  const { readers, others, paper, unreached, copies, offices, deputies } = rehearsal;
  const facts = [
    ...(offices.length ? [say("offices", { offices: listed(offices, locale) })] : []),
    ...deputies.map((each) => say("deputy", each)),
  ];
  const twice = readers.filter(({ labels }) => labels.length > 1);
  const warnings = [
    ...(unreached.length ? [say("unreached", { labels: listed(unreached, locale) })] : []),
    ...(twice.length
      ? [
          say("twice", {
            names: listed(
              twice.map(({ name }) => name),
              locale,
            ),
          }),
        ]
      : []),
    ...(copies < paper.length ? [say("copies", { paper: paper.length, copies })] : []),
  ];
  const name = {
    key: "name",
    head: say("name"),
    cell: (row: Row) => <b>{row.name}</b>,
    className: "w-40 whitespace-nowrap max-sm:w-20",
  };
  const office = {
    key: "office",
    head: say("office"),
    cell: (row: Row) => row.office,
    className: "w-40 whitespace-nowrap max-sm:w-20",
  };
  return (
    <main className="grow">
      <Live issueId={id} />
      <PageBar back={{ href: `/issues/${id}`, label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <IssueName issue={issue} />
        <span className="text-ink-2">{say("sum", { readers: readers.length, paper: paper.length, copies })}</span>
      </PageBar>
      <div className="grid gap-6 px-8 py-4 max-sm:px-4">
        {warnings.map((sentence) => (
          <Notice key={sentence} kind="warning">
            {sentence}
          </Notice>
        ))}
        {copies >= paper.length && (
          <p>{say("copiesAgree", { copies, paper: paper.length, left: copies - paper.length })}</p>
        )}
        <section>
          <h2 className="pb-2 text-lead font-bold">{say("will")}</h2>
          {readers.length ? (
            <Table
              caption={say("will")}
              rows={readers.slice(0, shown)}
              columns={[name, office, { key: "labels", head: say("labels"), cell: ({ labels }) => labels.join("，") }]}
            />
          ) : (
            <Empty title={say("nobody")} fact={say("nobodyFact")} />
          )}
          {readers.length > shown && (
            <p className="py-2 text-ink-3">{say("more", { count: readers.length - shown })}</p>
          )}
        </section>
        {facts.length > 0 && (
          <section>
            <h2 className="pb-2 text-lead font-bold">{say("also")}</h2>
            {facts.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        )}
        {paper.length > 0 && (
          <section>
            <h2 className="pb-2 text-lead font-bold">{say("paper")}</h2>
            <p>{paper.join("，")}</p>
          </section>
        )}
        {others.length > 0 && (
          <section className="max-w-[680px]">
            <h2 className="pb-2 text-lead font-bold">{say("willNot")}</h2>
            <Table caption={say("willNot")} rows={others.slice(0, shown)} columns={[name, office]} />
            {others.length > shown && (
              <p className="py-2 text-ink-3">{say("more", { count: others.length - shown })}</p>
            )}
          </section>
        )}
      </div>
    </main>
  );
}

type Row = Awaited<ReturnType<typeof rehearsalOf>>["readers"][number];
