import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { IssueState } from "@/generated/prisma/enums";

const steps = ["compiling", "requestReview", "approve", "signOff", "distribute"] as const;
/** The step that is to be done next; all are behind an issue that has gone out. */
const reached: Record<IssueState, number> = {
  compiling: 0,
  sentBack: 0,
  inReview: 2,
  approved: 3,
  signed: 4,
  distributed: 5,
  corrected: 5,
  recalled: 5,
  void: 5,
  archived: 5,
};

/** How far the issue has come: what is done is ticked, what comes next is black. */
export function Steps({ state }: { state: IssueState }) {
  const say = useTranslations("board.steps");
  const now = reached[state];
  return (
    <ol className="flex items-center gap-2 max-lg:hidden" aria-label={say("name")}>
      {steps.map((step, at) => (
        <li
          key={step}
          aria-current={at === now ? "step" : undefined}
          className={`flex items-center gap-2 ${at === now ? "font-bold" : "text-ink-3"}`}
        >
          {at > 0 && <span aria-hidden className="h-px w-4 bg-line-2" />}
          <span
            aria-hidden
            className={`inline-flex size-7 items-center justify-center rounded-full border text-key ${at === now ? "border-ink bg-ink text-sheet" : at < now ? "border-ink-2 text-ink-2" : "border-field"}`}
          >
            {at < now ? <Check size={16} /> : at + 1}
          </span>
          {say(step)}
        </li>
      ))}
    </ol>
  );
}
