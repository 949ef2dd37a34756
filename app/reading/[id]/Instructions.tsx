import { ActDialog } from "@/app/document/ActDialog";
import { mayInstructFor } from "@/bulletin/policy";
import type { InstructionHere } from "@/bulletin/post/instructions";
import { isDrawn } from "@/bulletin/post/strokes";
import { buttonClass } from "@/components/Button";
import { StrokesView } from "@/components/StrokesView";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { listed } from "@/lib/listed";
import { sayIn } from "@/lib/say";
import type { Story } from "./signedText";

/** What leaders wrote here, above the text as in the head margin of a page, and what became of it. */
export function Instructions({ all, ...rest }: Props & { all: InstructionHere[] }) {
  return all.map((each) => <One key={each.id} instruction={each} {...rest} />);
}

type Props = { actor: Actor; story: Story | null; locale: Language };

function One({ actor, instruction, story, locale }: Props & { instruction: InstructionHere }) {
  const [say, act] = [sayIn(locale, "instruct"), sayIn(locale, "acts.instruction")];
  const { id, version, text, drawing, quote, leaderId, leaderName, writtenByName, state, givenAt } = instruction;
  const mayRewrite = state === "given" && mayInstructFor(actor, leaderId);
  const offices = instruction.forwards.map(({ office }) => office.shortName);
  return (
    <section
      id={`instruction-${id}`}
      aria-label={say("of", { name: leaderName })}
      {...(quote && story && { "data-quote": quote, "data-on": story.id })}
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
            <button
              type="button"
              data-opens="instruct"
              data-about={JSON.stringify({
                ...{ act: "rewrite", verb: act("rewrite"), hidden: { id, version } },
                draftKey: `${actor.id}-${id}-${version}`,
                rewriting: { text, drawing, quote, story },
              })}
              aria-haspopup="dialog"
              className={buttonClass("text", "noscript:hidden")}
            >
              {act("rewrite")}
            </button>
            <ActDialog
              id={`withdraw-${id}`}
              act="withdrawInstruction"
              verb={act("withdrawInstruction")}
              hidden={{ id, version }}
              cancel={sayIn(locale, "dialog")("cancel")}
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
