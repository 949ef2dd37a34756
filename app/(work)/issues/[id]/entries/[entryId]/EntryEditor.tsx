"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { differenceOf } from "@/bulletin/text/difference";
import type { Block, Text } from "@/bulletin/text/model";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { DifferenceView } from "@/components/DifferenceView";
import { forget, keep, kept } from "@/components/editor/localCopy";
import { TextEditor } from "@/components/editor/TextEditor";
import { TextField } from "@/components/Field";
import { HeadlineField } from "@/components/HeadlineField";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import type { Outcome } from "@/lib/action";
import { editEntryAction } from "../../../actions";

type Entry = {
  id: string;
  version: number;
  kind: "story" | "brief";
  issueId: string;
  headline: string[];
  blocks: Block[];
  date: string | null;
  place: string;
};
type Props = { entry: Entry; issue: { publication: string; section: string; approved: boolean }; children: ReactNode };

/**
 * Edits an entry and says why. Saved by one act, so that its office gets one reason for one change;
 * until then what was written lies in this browser.
 */
export function EntryEditor({ entry, issue, children }: Props) {
  const say = useTranslations("entry");
  const router = useRouter();
  const [version, setVersion] = useState(entry.version);
  const [stored, setStored] = useState(() => JSON.stringify(textOf(entry)));
  const [text, setText] = useState(() => textOf(entry));
  const [shown, setShown] = useState(text.blocks);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Extract<Outcome, { ok: false }> | null>(null);
  const [pending, setPending] = useState(false);
  const changed = JSON.stringify(text) !== stored;

  useEffect(() => {
    const copy = kept<ReturnType<typeof textOf>>(entry.id);
    if (!copy) return;
    setText(copy.value);
    setShown(copy.value.blocks);
    setVersion(copy.version);
  }, [entry.id]);

  useEffect(() => {
    if (changed) keep(entry.id, version, JSON.stringify(text));
    const warn = (event: BeforeUnloadEvent) => changed && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed, entry.id, version, text]);

  async function save() {
    setPending(true);
    try {
      const outcome = await editEntryAction({ id: entry.id, version, ...text, reason });
      if (!outcome.ok) return setRefused(outcome);
      forget(entry.id);
      setStored(JSON.stringify(text));
      setVersion(outcome.value.version);
      setRefused(null);
      router.push(`/issues/${entry.issueId}`);
      router.refresh();
    } catch {
      // The server is away: the text stays on the page and in this browser.
      setRefused({ ok: false, sentence: say("unreachable"), fields: {} });
    } finally {
      setPending(false);
    }
  }

  const theirs = refused?.stale?.text as Text | undefined;
  const error = (name: string) =>
    refused?.fields[name] ?? Object.entries(refused?.fields ?? {}).find(([key]) => key.startsWith(`${name}.`))?.[1];
  return (
    <main className="flex grow flex-col lg:h-[calc(100dvh-56px)]">
      <PageBar
        back={{ href: `/issues/${entry.issueId}`, label: issue.publication }}
        acts={
          <>
            <span role="status" className={changed ? "text-ochre" : "text-ink-3"}>
              {changed ? say("unsaved") : say("unchanged")}
            </span>
            <Button tone="primary" disabled={pending || !changed || Boolean(theirs)} onClick={() => void save()}>
              {say("save")}
            </Button>
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{issue.section}</span>
      </PageBar>
      <div className="grid min-h-0 grow lg:grid-cols-[minmax(0,1fr)_572px]">
        <div className="grid min-w-0 content-start gap-3 px-8 py-4 max-sm:px-4 lg:overflow-y-auto">
          {issue.approved && <Notice kind="warning">{say("voidsApproval")}</Notice>}
          {refused && !theirs && <Notice kind="failed">{refused.sentence}</Notice>}
          {theirs && refused?.stale && (
            <div className="grid gap-2">
              <Notice kind="warning">
                <b>{refused.sentence}</b>
                {say("kept")}
              </Notice>
              <div className="border border-line-2 bg-sheet px-4">
                <DifferenceView difference={differenceOf(theirs, text)} />
              </div>
              <div className="flex flex-wrap gap-3">
                <Button
                  onClick={() => {
                    setVersion(refused.stale?.version ?? version);
                    setStored(JSON.stringify({ ...text, ...theirs }));
                    setRefused(null);
                  }}
                >
                  {say("mine")}
                </Button>
                <Button
                  onClick={() => {
                    forget(entry.id);
                    setVersion(refused.stale?.version ?? version);
                    setText({ ...text, ...theirs });
                    setShown(theirs.blocks);
                    setStored(JSON.stringify({ ...text, ...theirs }));
                    setRefused(null);
                  }}
                >
                  {say("theirs")}
                </Button>
              </div>
            </div>
          )}
          {entry.kind === "story" && (
            <HeadlineField
              lines={text.headline}
              error={error("headline")}
              onChange={(headline) => setText({ ...text, headline })}
            />
          )}
          <div className="flex flex-wrap gap-4">
            <label className="flex items-center gap-3">
              <span className="whitespace-nowrap text-ink-2">{say("date")}</span>
              <input
                type="date"
                value={text.date ?? ""}
                onChange={({ target }) => setText({ ...text, date: target.value || null })}
                className={boxClass(Boolean(error("date")), "w-44")}
              />
            </label>
            <label className="flex items-center gap-3">
              <span className="whitespace-nowrap text-ink-2">{say("place")}</span>
              <input
                value={text.place}
                onChange={({ target }) => setText({ ...text, place: target.value })}
                className={boxClass(Boolean(error("place")), "w-56")}
              />
            </label>
          </div>
          <TextEditor
            initial={shown}
            label={say("text")}
            error={error("blocks")}
            onChange={(blocks) => setText((before) => ({ ...before, blocks }))}
          />
          <TextField
            name="reason"
            label={say("reason")}
            hint={say("reasonHint")}
            value={reason}
            error={error("reason")}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        {children}
      </div>
    </main>
  );
}

function textOf({ headline, blocks, date, place }: Entry) {
  return { headline, blocks, date, place };
}
