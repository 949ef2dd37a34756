"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Official } from "@/bulletin/people/tenure";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { forget } from "@/components/editor/localCopy";
import { TextEditor, type TextEditorHandle } from "@/components/editor/TextEditor";
import { TextField } from "@/components/Field";
import { HeadlineField } from "@/components/HeadlineField";
import { Notice } from "@/components/Notice";
import { namesOf, OfficialsField } from "@/components/OfficialsField";
import { type Beside, Overtaken } from "@/components/Overtaken";
import { PageBar, PageTitle } from "@/components/PageBar";
import type { Outcome } from "@/lib/action";
import { formatDay } from "@/lib/dates";
import type { Area } from "@/typesetting/rows/areas";
import { editEntryAction } from "../../../actions";
import { point } from "../../pages/pointing";
import { EditorSide } from "./EditorSide";
import { PlacingFields } from "./PlacingFields";
import { type EntryText, useLocalEntry } from "./useLocalEntry";

type Props = {
  entry: EntryText & { id: string; version: number; kind: "story" | "brief"; issueId: string };
  issue: {
    publication: string;
    section: string;
    approved: boolean;
    newspaper: boolean;
    version: number;
    entries: { id: string; title: string }[];
  };
  /** The block that was clicked on the page. */
  at: number | null;
  roster: Official[];
  today: string;
  children: ReactNode;
};

/**
 * Edits an entry and says why. Saved by one act, so that its office gets one reason for one change;
 * until then what was written lies in this browser.
 */
export function EntryEditor({ entry, issue, roster, today, at, children }: Props) {
  const say = useTranslations("entry");
  const router = useRouter();
  const locale = useLocale();
  const { version, setVersion, setStored, text, change, shown, setShown, changed, restored } = useLocalEntry(entry);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Extract<Outcome, { ok: false }> | null>(null);
  const [pending, setPending] = useState(false);
  const latest = useRef(text);
  latest.current = text;

  async function save() {
    setPending(true);
    const sent = text;
    try {
      const outcome = await editEntryAction({ id: entry.id, version, ...sent, reason });
      if (!outcome.ok) return setRefused(outcome);
      setRefused(null);
      setVersion(outcome.value.version);
      setStored(sent);
      // What was typed while the answer was on its way is not left behind.
      if (latest.current !== sent) return;
      forget(entry.id);
      router.push(`/issues/${entry.issueId}`);
      router.refresh();
    } catch {
      // The server is away: the text stays on the page and in this browser.
      setRefused({ ok: false, sentence: say("unreachable"), fields: {} });
    } finally {
      setPending(false);
    }
  }

  const editor = useRef<TextEditorHandle>(null);
  const draft = useMemo(
    () => ({ id: entry.id, headline: text.headline, blocks: text.blocks, placing: text.placing }),
    [entry.id, text.headline, text.blocks, text.placing],
  );
  useEffect(() => point({ entry: entry.id, block: at }), [entry.id, at]);
  useEffect(() => {
    // The editor is there a moment after the page.
    if (at === null) return;
    const soon = requestAnimationFrame(() => requestAnimationFrame(() => editor.current?.focusBlock(at)));
    return () => cancelAnimationFrame(soon);
  }, [at]);

  function open(area: Area) {
    if (area.entry === entry.id) editor.current?.focusBlock(area.block ?? 0);
    else
      router.push(`/issues/${entry.issueId}/entries/${area.entry}${area.block === null ? "" : `?block=${area.block}`}`);
  }

  const beside = ({ date, place, officialIds }: EntryText): Beside[] => [
    [say("date"), date ? formatDay(date, locale, { year: true }) : ""],
    [say("place"), place],
    [say("officials"), namesOf(officialIds, roster)],
  ];
  const theirs = refused?.stale?.text as EntryText | undefined;
  const error = (name: string) =>
    refused?.fields[name] ?? Object.entries(refused?.fields ?? {}).find(([key]) => key.startsWith(`${name}.`))?.[1];
  const settle = (base: EntryText) => {
    setVersion(refused?.stale?.version ?? version);
    setStored(base);
    setRefused(null);
  };
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
      <div className="grid min-h-0 grow lg:grid-cols-[minmax(0,620fr)_minmax(0,820fr)] lg:grid-rows-[minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-3 px-8 py-4 max-sm:px-4 lg:overflow-y-auto">
          {issue.approved && <Notice kind="warning">{say("voidsApproval")}</Notice>}
          {restored && <Notice>{say("restored")}</Notice>}
          {entry.version > version && !theirs && <Notice kind="warning">{say("changedByOther")}</Notice>}
          {refused && !theirs && (
            <div className="sticky top-0 z-10">
              <Notice kind="failed">{refused.sentence}</Notice>
            </div>
          )}
          {theirs && refused && (
            <Overtaken
              sentence={refused.sentence}
              mine={text}
              theirs={theirs}
              beside={beside}
              onMine={() => settle(theirs)}
              onTheirs={(chosen) => {
                forget(entry.id);
                change(chosen);
                setShown(chosen.blocks);
                settle(chosen);
              }}
            />
          )}
          {entry.kind === "story" && (
            <HeadlineField
              lines={text.headline}
              error={error("headline")}
              onChange={(headline) => change({ headline })}
            />
          )}
          <div className="flex flex-wrap gap-4">
            <label className="flex items-center gap-3">
              <span className="whitespace-nowrap text-ink-2">{say("date")}</span>
              <input
                type="date"
                value={text.date ?? ""}
                onChange={({ target }) => change({ date: target.value || null })}
                className={boxClass(Boolean(error("date")), "w-44")}
              />
            </label>
            <label className="flex items-center gap-3">
              <span className="whitespace-nowrap text-ink-2">{say("place")}</span>
              <input
                value={text.place}
                onChange={({ target }) => change({ place: target.value })}
                className={boxClass(Boolean(error("place")), "w-56")}
              />
            </label>
          </div>
          <OfficialsField
            label={say("officials")}
            roster={roster}
            day={text.date ?? today}
            chosen={text.officialIds}
            onChange={(officialIds) => change({ officialIds })}
          />
          {issue.newspaper && (
            <PlacingFields
              placing={text.placing}
              onChange={(part) => change({ placing: { ...text.placing, ...part } })}
            />
          )}
          <TextEditor
            ref={editor}
            initial={shown}
            onPlace={(block) => point({ entry: entry.id, block })}
            label={say("text")}
            error={error("blocks")}
            onChange={(blocks) => change({ blocks })}
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
        <EditorSide issue={{ ...issue, id: entry.issueId }} draft={draft} onOpen={open}>
          {children}
        </EditorSide>
      </div>
    </main>
  );
}
