"use client";

import { FileInput } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Draft } from "@/bulletin/intake/draft";
import type { FromFile as Read } from "@/bulletin/intake/fromFile";
import { Notice } from "@/components/Notice";

type Part = Pick<Draft, "kind" | "headline" | "blocks">;

/** A Word file becomes the text of the item. What stood there before can be brought back. */
export function FromFile({ current, onText }: { current: Part; onText: (text: Part) => void }) {
  const say = useTranslations("items.fromFile");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState<{ name: string; before: Part; remarks: string[] } | null>(null);

  async function take(file: File) {
    setBusy(true);
    setRefused(null);
    setDone(null);
    try {
      const data = new FormData();
      data.set("file", file);
      const response = await fetch("/items/import", { method: "POST", body: data });
      const answer = (await response.json()) as Read & { sentence?: string };
      if (!response.ok) return setRefused(answer.sentence ?? say("failed"));
      const { kind, headline, blocks, remarks } = answer;
      setDone({ name: file.name, before: current, remarks });
      onText({ kind, headline, blocks });
    } catch {
      // The line broke: the file is still on the person's own disk.
      setRefused(say("failed"));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="grid gap-2">
      <label className="inline-flex min-h-11 w-fit items-center gap-2 rounded-sm border border-dashed border-field px-4 focus-within:outline-2 focus-within:outline-focus hover:bg-sunk">
        <FileInput size={20} aria-hidden />
        {busy ? say("busy") : say("choose")}
        <input
          type="file"
          accept=".docx,.txt,.md,.pdf"
          className="sr-only"
          disabled={busy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void take(file);
            target.value = "";
          }}
        />
      </label>
      <p className="text-ink-3">{say("hint")}</p>
      {refused && <Notice kind="warning">{refused}</Notice>}
      {done && (
        <Notice
          act={
            <button
              type="button"
              className="texttool min-h-11"
              onClick={() => {
                onText(done.before);
                setDone(null);
              }}
            >
              {say("back")}
            </button>
          }
        >
          {say("done", { name: done.name })}
          {done.remarks.map((remark) => (
            <span key={remark} className="block text-ink-2">
              {say(`remarks.${remark}` as never)}
            </span>
          ))}
        </Notice>
      )}
    </div>
  );
}
