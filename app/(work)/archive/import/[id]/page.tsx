import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { piecesOf } from "@/bulletin/archive/import/piecesOf";
import { importOf } from "@/bulletin/archive/import/waiting";
import { has } from "@/bulletin/policy";
import { Notice } from "@/components/Notice";
import { PageBar } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { listed } from "@/lib/listed";
import { percentReached } from "@/lib/percent";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { FileActs } from "./FileActs";
import { IssueFields } from "./IssueFields";
import { IssueTabs } from "./IssueTabs";
import { Leftovers } from "./Leftovers";
import { PieceList } from "./PieceList";
import { PublicationField } from "./PublicationField";
import { inPart, partOf } from "./partOf";
import { Recognition } from "./Recognition";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ issue?: string; part?: string }> };

/** The text as it was read at the left, what was recognised in it at the right; one issue of the file at a time. */
export default async function ImportedFilePage({ params, searchParams }: Props) {
  const [actor, { id }, search, say] = await Promise.all([
    requireActor(),
    params,
    searchParams,
    getTranslations("imports"),
  ]);
  requireSight(has(actor, "editor"));
  const file = await seen(importOf(actor, id));
  if (file.state === "discarded") redirect("/archive/import?view=discarded");
  const { recognised, issues, pieces } = file;
  const at = Math.min(Math.max(0, Number.parseInt(search.issue ?? "0", 10) || 0), Math.max(0, issues.length - 1));
  const shown = issues[at];
  const mayChange = file.state === "waiting";
  // What is lacking stands at its own field.
  const doubts = file.doubtful.filter((each) => !["noPublication", "incomplete", "doubled"].includes(each));
  const [more, locale] = await Promise.all([getTranslations("importing"), getLocale()]);
  const here = partOf(piecesOf(pieces, recognised, at), Number.parseInt(search.part ?? "1", 10) || 1);
  const open = issues.filter(({ said }) => !said.leftOut);
  const lacking = open.filter(({ said }) => said.missing.length).length;
  return (
    <main className="flex grow flex-col lg:h-[calc(100dvh-56px)]">
      <PageBar
        back={{ href: "/archive/import", label: say("title") }}
        acts={<FileActs file={file} lacking={lacking} count={open.length} />}
      >
        <h1 className="min-w-0 truncate text-lead font-bold">{file.name}</h1>
        <span className="whitespace-nowrap text-ink-2">
          {say("found", {
            issues: file.issueCount,
            entries: file.entryCount,
            coverage: percentReached(recognised.held),
          })}
        </span>
      </PageBar>
      <IssueTabs id={id} issues={issues} at={at} />
      <div className="grid min-h-0 grow lg:grid-cols-2 lg:grid-rows-[minmax(0,1fr)]">
        <section className="min-w-0 border-line-2 lg:overflow-y-auto lg:border-r" aria-label={say("original")}>
          <PieceList
            key={`${at} ${here.part}`}
            id={id}
            version={file.version}
            pieces={here.pieces}
            behind={here.behind}
            mayChange={mayChange}
            mayUndo={file.mayUndo}
          />
          <Pager
            page={here.part}
            pages={here.parts}
            href={(part) => `/archive/import/${id}?issue=${at}&part=${part}`}
          />
        </section>
        <section className="min-w-0 bg-sheet px-8 py-4 max-sm:px-4 lg:overflow-y-auto" aria-label={say("result")}>
          {file.remarks.map((remark) => (
            <div key={remark} className="pb-3">
              <Notice>{say(`remarks.${remark}` as never)}</Notice>
            </div>
          ))}
          {mayChange && doubts.length > 0 && (
            <div className="pb-3">
              <Notice kind="warning">
                {more("lookAt", {
                  doubts: listed(
                    doubts.map((each) => more(`doubts.${each}`)),
                    locale,
                  ),
                })}
              </Notice>
            </div>
          )}
          {mayChange && <PublicationField file={file} />}
          {shown && (
            <>
              <IssueFields
                key={at}
                id={id}
                version={file.version}
                at={at}
                said={shown.said}
                same={shown.same}
                mayChange={mayChange}
              />
              <Recognition issue={inPart(shown.issue, here)} />
            </>
          )}
          <Leftovers leftovers={recognised.leftovers} />
        </section>
      </div>
    </main>
  );
}
