"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { addressOf, short } from "@/bulletin/archive/search/address";
import type { Suggestions } from "@/bulletin/archive/search/suggest";
import { formatDay } from "@/lib/dates";
import { boxClass } from "./box";
import { useRecent } from "./useRecent";
import { useSuggestions } from "./useSuggestions";

type Option = { key: string; href: string; label: string; kind: string };

/** What is typed, and below it where that leads: arrows choose, Enter goes, Escape closes. */
export function SearchPalette({ accountId, close }: { accountId: string; close: () => void }) {
  const say = useTranslations("search");
  const router = useRouter();
  const list = useId();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(-1);
  const [recent, remember] = useRecent(accountId);
  const suggestions = useSuggestions(q);
  const toOption = useOption();
  const options: Option[] = q.trim()
    ? [...toOption(suggestions), { key: "all", href: hrefOf(q), label: say("everything", { q: short(q) }), kind: "" }]
    : recent.map((each) => ({ key: each, href: hrefOf(each), label: each, kind: say("recent") }));
  const chosen = options[at];

  const go = (href: string) => {
    if (q.trim()) remember(q.trim());
    close();
    router.push(href);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) go(chosen.href);
    else if (q.trim()) go(hrefOf(q));
  };
  const move = (event: KeyboardEvent) => {
    // What the input method is composing takes its keys itself.
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!by || !options.length) return;
    event.preventDefault();
    setAt((before) => (before + by + options.length + (before < 0 && by < 0 ? 1 : 0)) % options.length);
  };
  return (
    <search>
      <form action="/search" onSubmit={submit} className="grid">
        <div className="flex items-center gap-2 border-b border-line-2 p-3">
          <input
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type
            autoFocus
            type="text"
            name="q"
            role="combobox"
            aria-label={say("typing")}
            aria-expanded={options.length > 0}
            aria-controls={list}
            aria-activedescendant={chosen ? `${list}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            placeholder={say("box")}
            value={q}
            onChange={(event) => {
              setQ(event.target.value);
              setAt(-1);
            }}
            onKeyDown={move}
            className={boxClass(false, "grow")}
          />
          <button
            type="button"
            aria-label={say("close")}
            onClick={close}
            className="inline-flex size-11 shrink-0 items-center justify-center hover:bg-sunk"
          >
            <X size={20} aria-hidden />
          </button>
        </div>
        <div
          id={list}
          role="listbox"
          aria-label={q.trim() ? say("suggested") : say("recent")}
          className="max-h-[60vh] overflow-y-auto"
        >
          {options.map(({ key, href, label, kind }, place) => (
            // The box keeps the focus and the keys: an option only follows the pointer.
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is taken by the form
            <div
              key={key}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onClick={() => go(href)}
              className={`flex min-h-11 cursor-pointer items-center justify-between gap-4 px-4 py-2 hover:bg-sunk ${place === at ? "bg-sunk outline-2 -outline-offset-2 outline-focus" : ""}`}
            >
              <span className="line-clamp-2">{label}</span>
              <span className="shrink-0 text-ink-3">{kind}</span>
            </div>
          ))}
        </div>
        <p className="px-4 py-2 text-ink-3">{say("hint")}</p>
      </form>
    </search>
  );
}

const hrefOf = (q: string) => addressOf({ q });

/** Suggestions as the lines of the list. */
function useOption(): (suggestions: Suggestions) => Option[] {
  const say = useTranslations("search");
  const locale = useLocale();
  return ({ found, offices }) => [
    ...found.map(({ kind, id, href, title, date, issue }) => ({
      key: id,
      href,
      label:
        kind === "issue" && issue?.number
          ? say("issueTitle", { ...issue, year: String(issue.year), number: String(issue.number) })
          : title || (issue ? say("issueInWork", { publication: issue.publication }) : ""),
      kind: [say(`kinds.${kind}`), date && formatDay(date, locale, { weekday: false })].filter(Boolean).join("　"),
    })),
    ...offices.map(({ id, name, href }) => ({ key: id, href, label: name, kind: say("offices") })),
  ];
}
