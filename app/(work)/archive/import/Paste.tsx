"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActForm } from "@/components/ActForm";
import { TextArea } from "@/components/Field";
import { pasteAction } from "../actions";

function keep(kept: string, text: string): void {
  try {
    sessionStorage.setItem(kept, text);
  } catch {
    // Larger than the browser keeps: it stands in the box, and is sent as it is.
    sessionStorage.removeItem(kept);
  }
}

/** A bulletin copied out of Word or WPS. What the clipboard says of its headings goes along, unseen. */
export function Paste({ accountId }: { accountId: string }) {
  const kept = `bianfa.paste.${accountId}`;
  const say = useTranslations("imports");
  const router = useRouter();
  const html = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  // What was pasted is there again when the page was left or read again, until it is recognised or the window closed.
  useEffect(() => {
    if (text.current) text.current.value ||= sessionStorage.getItem(kept) ?? "";
  }, [kept]);
  return (
    <section className="grid content-start gap-2">
      <h2 className="font-bold">{say("paste")}</h2>
      <ActForm
        action={pasteAction as never}
        submit={say("recognise")}
        className="grid justify-items-start gap-2 [&>*:first-child]:w-full"
        onDone={(value) => {
          sessionStorage.removeItem(kept);
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
              keep(kept, currentTarget.value);
              if (html.current && (nativeEvent as InputEvent).inputType !== "insertFromPaste") html.current.value = "";
            }}
          />
        </div>
      </ActForm>
    </section>
  );
}
