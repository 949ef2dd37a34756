"use client";

import { Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/Notice";
import { detachAction } from "./actions";

type Attached = { id: string; name: string; size: number };

/** Files that go with an item. The draft is saved first, so that there is something to attach them to. */
export function Attachments({
  itemId,
  initial,
  ready,
}: {
  itemId: string;
  initial: Attached[];
  ready: () => Promise<boolean>;
}) {
  const say = useTranslations("items");
  const [files, setFiles] = useState(initial);
  const [refused, setRefused] = useState<string | null>(null);

  async function add(chosen: File[]) {
    setRefused(null);
    if (!(await ready())) return setRefused(say("saveFirst"));
    for (const file of chosen) {
      const data = new FormData();
      data.set("itemId", itemId);
      data.set("attachment", file);
      try {
        const response = await fetch("/attachments", { method: "POST", body: data });
        const answer = (await response.json()) as Attached & { sentence?: string };
        if (response.ok) setFiles((before) => [...before, answer]);
        else setRefused(answer.sentence ?? say("notSaved"));
      } catch {
        // The line broke: the file is still on the person's own disk.
        setRefused(say("notSaved"));
      }
    }
  }

  async function remove(id: string) {
    const outcome = await detachAction({ id });
    if (outcome.ok) setFiles((before) => before.filter((file) => file.id !== id));
    else setRefused(outcome.sentence);
  }

  return (
    <div className="grid gap-2">
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id} className="flex items-center gap-2 border-b border-line">
            <a href={`/attachments/${id}`} className="grow truncate hover:underline">
              {name}
            </a>
            <span className="whitespace-nowrap text-ink-3">
              {say("size", { size: Math.max(1, Math.round(size / 1024)) })}
            </span>
            <button
              type="button"
              aria-label={say("detach", { name })}
              onClick={() => void remove(id)}
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
          id="attachments"
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
