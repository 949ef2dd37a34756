import { getLocale, getTranslations } from "next-intl/server";
import { mayInstructFor } from "@/bulletin/policy";
import type { InstructionHere } from "@/bulletin/post/instructions";
import { isDrawn } from "@/bulletin/post/strokes";
import { ActDialog } from "@/components/ActDialog";
import { StrokesView } from "@/components/StrokesView";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { rewriteAction, withdrawInstructionAction } from "./actions";
import { InstructDialog } from "./InstructDialog";
import type { Story } from "./Stories";

/** What leaders wrote here, above the text as in the head margin of a page, and what became of it. */
export async function Instructions({
  actor,
  all,
  story,
}: {
  actor: Actor;
  all: InstructionHere[];
  story: Story | null;
}) {
  return all.map((each) => <One key={each.id} actor={actor} instruction={each} story={story} />);
}

type OneProps = { actor: Actor; instruction: InstructionHere; story: Story | null };

async function One({ actor, instruction, story }: OneProps) {
  const [say, act, locale] = await Promise.all([
    getTranslations("instruct"),
    getTranslations("acts.instruction"),
    getLocale(),
  ]);
  const { id, version, text, drawing, quote, leaderId, leaderName, writtenByName, state, givenAt } = instruction;
  const mayRewrite = state === "given" && mayInstructFor(actor, leaderId);
  const offices = instruction.forwards.map(({ office }) => office.shortName);
  return (
    <section
      id={`instruction-${id}`}
      aria-label={say("of", { name: leaderName })}
      className="mb-5 scroll-mt-24 border-y border-line-2 py-3 font-sans text-lead"
    >
      {quote && <p className="mb-2 border-l-4 border-pen pl-3 text-ink-2">{quote}</p>}
      {isDrawn(drawing) && <StrokesView drawing={drawing} label={text || say("handwritten", { name: leaderName })} />}
      {text && <p className="font-serif text-pen">{text}</p>}
      <div className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
        <span>
          {writtenByName ? say("by", { name: leaderName, deputy: writtenByName }) : leaderName}
          <span className="ml-3 text-ink-3">{formatMoment(givenAt, locale, { record: true })}</span>
        </span>
        <span>
          {offices.length
            ? say(`at.${state}`, { offices: listed(offices, locale) })
            : say(`at.${state}`, { offices: "" })}
        </span>
        {mayRewrite && (
          <span className="ml-auto flex items-center gap-4">
            <InstructDialog
              action={rewriteAction as never}
              hidden={{ id, version }}
              draftKey={`${actor.id}-${id}-${version}`}
              verb={act("rewrite")}
              rewriting={{ text, drawing, quote, story }}
            />
            <ActDialog
              verb={act("withdrawInstruction")}
              title={act("withdrawInstruction")}
              action={withdrawInstructionAction as never}
              hidden={{ id, version }}
              openTone="text"
            >
              <p className="text-ink-2">{say("withdrawFact")}</p>
              {text && <p className="mt-2 font-serif text-pen">{text}</p>}
            </ActDialog>
          </span>
        )}
      </div>
      {instruction.forwards.flatMap(({ office, answers }) =>
        answers.map((answer) => (
          <div key={answer.id} className="mt-2 border-t border-line pt-2">
            <p>
              <b>{say("answerOf", { office: office.shortName })}</b>
              {answer.text}
            </p>
            {answer.files.map((file) => (
              <a
                key={file.id}
                href={`/instructions/files/${file.id}`}
                className="texttool mr-4 inline-flex min-h-11 items-center"
              >
                {file.name}
              </a>
            ))}
          </div>
        )),
      )}
      {instruction.closing && (
        <p className="mt-2 border-t border-line pt-2 text-green">
          <b>{say("closing")}</b>
          {instruction.closing}
        </p>
      )}
    </section>
  );
}
