"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ActForm } from "@/components/ActForm";
import { TextArea } from "@/components/Field";
import { pasteAction } from "../actions";

/** A bulletin copied out of Word or WPS. What the clipboard says of its headings goes along, unseen. */
export function Paste() {
  const say = useTranslations("imports");
  const router = useRouter();
  const html = useRef<HTMLInputElement>(null);
  return (
    <section className="grid content-start gap-2">
      <h2 className="font-bold">{say("paste")}</h2>
      <ActForm
        action={pasteAction as never}
        submit={say("recognise")}
        className="grid justify-items-start gap-2 [&>*:first-child]:w-full"
        onDone={(value) => router.push(`/archive/import/${(value as { id: string }).id}`)}
      >
        <input ref={html} type="hidden" name="html" defaultValue="" />
        <div className="w-full">
          <TextArea
            name="text"
            label={<span className="sr-only">{say("paste")}</span>}
            hint={say("pasteHint")}
            rows={5}
            onPaste={({ clipboardData, currentTarget }) => {
              // Only where it is the whole of what will be sent: what was typed beside it is not in the clipboard.
              if (html.current) html.current.value = currentTarget.value ? "" : clipboardData.getData("text/html");
            }}
            onInput={({ nativeEvent }) => {
              if (html.current && (nativeEvent as InputEvent).inputType !== "insertFromPaste") html.current.value = "";
            }}
          />
        </div>
      </ActForm>
    </section>
  );
}
