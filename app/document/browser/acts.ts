import type { Outcome } from "@/lib/action";
import { refresh } from "./parts";

/** Sends what a form holds to the address of this page; where the line breaks, that is the sentence. */
export async function post(address: string, data: FormData): Promise<Outcome> {
  try {
    const answer = await fetch(address, { method: "POST", body: data, headers: { accept: "application/json" } });
    return (await answer.json()) as Outcome;
  } catch {
    // The line broke, or something else than our answer came: what was written stands where it was.
    const sentence = document.body.dataset.unreachable ?? "";
    return { ok: false, sentence, fields: {} };
  }
}

const sending = new WeakSet<HTMLFormElement>();

/** A form of one act (`data-act`), in place: the page says what became of it, and nothing moves. */
export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (sending.has(form)) return;
  sending.add(form);
  form.setAttribute("aria-busy", "true");
  const outcome = await post(form.action, new FormData(form, submitter));
  sending.delete(form);
  form.removeAttribute("aria-busy");
  const told = form.querySelector<HTMLElement>("[data-refusal]");
  if (told) {
    told.hidden = outcome.ok;
    const sentence = told.querySelector("[data-sentence]");
    if (sentence) sentence.textContent = outcome.ok ? "" : outcome.sentence;
  }
  // A dialog that is read again is closed: what was refused is read first.
  if (outcome.ok) form.closest("dialog")?.close();
  if (outcome.ok || !form.closest("dialog")) await refresh();
}

/** An act of the page for the scripts that write (components/ActForm.tsx). */
export function act(name: string) {
  return (_: unknown, data: FormData): Promise<Outcome> => {
    data.set("act", name);
    return post(location.pathname, data);
  };
}
