import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { LiveNotices } from "@/components/LiveNotices";
import { timeZone } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { type About, InstructDialog } from "./InstructDialog";
import { SearchDialog } from "./SearchDialog";

const locale: Language = document.documentElement.lang === "en" ? "en" : "zh-CN";
const sentences = locale === "en" ? await import("sentences:en") : await import("sentences:zh-CN");
const roots = new Map<string, Root>();
let times = 0;

/** In a place of its own at the end of the page, which is never read again. */
function show(name: string, node: ReactNode): void {
  let root = roots.get(name);
  if (!root) {
    const place = document.body.appendChild(document.createElement("div"));
    place.dataset.added = name;
    root = createRoot(place);
    roots.set(name, root);
  }
  root.render(
    <IntlProvider locale={locale} timeZone={timeZone} messages={sentences.default}>
      {node}
    </IntlProvider>,
  );
}

/** Tells what comes while the page is open, for whoever is signed in. */
export function listen(): void {
  if (document.querySelector("[data-listens]")) show("live", <LiveNotices />);
}

export function showInstruct(about: About): void {
  show("instruct", <InstructDialog key={++times} {...about} />);
}

export function showSearch({ accountId }: { accountId: string }): void {
  show("search", <SearchDialog key={++times} accountId={accountId} />);
}
