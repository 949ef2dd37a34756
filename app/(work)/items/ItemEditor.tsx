"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Draft } from "@/bulletin/intake/draft";
import { unfinished } from "@/bulletin/intake/unfinished";
import type { Official } from "@/bulletin/people/tenure";
import { Button } from "@/components/Button";
import { SavingLine } from "@/components/editor/SavingLine";
import { TextEditor, type TextEditorHandle } from "@/components/editor/TextEditor";
import { useAutosave } from "@/components/editor/useAutosave";
import { Field, TextArea } from "@/components/Field";
import { HeadlineField } from "@/components/HeadlineField";
import { Notice } from "@/components/Notice";
import { OfficialsField } from "@/components/OfficialsField";
import { Overtaken } from "@/components/Overtaken";
import { PageBar, PageTitle } from "@/components/PageBar";
import { ItemSign } from "@/components/StateSign";
import type { ItemState } from "@/generated/prisma/enums";
import { Attachments } from "./Attachments";
import { saveDraftAction, submitAction } from "./actions";
import { BriefForm } from "./BriefForm";
import { useBesideText } from "./besideText";
import { DayAndPlace } from "./DayAndPlace";
import { FromFile } from "./FromFile";
import { KindSwitch } from "./KindSwitch";
import { type Target, TargetField } from "./TargetField";
import { type Returned, WritingNotices } from "./WritingNotices";

type Props = {
  item: {
    id: string;
    version: number;
    state: ItemState;
    savedAt: string | null;
    draft: Draft;
    attachments: { id: string; name: string; size: number }[];
    returned?: Returned | null;
  };
  roster: Official[];
  targets: Target[];
  today: string;
  children: ReactNode;
};

