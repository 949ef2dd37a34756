"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type Official, titleHeld } from "@/bulletin/people/tenure";
import { Button } from "./Button";
import { boxClass } from "./box";

/**
 * Officials as chips in rank order, with the title of that day. Only who held one then can be picked;
 * whoever was picked before stays until taken off.
 */
export function OfficialsField({
  label,
  roster: all,
  day,
  chosen,
  onChange,
}: {
  label: string;
  roster: Official[];
  /** The day of the activity: its titles are shown. */
  day: string;
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  const say = useTranslations("officials");
  const [text, setText] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const roster = all
    .map((official) => ({ ...official, title: titleHeld(official, day) }))
    .filter(({ id, title }) => title || chosen.includes(id));
  const picked = roster.filter(({ id }) => chosen.includes(id));
  const found = roster.filter(({ name, title }) => `${title}${name}`.includes(text.trim()));
  const inRank = (ids: string[]) => roster.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const toggle = (id: string) =>
    onChange(inRank(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]));

  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{label}</legend>
      {picked.map(({ id, name, title }, at) => (
        <span
          key={id}
          className="inline-flex min-h-11 items-center gap-2 rounded-sm border border-line-2 bg-sheet pl-3"
        >
          <span className="text-ink-3">{at + 1}</span>
          <b>{name}</b>
          <span className="text-ink-2">{title}</span>
          <button
            type="button"
            aria-label={say("remove", { name })}
            onClick={() => toggle(id)}
            className="inline-flex size-11 items-center justify-center"
          >
            <X size={16} aria-hidden />
          </button>
        </span>
      ))}
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-sm border border-dashed border-field px-4 hover:bg-sunk"
      >
        <Plus size={20} aria-hidden />
        {say("add")}
      </button>
      <dialog
        ref={dialog}
        aria-label={label}
        className="m-auto w-[min(480px,calc(100vw-32px))] border border-ink bg-sheet p-6"
      >
        <input
          type="search"
          aria-label={say("find")}
          placeholder={say("find")}
          value={text}
          onChange={({ target }) => setText(target.value)}
          className={boxClass(false)}
        />
        <ul className="my-3 max-h-[50vh] overflow-y-auto border-y border-line">
          {found.map(({ id, name, title }) => (
            <li key={id} className="border-b border-line last:border-0">
              <label className="flex min-h-11 items-center gap-3 px-1 hover:bg-sunk">
                <input
                  type="checkbox"
                  className="size-5 accent-ink"
                  checked={chosen.includes(id)}
                  onChange={() => toggle(id)}
                />
                <span className="w-20">{name}</span>
                <span className="text-ink-2">{title}</span>
              </label>
            </li>
          ))}
          {!found.length && <li className="px-1 py-3 text-ink-3">{say("none", { text })}</li>}
        </ul>
        <div className="flex justify-end">
          <Button onClick={() => dialog.current?.close()}>{say("done")}</Button>
        </div>
      </dialog>
    </fieldset>
  );
}

/** Officials by name, in the order in which they are chosen. */
export function namesOf(ids: string[], roster: Official[]): string {
  return ids.map((id) => roster.find((official) => official.id === id)?.name ?? "").join(" ");
}
