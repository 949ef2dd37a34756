"use client";

import { Square, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { placeOfStory } from "./placeOfStory";
import { useStories } from "./Stories";

/** Reads the present story aloud, where the browser has a voice. */
export function ReadAloud() {
  const say = useTranslations("read");
  const { stories, at } = useStories();
  const [can, setCan] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    setCan("speechSynthesis" in window);
    return () => window.speechSynthesis?.cancel();
  }, []);
  if (!can) return null;

  function read() {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const story = document.getElementById(placeOfStory(stories[at]?.id ?? ""));
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
    last.onend = () => setSpeaking(false);
    last.onerror = () => setSpeaking(false);
    setSpeaking(true);
  }

  return (
    <button
      type="button"
      onClick={read}
      aria-pressed={speaking}
      className="inline-flex min-h-11 items-center gap-2 px-2"
    >
      {speaking ? <Square size={20} aria-hidden /> : <Volume2 size={20} aria-hidden />}
      <span className="whitespace-nowrap">{speaking ? say("stopReading") : say("readAloud")}</span>
    </button>
  );
}
