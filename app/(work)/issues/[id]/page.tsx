import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { coverageOf } from "@/bulletin/archive/statistics/coverage";
import { type Board, board } from "@/bulletin/desk/board";
import { asPageForm } from "@/bulletin/desk/pageSettings";
import { isFrozen } from "@/bulletin/workflow";
import { PageBar } from "@/components/PageBar";
import { formatPeriod } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { IssueName } from "../IssueName";
import { Acts } from "./Acts";
import { Blockers } from "./Blockers";
import { BoardList } from "./BoardList";
import { BoardPages } from "./BoardPages";
import { CoverageLine } from "./CoverageLine";
import { Live } from "./Live";
import type { Section } from "./order";
import { Situation } from "./Situation";
import { Steps } from "./Steps";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("issues") };
}

/** Order on the left, the sheet on the right; what others do appears by itself. */
export default async function IssuePage({ params }: Props) {
  const [actor, { id }, say, nav, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("board"),
    getTranslations("nav"),
    getLocale(),
  ]);
  const [issue, coverage] = await Promise.all([seen(board(actor, id)), seen(coverageOf(actor, id))]);
  // A past issue stands on the shelf, not among those of the secretariat.
  const back =
    issue.state === "archived" ? { href: "/archive", label: nav("archive") } : { href: "/issues", label: say("back") };
  const mayEdit = issue.acts.includes("edit");
  return (
    <main className="flex grow flex-col lg:h-[calc(100dvh-56px)]">
      <Live issueId={issue.id} />
      <PageBar back={back} acts={<Acts issue={issue} />}>
        <h1 className="text-lead">
          <IssueName issue={issue} />
        </h1>
        {issue.periodFrom && issue.periodTo && (
          <span className="text-ink-3">{formatPeriod(issue.periodFrom, issue.periodTo, locale)}</span>
        )}
        {issue.state !== "archived" && <Steps state={issue.state} />}
      </PageBar>
      <div className="grid min-h-0 grow lg:grid-cols-[minmax(0,572fr)_minmax(0,868fr)] lg:grid-rows-[minmax(0,1fr)]">
        <section className="flex min-h-0 min-w-0 flex-col border-line-2 lg:border-r" aria-label={say("order")}>
          <div className="grow lg:overflow-y-auto">
            <Situation issue={issue} isCompiler={issue.isCompiler} />
            <Blockers issue={issue} />
            <CoverageLine coverage={coverage} />
            <BoardList
              issue={{ id: issue.id, version: issue.version, sections: issue.sections.map(asShown) }}
              mark={asPageForm(issue.publication.page).sectionMark}
              mayEdit={mayEdit}
            />
          </div>
        </section>
        <BoardPages
          issueId={issue.id}
          version={issue.version}
          inWork={!isFrozen(issue.state)}
          entries={issue.sections.flatMap(({ entries }) =>
            entries.map(({ id: entry, title }) => ({ id: entry, title })),
          )}
        />
      </div>
    </main>
  );
}

/** What a section's rows show of it: its texts stay here. */
function asShown({ id, title, entries }: Board["sections"][number]): Section {
  return {
    ...{ id, title },
    entries: entries.map((entry) => ({
      ...{ id: entry.id, kind: entry.kind, office: entry.office, items: entry.items, needsCheck: entry.needsCheck },
      ...{ title: entry.title, characters: entry.characters },
    })),
  };
}
