"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { paletteClass } from "./box";
import { SearchMark } from "./SearchMark";
import { useShortcut } from "./useShortcut";

// Comes when it is opened: until then a page has less to load.
const SearchPalette = lazy(async () => ({ default: (await import("./SearchPalette")).SearchPalette }));

/**
 * The one box, everywhere: by Ctrl-K also while something is being typed, by / otherwise. Before scripts
 * load it is a way to the page of search.
 */
export function SearchBox({ accountId }: { accountId: string }) {
  const say = useTranslations("search");
  const dialog = useRef<HTMLDialogElement>(null);
  const [times, setTimes] = useState(0);
  const open = () => {
    if (document.querySelector("dialog[open]")) return;
    setTimes((before) => before + 1);
    dialog.current?.showModal();
  };
  useShortcut("/", open);
  useControlK(open);
  return (
    <>
      <a
        href="/search"
        aria-label={say("open")}
        aria-keyshortcuts="Control+K /"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          open();
        }}
        className="group inline-flex min-h-11 min-w-11 items-center justify-center"
      >
        <SearchMark
          icon={<Search size={16} aria-hidden className="max-sm:size-5 max-sm:text-ink" />}
          words={say("box")}
        />
      </a>
      <dialog ref={dialog} aria-label={say("title")} className={paletteClass}>
        {times > 0 && (
          <Suspense>
            <SearchPalette key={times} accountId={accountId} close={() => dialog.current?.close()} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}

function useControlK(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
