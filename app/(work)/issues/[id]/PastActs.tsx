import { getTranslations } from "next-intl/server";
import type { Board } from "@/bulletin/desk/board";
import { has } from "@/bulletin/policy";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { SelectField, TextArea } from "@/components/Field";
import { requireActor } from "@/lib/session";
import { addressAction, unarchiveAction } from "../../archive/actions";

/** What is done with a past issue: read it, see the file it came from, open it to readers, take it out again. */
export async function PastActs({ issue, number }: { issue: Board; number: number }) {
  const [actor, say, board] = await Promise.all([
    requireActor(),
    getTranslations("acts.issue"),
    getTranslations("board"),
  ]);
  if (issue.state !== "archived") return null;
  const seen = { id: issue.id, version: issue.version };
  return (
    <>
      <LinkButton href={`/reading/${issue.id}`}>{board("readPast")}</LinkButton>
      {issue.importId && issue.import?.type !== "year" && has(actor, "editor") && (
        <LinkButton href={`/archive/import/${issue.importId}`}>{board("fromFile")}</LinkButton>
      )}
      {issue.acts.includes("unarchive") && (
        <ActDialog
          verb={say("unarchive")}
          title={board("unarchiveTitle", { number })}
          action={unarchiveAction as never}
          hidden={seen}
        >
          <p className="mb-3 text-ink-2">{board("unarchiveFact")}</p>
          <TextArea name="reason" label={board("unarchiveReason")} required autoFocus />
        </ActDialog>
      )}
      {issue.acts.includes("address") && issue.openLists.length > 0 && (
        <ActDialog
          verb={say("address")}
          title={board("addressTitle", { number })}
          action={addressAction as never}
          hidden={seen}
        >
          <SelectField
            name="listId"
            label={board("addressList")}
            options={issue.openLists.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p className="mt-3 text-ink-2">{board("addressFact")}</p>
        </ActDialog>
      )}
    </>
  );
}
