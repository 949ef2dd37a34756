import { useTranslations } from "next-intl";
import type { InstructionState, IssueState, ItemState } from "@/generated/prisma/enums";

type Shape = "dashed" | "open" | "half" | "full" | "diamond" | "bars" | "dash";
type Tone = "ink-3" | "ink-2" | "indigo" | "green" | "ochre";

/** The signs of TOKENS: a 10 px shape and the word, never colour alone. */
const items: Record<ItemState | "again", [Shape, Tone]> = {
  draft: ["dashed", "ink-3"],
  awaitingOfficeSignOff: ["open", "indigo"],
  submitted: ["open", "indigo"],
  again: ["half", "indigo"],
  adopted: ["half", "green"],
  published: ["full", "green"],
  returned: ["diamond", "ochre"],
  merged: ["bars", "ink-2"],
  declined: ["dash", "ink-3"],
  withdrawn: ["dash", "ink-3"],
};

const issues: Record<IssueState, [Shape, Tone]> = {
  compiling: ["dashed", "ink-3"],
  inReview: ["open", "indigo"],
  approved: ["half", "indigo"],
  signed: ["half", "green"],
  distributed: ["full", "green"],
  sentBack: ["diamond", "ochre"],
  corrected: ["bars", "ink-2"],
  recalled: ["dash", "ink-3"],
  void: ["dash", "ink-3"],
  archived: ["full", "ink-2"],
};

const instructions: Record<InstructionState, [Shape, Tone]> = {
  given: ["open", "indigo"],
  forwarded: ["half", "indigo"],
  answered: ["half", "green"],
  closed: ["full", "green"],
  withdrawn: ["dash", "ink-3"],
};

const tones: Record<Tone, string> = {
  "ink-3": "text-ink-3",
  "ink-2": "text-ink-2",
  indigo: "text-indigo",
  green: "text-green",
  ochre: "text-ochre",
};

type OfItem = { state: ItemState; submissions?: number };
type ItemWords = ReturnType<typeof useTranslations<"states.item">>;

export function ItemSign(item: OfItem) {
  return <ListedItemSign {...item} words={useTranslations("states.item")} />;
}

/** For a list, which asks for the words once for all its rows. */
export function ListedItemSign({ state, submissions = 0, words }: OfItem & { words: ItemWords }) {
  const shown = state === "submitted" && submissions > 1 ? "again" : state;
  const [shape, tone] = items[shown];
  return <Sign shape={shape} tone={tone} word={words(shown)} />;
}

export function IssueSign({ state }: { state: IssueState }) {
  const say = useTranslations("states.issue");
  const [shape, tone] = issues[state];
  return <Sign shape={shape} tone={tone} word={say(state)} />;
}

export function InstructionSign({ state }: { state: InstructionState }) {
  const say = useTranslations("states.instruction");
  const [shape, tone] = instructions[state];
  return <Sign shape={shape} tone={tone} word={say(state)} />;
}

function Sign({ shape, tone, word }: { shape: Shape; tone: Tone; word: string }) {
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${tones[tone]}`}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden fill="none" stroke="currentColor">
        {shape === "dashed" && <rect x=".5" y=".5" width="9" height="9" strokeDasharray="2 1.6" />}
        {(shape === "open" || shape === "half") && <rect x=".5" y=".5" width="9" height="9" />}
        {shape === "half" && <path d="M0 5h10v5H0z" fill="currentColor" stroke="none" />}
        {shape === "full" && <rect width="10" height="10" fill="currentColor" stroke="none" />}
        {shape === "diamond" && <path d="M5 .7 9.3 5 5 9.3.7 5z" />}
        {shape === "bars" && <path d="M2.5 0v10M7.5 0v10" strokeWidth="1.4" />}
        {shape === "dash" && <path d="M0 5h10" strokeWidth="1.6" />}
      </svg>
      {word}
    </span>
  );
}
