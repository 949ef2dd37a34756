import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { board } from "@/bulletin/desk/board";
import { PageBar, PageTitle } from "@/components/PageBar";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { IssueName } from "../../IssueName";
import { Live } from "../Live";
import { ImprintForm } from "./ImprintForm";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imprint"))("title") };
}

/** Period, editor's note, and what stands at the foot of the last page. */
export default async function ImprintPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say] = await Promise.all([requireActor(), params, getTranslations("imprint")]);
  const issue = await seen(board(actor, id));
  requireSight(issue.acts.includes("edit"));
  return (
    <main className="grow">
      <Live issueId={id} />
      <PageBar back={{ href: `/issues/${id}`, label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <IssueName issue={issue} />
      </PageBar>
      <div className="max-w-[760px] px-8 py-5 max-sm:px-4">
        <ImprintForm issueId={id} around={issue.around} />
      </div>
    </main>
  );
}
