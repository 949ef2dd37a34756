import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { issuesFilter, issuesFor } from "@/bulletin/desk/issues";
import { publications } from "@/bulletin/desk/publications";
import { has, isSecretariat } from "@/bulletin/policy";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { SelectField, TextField } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { IssueSign } from "@/components/StateSign";
import { type Column, Table } from "@/components/Table";
import { Tabs } from "@/components/Tabs";
import { formatDay, formatPeriod } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { createIssueAction } from "./actions";
import { IssueName } from "./IssueName";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("issues") };
}

type Search = { searchParams: Promise<Record<string, string>> };
type Row = Awaited<ReturnType<typeof issuesFor>>["working"][number];

export default async function IssuesPage({ searchParams }: Search) {
  const actor = await requireActor();
  requireSight(isSecretariat(actor));
  const filter = issuesFilter.parse(await searchParams);
  const [say, locale, { working, past, pages }, all] = await Promise.all([
    getTranslations("issues"),
    getLocale(),
    issuesFor(actor, filter),
    publications(actor),
  ]);
  const href = (publication: string | null, page = 1) =>
    `/issues?${new URLSearchParams({ ...(publication && { publication }), page: String(page) })}`;
  const columns: Column<Row>[] = [
    {
      key: "name",
      head: say("issue"),
      cell: (issue) => (
        <Link prefetch={false} href={`/issues/${issue.id}`} className="hover:underline">
          <IssueName issue={issue} />
        </Link>
      ),
    },
    {
      key: "period",
      head: say("period"),
      wide: true,
      cell: ({ periodFrom, periodTo }) => periodFrom && periodTo && formatPeriod(periodFrom, periodTo, locale),
      // Both tables have the same columns: what takes its width from its rows would stand elsewhere in each.
      className: "w-72",
    },
    {
      key: "entries",
      head: say("entries"),
      align: "right",
      wide: true,
      cell: ({ entries }) => entries,
      className: "w-24",
    },
    {
      key: "readers",
      head: say("readers"),
      align: "right",
      wide: true,
      cell: ({ deliveries, state }) => (state === "distributed" ? deliveries : ""),
      className: "w-28",
    },
    {
      key: "date",
      head: say("date"),
      align: "right",
      wide: true,
      cell: ({ date }) => date && formatDay(date, locale),
      className: "w-44 whitespace-nowrap",
    },
    { key: "state", head: say("state"), cell: ({ state }) => <IssueSign state={state} />, className: "w-40" },
  ];
  return (
    <main className="grow">
      <PageBar
        acts={
          <>
            <LinkButton href="/issues/ledger">{say("ledger")}</LinkButton>
            {has(actor, "editor") && <LinkButton href="/issues/publications">{say("publications")}</LinkButton>}
            {has(actor, "editor") && all.length > 0 && (
              <ActDialog
                verb={say("create")}
                title={say("createTitle")}
                action={createIssueAction as never}
                hidden={{ newId: randomUUID() }}
                openTone="primary"
              >
                <div className="grid gap-3">
                  <SelectField
                    name="publicationId"
                    label={say("publication")}
                    options={all.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <SelectField
                    name="series"
                    label={say("series")}
                    options={[
                      { value: "regular", label: say("regular") },
                      { value: "supplement", label: say("supplement") },
                    ]}
                  />
                  <div className="grid gap-3 sm:grid-cols-2">
                    <TextField name="periodFrom" type="date" label={say("periodFrom")} />
                    <TextField name="periodTo" type="date" label={say("periodTo")} />
                  </div>
                  <p className="text-ink-3">{say("periodHint")}</p>
                </div>
              </ActDialog>
            )}
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <Tabs
          name={say("publication")}
          tabs={[
            { href: href(null), label: say("allPublications"), current: !filter.publication },
            ...all.map(({ id, name }) => ({ href: href(id), label: name, current: filter.publication === id })),
          ]}
        />
        <h2 className="pt-5 pb-1 font-bold">{say("working", { count: working.length })}</h2>
        {working.length ? (
          <Table caption={say("title")} rows={working} columns={columns} />
        ) : (
          <Empty title={say("noneWorking")} fact={say("noneWorkingFact")} />
        )}
        {past.length > 0 && (
          <>
            <h2 className="pt-8 pb-1 font-bold">{say("past")}</h2>
            <Table caption={say("past")} rows={past} columns={columns} />
          </>
        )}
        <Pager page={filter.page} pages={pages} href={(page) => href(filter.publication, page)} />
      </div>
    </main>
  );
}
