import { placeOfStory } from "@/app/reading/[id]/placeOfStory";
import { present } from "./place";

/** The button is there where the browser has a voice. */
export function showVoice(): void {
  const button = document.querySelector<HTMLElement>("[data-aloud]");
  if (button) button.hidden = !("speechSynthesis" in window);
}

window.addEventListener("pagehide", () => window.speechSynthesis?.cancel());

/** Reads the present story aloud, or stops. */
export function readAloud(button: HTMLElement): void {
  speechSynthesis.cancel();
  if (button.getAttribute("aria-pressed") === "true") {
    say(button, false);
    return;
  }
  const story = document.getElementById(placeOfStory(present()?.id ?? ""));
  const parts = [...(story?.querySelectorAll("h3, [data-text] :is(p, li, figcaption)") ?? [])].map((each) =>
    each.textContent?.trim(),
  );
  // One utterance a paragraph: browsers break off those that last longer than a quarter of a minute.
  const utterances = parts.filter(Boolean).map((text) => new SpeechSynthesisUtterance(text ?? ""));
  for (const utterance of utterances) {
    utterance.lang = "zh-CN";
    utterance.rate = 0.95;
    speechSynthesis.speak(utterance);
  }
  const last = utterances.at(-1);
  if (!last) return;
  last.onend = () => say(button, false);
  last.onerror = () => say(button, false);
  say(button, true);
}

function say(button: HTMLElement, isSpeaking: boolean): void {
  button.setAttribute("aria-pressed", String(isSpeaking));
  for (const name of button.querySelectorAll<HTMLElement>("[data-when]"))
    name.hidden = (name.dataset.when === "speaking") !== isSpeaking;
}
