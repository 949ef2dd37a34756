import { getLocale, getTranslations } from "next-intl/server";
import type { Board } from "@/bulletin/desk/board";
import { rehearse } from "@/bulletin/post/rehearsal";
import { wasOut } from "@/bulletin/workflow";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { buttonClass, LinkButton } from "@/components/Button";
import { editionWords } from "@/components/editionWords";
import { TextArea } from "@/components/Field";
import { formatDay } from "@/lib/dates";
import { listed } from "@/lib/listed";
import {
  approveAction,
  distributeAction,
  requestReviewAction,
  sendBackAction,
  signOffAction,
  unscheduleAction,
  voidAction,
  withdrawReviewAction,
} from "../actions";
import { AfterActs } from "./AfterActs";
import { PastActs } from "./PastActs";
import { WhenFields } from "./WhenFields";

/** The acts that are open to the person now; what cannot be pressed says why beside it. */
export async function Acts({ issue }: { issue: Board }) {
  const [say, board, locale] = await Promise.all([
    getTranslations("acts.issue"),
    getTranslations("board"),
    getLocale(),
  ]);
  const seen = { id: issue.id, version: issue.version };
  const has = (act: Board["acts"][number]) => issue.acts.includes(act);
  const number = issue.number ?? issue.tentative ?? 0;
  const name = await getTranslations("issueName");
  const titled = (title: string) => (issue.edition > 1 ? `${title}${editionWords(name, issue.edition)}` : title);
  const reach = has("signOff") || has("distribute") ? await rehearse(issue) : { readers: 0, paper: 0, unreached: [] };
  const entries = issue.sections.reduce((sum, section) => sum + section.entries.length, 0);
  return (
    <>
      {has("edit") && (
        <>
          <LinkButton href={`/issues/${issue.id}/lists`}>{board("lists")}</LinkButton>
          <LinkButton href={`/issues/${issue.id}/imprint`}>{board("imprint")}</LinkButton>
        </>
      )}
      {!has("edit") && (has("signOff") || has("distribute")) && (
        <LinkButton href={`/issues/${issue.id}/rehearsal`}>{board("rehearsal")}</LinkButton>
      )}
      {(wasOut as readonly string[]).includes(issue.state) && (
        <>
          <LinkButton href={`/issues/${issue.id}/receipts`}>{board("receipts")}</LinkButton>
          {issue.state !== "recalled" && <LinkButton href={`/reading/${issue.id}`}>{board("read")}</LinkButton>}
          <a href={`/issues/${issue.id}/file-copy`} download className={buttonClass("plain")}>
            {board("fileCopy")}
          </a>
        </>
      )}
      <AfterActs issue={issue} number={number} />
      <PastActs issue={issue} number={number} />
      {has("withdrawReview") && (
        <ActForm action={withdrawReviewAction as never} hidden={seen} submit={say("withdrawReview")} />
      )}
      {has("sendBack") && (
        <ActDialog
          verb={say("sendBack")}
          title={board("sendBackTitle", { number })}
          action={sendBackAction as never}
          hidden={seen}
        >
          <TextArea name="words" label={board("sendBackWords")} required autoFocus />
        </ActDialog>
      )}
      {has("void") && (
        <ActDialog verb={say("void")} title={board("voidTitle", { number })} action={voidAction as never} hidden={seen}>
          <p className="mb-3 text-ink-2">{board("voidFact")}</p>
          <TextArea name="reason" label={board("voidReason")} required autoFocus />
        </ActDialog>
      )}
      {has("requestReview") && (
        <ActForm
          action={requestReviewAction as never}
          hidden={seen}
          submit={say("requestReview")}
          tone="primary"
          disabled={!entries}
        />
      )}
      {has("approve") && (
        <ActDialog
          verb={say("approve")}
          title={titled(board("approveTitle", { number }))}
          action={approveAction as never}
          hidden={seen}
          openTone="primary"
        >
          <p className="text-ink-2">{board("approveFact", { entries })}</p>
        </ActDialog>
      )}
      {has("signOff") && (
        <ActDialog
          verb={say("signOff")}
          title={titled(board("signOffTitle", { number }))}
          action={signOffAction as never}
          hidden={{ ...seen, number }}
          openTone="primary"
          disabled={issue.blockers.length > 0}
        >
          <p className="mb-3 text-ink-2">{board("signOffFact")}</p>
          <dl className="grid grid-cols-[4em_1fr] gap-y-1">
            <dt className="text-ink-3">{board("number")}</dt>
            <dd className="font-medium">{board("numberValue", { year: issue.expectedDate.slice(0, 4), number })}</dd>
            <dt className="text-ink-3">{board("date")}</dt>
            <dd className="font-medium">{formatDay(issue.expectedDate, locale)}</dd>
            <dt className="text-ink-3">{board("content")}</dt>
            <dd className="font-medium">{board("contentValue", { entries })}</dd>
            <dt className="text-ink-3">{board("listsShort")}</dt>
            <dd className="font-medium">{board("listsValue", { readers: reach.readers, paper: reach.paper })}</dd>
          </dl>
          {reach.unreached.length > 0 && (
            <p className="mt-3 text-ochre">{board("unreached", { labels: listed(reach.unreached, locale) })}</p>
          )}
        </ActDialog>
      )}
      {has("unschedule") && issue.distributeAt && (
        <ActForm action={unscheduleAction as never} hidden={seen} submit={say("unschedule")} />
      )}
      {has("distribute") && (
        <ActDialog
          verb={say("distribute")}
          title={titled(board("distributeTitle", { number }))}
          action={distributeAction as never}
          hidden={seen}
          openTone="primary"
        >
          <WhenFields readers={reach.readers} paper={reach.paper} />
        </ActDialog>
      )}
    </>
  );
}
