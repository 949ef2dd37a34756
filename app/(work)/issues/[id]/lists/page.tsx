import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { board } from "@/bulletin/desk/board";
import { knownAddressees, possibleAddressees } from "@/bulletin/post/lists";
import { namedLists } from "@/bulletin/post/namedLists";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { IssueName } from "../../IssueName";
import { Live } from "../Live";
import { ListsForm } from "./ListsForm";
import { TakeList } from "./TakeList";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists"))("title") };
}

/** Who an issue goes to: labels as printed, and the accounts and offices behind them. */
export default async function ListsPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say] = await Promise.all([requireActor(), params, getTranslations("lists")]);
  const issue = await seen(board(actor, id));
  requireSight(issue.acts.includes("edit"));
  const [{ readers, offices }, known, named] = await Promise.all([
    possibleAddressees(actor),
    knownAddressees(actor),
    namedLists(actor, issue.publicationId),
  ]);
  const current = named.find((each) => each.id === issue.listId);
  return (
    <main className="grow">
      <Live issueId={id} />
      <PageBar back={{ href: `/issues/${id}`, label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <IssueName issue={issue} />
      </PageBar>
      <div className="max-w-[1100px] px-8 py-5 max-sm:px-4">
        {issue.state === "approved" && (
          <div className="mb-4">
            <Notice kind="warning">{say("voidsApproval")}</Notice>
          </div>
        )}
        <p className="mb-4 text-ink-2">{say("fact")}</p>
        <TakeList
          issueId={issue.id}
          current={current ? { name: current.name, version: issue.listVersion ?? 0 } : null}
          others={named.filter((each) => each.id !== issue.listId || each.version !== issue.listVersion)}
        />
        <ListsForm
          issue={{ id: issue.id, version: issue.version, lists: issue.lists }}
          readers={readers}
          offices={offices}
          known={known}
          listName={current?.name ?? null}
          mayKeep={current?.version === issue.listVersion && !issue.correctsId}
        />
      </div>
    </main>
  );
}
