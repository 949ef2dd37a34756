import { useTranslations } from "next-intl";
import type { Say } from "@/lib/say";
import { buttonClass } from "./Button";

type Props = { issueId: string; hasWord?: boolean };

/** The issue as a file: PDF and Word to keep, the PDF in the browser's viewer to print. */
export function Downloads(props: Props) {
  return <DownloadLinks {...props} say={useTranslations("downloads")} />;
}

/** The same where the sentences are given. */
export function DownloadLinks({ issueId, hasWord = true, say }: Props & { say: Say<"downloads"> }) {
  return (
    <span className="inline-flex items-center gap-3">
      <a href={`/issues/${issueId}/pdf`} download className={buttonClass("text")}>
        {say("pdf")}
      </a>
      {hasWord && (
        <a href={`/issues/${issueId}/docx`} download className={buttonClass("text")}>
          {say("word")}
        </a>
      )}
      <a href={`/issues/${issueId}/pdf?for=print`} target="_blank" rel="noreferrer" className={buttonClass("text")}>
        {say("print")}
      </a>
    </span>
  );
}
