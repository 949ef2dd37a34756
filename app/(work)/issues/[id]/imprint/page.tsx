import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { board } from "@/bulletin/desk/board";
import { ActForm } from "@/components/ActForm";
import { LinkButton } from "@/components/Button";
import { TextArea, TextField } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { setImprintAction } from "../../actions";
import { IssueName } from "../../IssueName";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imprint"))("title") };
}

/** Period, editor's note, and what stands at the foot of the last page. */
export default async function ImprintPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say] = await Promise.all([requireActor(), params, getTranslations("imprint")]);
  const issue = await seen(board(actor, id));
  requireSight(issue.acts.includes("edit"));
  const { imprint } = issue;
  return (
    <main className="grow">
      <PageBar back={{ href: `/issues/${id}`, label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <IssueName issue={issue} />
      </PageBar>
      <div className="max-w-[760px] px-8 py-5 max-sm:px-4">
        <ActForm
          action={setImprintAction as never}
          hidden={{ id: issue.id, version: issue.version }}
          submit={say("save")}
          tone="primary"
          cancel={<LinkButton href={`/issues/${id}`}>{say("cancel")}</LinkButton>}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="periodFrom" type="date" label={say("periodFrom")} defaultValue={issue.periodFrom ?? ""} />
            <TextField name="periodTo" type="date" label={say("periodTo")} defaultValue={issue.periodTo ?? ""} />
            <TextField name="editors" label={say("editors")} defaultValue={imprint.editors} />
            <TextField name="reviewers" label={say("reviewers")} defaultValue={imprint.reviewers} />
            <TextField name="signer" label={say("signer")} defaultValue={imprint.signer} />
            <TextField name="copies" type="number" min={0} label={say("copies")} defaultValue={imprint.copies} />
            <TextField name="phone" label={say("phone")} defaultValue={imprint.phone} />
            <TextField name="email" label={say("email")} defaultValue={imprint.email} />
          </div>
          <div className="mt-4">
            <TextArea
              name="editorNote"
              label={say("editorNote")}
              hint={say("editorNoteHint")}
              defaultValue={issue.editorNote}
            />
          </div>
        </ActForm>
      </div>
    </main>
  );
}
