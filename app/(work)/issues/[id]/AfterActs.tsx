import { getTranslations } from "next-intl/server";
import type { Board } from "@/bulletin/desk/board";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { TextArea } from "@/components/Field";
import { correctAction, discardCorrectionAction, recallAction } from "../actions";

/** What can still be done with an issue that is out: a new edition, or taking it back. Both need the signer. */
export async function AfterActs({ issue, number }: { issue: Board; number: number }) {
  const [say, board] = await Promise.all([getTranslations("acts.issue"), getTranslations("board")]);
  const seen = { id: issue.id, version: issue.version };
  return (
    <>
      {issue.correction && <LinkButton href={`/issues/${issue.correction.id}`}>{board("toCorrection")}</LinkButton>}
      {issue.mayCorrect && (
        <ActDialog
          verb={say("correct")}
          title={board("correctTitle", { number })}
          action={correctAction as never}
          hidden={{ id: issue.id }}
        >
          <p className="mb-3 text-ink-2">{board("correctFact")}</p>
          <TextArea name="reason" label={board("correctReason")} required autoFocus />
        </ActDialog>
      )}
      {issue.correctsId && issue.acts.includes("discardCorrection") && (
        <ActDialog
          verb={say("discardCorrection")}
          title={board("discardCorrectionTitle", { number })}
          action={discardCorrectionAction as never}
          hidden={seen}
        >
          <p className="text-ink-2">{board("discardCorrectionFact")}</p>
        </ActDialog>
      )}
      {issue.acts.includes("recall") && (
        <ActDialog
          verb={say("recall")}
          title={board("recallTitle", { number })}
          action={recallAction as never}
          hidden={seen}
        >
          <p className="mb-3 text-ink-2">{board("recallFact")}</p>
          <TextArea name="reason" label={board("recallReason")} required autoFocus />
        </ActDialog>
      )}
    </>
  );
}
