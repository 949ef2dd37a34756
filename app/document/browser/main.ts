import { sendForm } from "./acts";
import { readAloud, showVoice } from "./aloud";
import { waitUntilReady } from "./away";
import { onFold, toContents } from "./contents";
import { onKey } from "./keys";
import { markQuotes } from "./marks";
import { opened } from "./opened";
import { open } from "./opens";
import { whenRefreshed } from "./parts";
import { forgetLine, keepPlace, look, noteLine, rememberMarked, step } from "./place";

// What a whole document does beside being read. Nothing here is needed to read it or to acknowledge it, and nothing is
// tied to an element: parts of the page are read again and replaced.
document.addEventListener("click", (event) => {
  closeMenus(event.target as Element);
  const on = (selector: string) => (event.target as Element).closest<HTMLElement>(selector);
  const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey);
  const opener = on("[data-opens]");
  if (opener && isPlain) {
    event.preventDefault();
    return void open(opener);
  }
  const steps = on("[data-step]");
  if (steps) return step(steps.dataset.step === "on");
  if (on("[data-contents] > summary")) forgetLine();
  if (isPlain && on('a[href="#contents"]') && toContents()) return event.preventDefault();
  const voice = on("[data-aloud]");
  if (voice) return readAloud(voice);
  // Once is enough: the command of the button would find it open, and browsers say so in the console.
  const shower = on("[data-shows]");
  if (shower) {
    event.preventDefault();
    const dialog = document.getElementById(shower.dataset.shows ?? "") as HTMLDialogElement | null;
    return void (dialog?.open || dialog?.showModal());
  }
  const closer = on("[data-closes]");
  if (closer) {
    event.preventDefault();
    closer.closest("dialog")?.close();
  }
});
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches("[data-act]")) return;
  event.preventDefault();
  void sendForm(form, event.submitter);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus();
});
document.addEventListener("keydown", onKey);
document.addEventListener("toggle", onFold, true);
document.addEventListener("selectionchange", rememberMarked);
window.addEventListener("scroll", look, { passive: true });
window.addEventListener("scroll", noteLine, { passive: true });
window.addEventListener("resize", look);

whenRefreshed(begin);
begin();
void waitUntilReady();

function begin(): void {
  look();
  showVoice();
  markQuotes();
  opened();
  keepPlace();
}

/** A menu closes where somebody touches something else, and by Escape: then whoever was in it stands at what opens it. */
function closeMenus(touched?: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
    if (touched && menu.contains(touched)) continue;
    if (!touched && menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    menu.open = false;
  }
}

// What is told while the page is open, and whatever is written on it, comes after the page itself.
const later = () => void import("./islands").then(({ listen }) => listen());
if (document.readyState === "complete") later();
else window.addEventListener("load", later, { once: true });
