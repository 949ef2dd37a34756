"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { declineReasons } from "@/bulletin/desk/declineReasons";
import type { ItemAct } from "@/bulletin/workflow";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { LinkButton } from "@/components/Button";
import { boxClass } from "@/components/box";
import { Radio, TextArea, TextField } from "@/components/Field";
import { useShortcut } from "@/components/useShortcut";
import { adoptAction, declineAction, returnAction } from "./actions";
import { CheckFirst } from "./CheckFirst";
import { MergeDialog } from "./MergeDialog";

export type OpenIssue = {
  id: string;
  publicationId: string;
  publication: { name: string };
  series: "regular" | "supplement";
  tentative: number;
  sections: { id: string; title: string; entries: { id: string; title: string; offices: string[] }[] }[];
};

type Props = {
  item: {
    id: string;
    version: number;
    needsCheck: boolean;
    acts: ItemAct[];
    publicationId: string | null;
    section: string | null;
    office: string;
    title: string;
  };
  adoptedIn: { id: string; publication: string }[];
  mergedInto: { id: string; issueId: string; publication: string }[];
  issues: OpenIssue[];
  /** Where one goes on once it is done. */
  after: string | null;
};

/** Adopt, merge, return, decline; afterwards the next item comes up. */
export function PaneActs({ item, adoptedIn, mergedInto, issues, after }: Props) {
  const say = useTranslations("desk.pane");
  const act = useTranslations("acts.item");
  const reason = useTranslations("declineReasons");
  const merging = useTranslations("merging");
  const router = useRouter();
  const free = issues.filter(({ id }) => !adoptedIn.some((each) => each.id === id));
  const wished = free.find(({ publicationId }) => publicationId === item.publicationId) ?? free[0];
  const [issueId, setIssueId] = useState(wished?.id ?? "");
  const issue = free.find(({ id }) => id === issueId);
  const [sectionId, setSectionId] = useState(sectionFor(wished, item.section));
  const adoptForm = useRef<HTMLDivElement>(null);
  const onwards = () => after && router.push(after, { scroll: false });
  const seen = { id: item.id, version: item.version };
  useShortcut("a", () => adoptForm.current?.querySelector<HTMLButtonElement>("button[type=submit]")?.click());

  const choice = free.length ? (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor="issue" className="text-ink-2">
        {say("adoptTo")}
      </label>
      <select
        id="issue"
        value={issueId}
        className={boxClass(false, "w-auto! grow")}
        onChange={({ target }) => {
          setIssueId(target.value);
          setSectionId(
            sectionFor(
              free.find(({ id }) => id === target.value),
              item.section,
            ),
          );
        }}
      >
        {free.map((each) => (
          <option key={each.id} value={each.id}>
            {say("issue", { publication: each.publication.name, number: each.tentative, series: each.series })}
          </option>
        ))}
      </select>
      <select
        aria-label={say("section")}
        value={sectionId}
        className={boxClass(false, "w-auto!")}
        onChange={({ target }) => setSectionId(target.value)}
      >
        {issue?.sections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  ) : (
    <p className="flex flex-wrap items-center gap-3">
      {say("noIssue")}
      <LinkButton href="/issues">{say("createIssue")}</LinkButton>
    </p>
  );
  const adoptButton = issue && (
    <div ref={adoptForm} className="contents">
      <ActForm
        action={adoptAction as never}
        hidden={{ itemId: item.id, version: item.version, issueId, sectionId }}
        submit={act("adopt")}
        tone={adoptedIn.length ? "plain" : "primary"}
        icon={<Check size={20} aria-hidden />}
        onDone={onwards}
      />
    </div>
  );
  if (!item.acts.length && !mergedInto.length) return null;
  return (
    <div className="grid gap-3 border-t border-line-2 px-8 py-3.5 max-sm:px-4">
      {adoptedIn.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3">
          <b className="text-green">{say("adoptedTo")}</b>
          {adoptedIn.map(({ id, publication }) => (
            <Link
              key={id}
              prefetch={false}
              href={`/issues/${id}`}
              className="texttool inline-flex min-h-11 items-center"
            >
              {publication}
            </Link>
          ))}
        </p>
      )}
      {mergedInto.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3">
          <b className="text-green">{merging("mergedTo")}</b>
          {mergedInto.map(({ id, issueId: of, publication }) => (
            <Link
              key={id}
              prefetch={false}
              href={`/issues/${of}/entries/${id}`}
              className="texttool inline-flex min-h-11 items-center"
            >
              {publication}
            </Link>
          ))}
        </p>
      )}
      {item.needsCheck && item.acts.includes("adopt") && <CheckFirst itemId={item.id} />}
      {item.acts.includes("adopt") &&
        (adoptedIn.length
          ? // Once adopted, another adoption is a thing apart: the same button must not stand under the hand.
            free.length > 0 && (
              <details>
                <summary className="texttool flex min-h-11 w-fit list-none items-center">
                  {say("adoptElsewhere")}
                </summary>
                {choice}
                {adoptButton}
              </details>
            )
          : choice)}
      <div className="flex flex-wrap items-start gap-3 empty:hidden">
        {item.acts.includes("adopt") && !adoptedIn.length && adoptButton}
        {item.acts.includes("merge") && <MergeDialog item={item} issues={issues} onDone={onwards} />}
        {item.acts.includes("return") && (
          <ActDialog
            verb={act("return")}
            title={say("returnTitle", { title: item.title })}
            action={returnAction as never}
            hidden={seen}
            shortcut="R"
            onDone={onwards}
          >
            <TextArea name="words" label={say("returnWords", { office: item.office })} required autoFocus />
          </ActDialog>
        )}
        {item.acts.includes("decline") && (
          <ActDialog
            verb={act("decline")}
            title={say("declineTitle", { title: item.title })}
            action={declineAction as never}
            hidden={seen}
            shortcut="D"
            onDone={onwards}
          >
            <fieldset>
              <legend className="text-ink-2">{say("declineReason")}</legend>
              <div className="flex flex-wrap gap-x-6">
                {declineReasons.map((each, at) => (
                  <Radio key={each} name="reason" value={each} label={reason(each)} defaultChecked={at === 0} />
                ))}
              </div>
            </fieldset>
            <TextField name="words" label={say("declineWords")} />
          </ActDialog>
        )}
      </div>
    </div>
  );
}

function sectionFor(issue: OpenIssue | undefined, wished: string | null): string {
  return (issue?.sections.find(({ title }) => title === wished) ?? issue?.sections[0])?.id ?? "";
}
