"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActForm } from "@/components/ActForm";
import { TextArea } from "@/components/Field";
import { pasteAction } from "../actions";
import { keepPaste, keptPaste } from "./keptPaste";

/** A bulletin copied out of Word or WPS. What the clipboard says of its headings goes along, unseen. */
export function Paste({ accountId }: { accountId: string }) {
  const kept = `bianfa.paste.${accountId}`;
  const say = useTranslations("imports");
  const router = useRouter();
  const html = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  // What was pasted is there again when the page was left or read again, until it is recognised or the window closed.
  useEffect(() => {
    const before = keptPaste(kept);
    if (!text.current || text.current.value || !before) return;
    text.current.value = before.text;
    if (html.current) html.current.value = before.html;
  }, [kept]);
  return (
    <section className="grid content-start gap-2">
      <h2 className="font-bold">{say("paste")}</h2>
      <ActForm
        action={pasteAction as never}
        submit={say("recognise")}
        className="grid justify-items-start gap-2 [&>*:first-child]:w-full"
        onDone={(value) => {
          keepPaste(kept, null);
          router.push(`/archive/import/${(value as { id: string }).id}`);
        }}
      >
        <input ref={html} type="hidden" name="html" defaultValue="" />
        <div className="w-full">
          <TextArea
            name="text"
            label={<span className="sr-only">{say("paste")}</span>}
            hint={say("pasteHint")}
            rows={5}
            ref={text}
            onPaste={({ clipboardData, currentTarget }) => {
              // Only where it is the whole of what will be sent: what was typed beside it is not in the clipboard.
              if (html.current) html.current.value = currentTarget.value ? "" : clipboardData.getData("text/html");
            }}
            onInput={({ nativeEvent, currentTarget }) => {
              if (html.current && (nativeEvent as InputEvent).inputType !== "insertFromPaste") html.current.value = "";
              keepPaste(kept, { text: currentTarget.value, html: html.current?.value ?? "" });
            }}
          />
        </div>
      </ActForm>
    </section>
  );
}