/** Reads like the item will: headline in its lines, body in the page's serif. Saves itself. */
export function ItemEditor({ item, roster, targets, today, children }: Props) {
  const say = useTranslations("items");
  const router = useRouter();
  const [draft, setDraft] = useState(item.draft);
  const [refused, setRefused] = useState<{ sentence: string; fields: Record<string, string> } | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const [restored, setRestored] = useState(false);
  const text = useRef<TextEditorHandle>(null);
  const [body, setBody] = useState(item.draft.blocks);
  const refusal = useTranslations("refusals");
  const beside = useBesideText(targets, roster);
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setRefused(null);
  };

  const { saving, flush, settle, version, unsaved } = useAutosave({
    id: item.id,
    version: item.version,
    savedAt: item.savedAt,
    value: draft,
    save: (seen, value) => saveDraftAction({ id: item.id, version: seen, draft: value }),
    // The page was a blank sheet at /items/new: from the first save on it has its own address.
    onSaved: () => window.history.replaceState(null, "", `/items/${item.id}`),
  });

  useEffect(() => {
    const copy = unsaved();
    if (!copy) return;
    setDraft(copy);
    setBody(copy.blocks);
    setRestored(true);
  }, [unsaved]);

  async function submit() {
    const lacking = unfinished(draft).map(({ field, key }) => [field, refusal(key)] as const);
    if (lacking.length) {
      const sentence = lacking.map(([, each]) => each).join("");
      return setRefused({ sentence, fields: Object.fromEntries(lacking) });
    }
    setSubmitting(true);
    setRefused(null);
    try {
      if (await flush()) {
        const outcome = await submitAction({ id: item.id, version: Math.max(1, version()) });
        if (outcome.ok) return;
        setRefused(outcome);
        if (outcome.stale) router.refresh();
      }
    } catch {
      // The server is away: the text lies in this browser, and the line above says that it is not saved.
      setRefused({ sentence: say("unreachable"), fields: {} });
    } finally {
      setSubmitting(false);
    }
  }

  const errors = { ...(saving.kind === "refused" ? saving.fields : {}), ...refused?.fields };
  const error = (name: string) =>
    errors[name] ?? Object.entries(errors).find(([key]) => key.startsWith(`draft.${name}`))?.[1];
  const label = (name: "headline" | "officials" | "text") => <span className="pt-2.5 text-ink-2">{say(name)}</span>;

  return (
    // A blank sheet is at another address by now: read again it would be another page, and whoever types would type into nothing.
    <main data-stays={item.version === 0 ? "" : undefined} className="flex grow flex-col">
      <PageBar
        staysInSight
        back={{ href: "/items", label: say("title") }}
        acts={
          <>
            <SavingLine saving={saving} />
            <Button tone="primary" disabled={submitting || saving.kind === "overtaken"} onClick={() => void submit()}>
              {say("submit")}
            </Button>
          </>
        }
      >
        <PageTitle>{say(draft.kind === "brief" ? "writeBrief" : "writeStory")}</PageTitle>
        <ItemSign state={item.state} />
        <KindSwitch kind={draft.kind} onChange={(kind) => change({ kind })} />
      </PageBar>
      <div className="grid grow lg:grid-cols-[minmax(0,1fr)_408px]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-3 px-8 py-4 max-sm:px-4">
          {error("officialIds") && <Notice kind="warning">{error("officialIds")}</Notice>}
          <WritingNotices
            returned={item.returned}
            restored={restored}
            saving={saving}
            refused={refused?.sentence}
            onRetry={() => void flush()}
          />
          {saving.kind === "overtaken" && (
            <Overtaken
              sentence={saving.sentence}
              mine={draft}
              theirs={saving.stale.text as Draft}
              beside={beside}
              onMine={() => settle(saving.stale.version)}
              onTheirs={(theirs) => {
                setDraft(theirs);
                text.current?.set(theirs.blocks);
                settle(saving.stale.version, theirs);
              }}
            />
          )}
          <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-[72px_minmax(0,1fr)]">
            {draft.kind === "story" && (
              <>
                {label("headline")}
                <HeadlineField
                  lines={draft.headline}
                  error={error("headline")}
                  onChange={(headline) => change({ headline })}
                />
              </>
            )}
            <span className="pt-2.5 text-ink-2">{say("date")}</span>
            <div className="flex flex-wrap gap-x-6 gap-y-3">
              <DayAndPlace
                date={draft.date}
                place={draft.place}
                today={today}
                errors={{ date: error("date"), place: error("place") }}
                onChange={change}
              />
              <TargetField
                draft={draft}
                targets={targets}
                error={error("publicationId") ?? error("sectionId")}
                onChange={change}
              />
            </div>
            {label("officials")}
            <OfficialsField
              label={say("officials")}
              roster={roster}
              day={draft.date ?? today}
              chosen={draft.officialIds}
              onChange={(officialIds) => change({ officialIds })}
            />
          </div>
          {draft.kind === "brief" && (
            <BriefForm draft={draft} roster={roster} today={today} onSentence={(blocks) => text.current?.set(blocks)} />
          )}
          <div id="blocks">
            <TextEditor
              ref={text}
              initial={body}
              label={say("text")}
              error={error("blocks")}
              onChange={(blocks) => change({ blocks })}
            />
            {error("blocks") && <p className="py-1 text-ochre">{error("blocks")}</p>}
          </div>
        </div>
        <aside className="grid content-start gap-8 border-line-2 px-7 py-6 max-sm:px-4 lg:border-l">
          {children}
          {item.version > 0 && (
            <Link prefetch={false} href={`/items/${item.id}?view=fate`} className="texttool w-fit">
              {say("history")}
            </Link>
          )}
          <section className="grid gap-1">
            <h2 className="font-bold">{say("fromFile.title")}</h2>
            <FromFile
              current={draft}
              onText={(part) => {
                change(part);
                text.current?.set(part.blocks);
              }}
            />
          </section>
          <Field name="attachments" label={<b>{say("attachments")}</b>} hint={say("attachmentsHint")}>
            <Attachments itemId={item.id} initial={item.attachments} ready={() => flush()} />
          </Field>
          <TextArea
            name="note"
            label={<b>{say("note")}</b>}
            hint={say("noteHint")}
            value={draft.note}
            error={error("note")}
            onChange={({ target }) => change({ note: target.value })}
          />
        </aside>
      </div>
    </main>
  );
}
