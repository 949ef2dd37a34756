import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { Board } from "@/bulletin/desk/board";
import { Notice } from "@/components/Notice";
import { formatMoment } from "@/lib/dates";

/** What the last act means for whoever looks at the issue now; of a new edition, what it corrects and why. */
export async function Situation(props: { issue: Board; isCompiler: boolean }) {
  const say = await getTranslations("situation");
  const { corrects, correctionReason } = props.issue;
  return (
    <>
      {corrects && (
        <Around>
          <Notice
            act={
              <Link
                prefetch={false}
                href={`/issues/${corrects.id}`}
                className="texttool inline-flex min-h-11 items-center"
              >
                {say("seeEarlier")}
              </Link>
            }
          >
            <b>{say("correction")}</b>
            {correctionReason}
          </Notice>
        </Around>
      )}
      <Present {...props} />
    </>
  );
}

async function Present({ issue, isCompiler }: { issue: Board; isCompiler: boolean }) {
  const [say, locale] = await Promise.all([getTranslations("situation"), getLocale()]);
  const last = issue.events[0];
  const values = { name: last?.actorName ?? "", at: last ? formatMoment(last.at, locale, { record: true }) : "" };
  if (issue.state === "signed" && issue.distributeAt)
    return (
      <Around>
        <Notice>{say("scheduled", { at: formatMoment(issue.distributeAt, locale, { record: true }) })}</Notice>
      </Around>
    );
  if (issue.state === "recalled")
    return (
      <Around>
        <Notice kind="warning">
          <b>
            {say("recalled", {
              name: issue.recalledByName ?? "",
              at: issue.recalledAt ? formatMoment(issue.recalledAt, locale, { record: true }) : "",
            })}
          </b>
          {issue.recallReason}
        </Notice>
      </Around>
    );
  if (issue.state === "corrected")
    return (
      <Around>
        <Notice kind="warning">{say("corrected")}</Notice>
      </Around>
    );
  if (issue.state === "sentBack" && last?.act === "sendBack")
    return (
      <Around>
        <Notice kind="warning">
          <b>{say("sentBack", values)}</b>
          {String((last.detail as { words?: string }).words ?? "")}
        </Notice>
      </Around>
    );
  if (issue.state === "compiling" && last?.act === "voidApproval")
    return (
      <Around>
        <Notice kind="warning">{say("approvalVoided", values)}</Notice>
      </Around>
    );
  if (issue.state === "inReview")
    return (
      <Around>
        <Notice>{say(isCompiler ? "inReviewCompiler" : "inReview", values)}</Notice>
      </Around>
    );
  if (issue.state === "approved")
    return (
      <Around>
        <Notice>{say("approved", values)}</Notice>
      </Around>
    );
  if (issue.state === "archived")
    return (
      <Around>
        <Notice>{say("archived", { count: issue.deliveries })}</Notice>
      </Around>
    );
  if (issue.state === "void")
    return (
      <Around>
        <Notice kind="warning">
          <b>{say("void")}</b>
          {issue.voidReason}
        </Notice>
      </Around>
    );
  return null;
}

function Around({ children }: { children: React.ReactNode }) {
  return <div className="border-b border-line-2 px-8 py-3 max-sm:px-4">{children}</div>;
}
