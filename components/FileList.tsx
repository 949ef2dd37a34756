"use client";

import { Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Outcome } from "@/lib/action";
import { Notice } from "./Notice";

export type Attached = { id: string; name: string; size: number };

type Props = {
  /** Where files are sent, with which fields beside them, and where they are fetched from. */
  to: string;
  under: Record<string, string>;
  at: string;
  initial: Attached[];
  detach: (input: { id: string }) => Promise<Outcome>;
  /** Asked first, where there must be something to attach them to. */
  ready?: () => Promise<boolean>;
};

/** Files that go with a text: added one by one, taken away again, each refusal in words. */
export function FileList({ to, under, at, initial, detach, ready }: Props) {
  const say = useTranslations("items");
  const id = useId();
  const [files, setFiles] = useState(initial);
  const [refused, setRefused] = useState<string | null>(null);

  async function add(chosen: File[]) {
    setRefused(null);
    if (ready && !(await ready())) return setRefused(say("saveFirst"));
    for (const file of chosen) {
      const data = new FormData();
      for (const [name, value] of Object.entries(under)) data.set(name, value);
      data.set("attachment", file);
      try {
        const response = await fetch(to, { method: "POST", body: data });
        const answer = (await response.json()) as Attached & { sentence?: string };
        if (response.ok) setFiles((before) => [...before, answer]);
        else setRefused(answer.sentence ?? say("notSaved"));
      } catch {
        // The line broke: the file is still on the person's own disk.
        setRefused(say("notSaved"));
      }
    }
  }

  async function remove(file: string) {
    const outcome = await detach({ id: file });
    if (outcome.ok) setFiles((before) => before.filter((each) => each.id !== file));
    else setRefused(outcome.sentence);
  }

  return (
    <div className="grid gap-2">
      <ul>
        {files.map(({ id: file, name, size }) => (
          <li key={file} className="flex items-center gap-2 border-b border-line">
            <a href={`${at}/${file}`} className="flex min-h-11 grow items-center truncate hover:underline">
              {name}
            </a>
            <span className="whitespace-nowrap text-ink-3">
              {say("size", { size: Math.max(1, Math.round(size / 1024)) })}
            </span>
            <button
              type="button"
              aria-label={say("detach", { name })}
              onClick={() => void remove(file)}
              className="inline-flex size-11 items-center justify-center"
            >
              <X size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <label className="inline-flex min-h-11 w-fit items-center gap-2 rounded-sm border border-dashed border-field px-4 focus-within:outline-2 focus-within:outline-focus hover:bg-sunk">
        <Paperclip size={20} aria-hidden />
        {say("attach")}
        <input
          id={id}
          type="file"
          multiple
          className="sr-only"
          onChange={({ target }) => {
            void add([...(target.files ?? [])]);
            target.value = "";
          }}
        />
      </label>
      {refused && <Notice kind="warning">{refused}</Notice>}
    </div>
  );
}
