"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Key } from "./Button";
import { useShortcut } from "./useShortcut";

// Comes when it is opened: until then a page has less to load.
const SearchPalette = lazy(async () => ({ default: (await import("./SearchPalette")).SearchPalette }));

/**
 * The one box, everywhere: by Ctrl-K also while something is being typed, by / otherwise. Before scripts
 * load it is a way to the page of search.
 */
export function SearchBox({ accountId, large = false }: { accountId: string; large?: boolean }) {
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
        <span
          className={`inline-flex items-center gap-2.5 rounded-sm text-ink-3 sm:border sm:border-field sm:bg-sheet sm:px-3 group-hover:sm:bg-sunk ${large ? "sm:h-11" : "sm:h-9"}`}
        >
          <Search size={large ? 24 : 16} aria-hidden className="max-sm:size-5 max-sm:text-ink" />
          <span aria-hidden className="whitespace-nowrap max-lg:hidden">
            {say("box")}
          </span>
          {/* A leader's page shows nothing so small, and no key to learn. */}
          {!large && (
            <span className="max-lg:hidden">
              <Key>/</Key>
            </span>
          )}
        </span>
      </a>
      <dialog
        ref={dialog}
        aria-label={say("title")}
        className="mx-auto mt-[10vh] w-[640px] max-w-[94vw] border border-ink bg-sheet p-0 text-ink backdrop:bg-veil"
      >
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
