import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { instructionOf } from "@/bulletin/post/instructionOf";
import { formatDay, formatMoment } from "@/lib/dates";
import { AnswerForm } from "./AnswerForm";

type Forward = Awaited<ReturnType<typeof instructionOf>>["forwards"][number];

/** With which offices it is, until when, and what they answered. One's own office answers here. */
export async function Forwards({ forwards, mayAnswer }: { forwards: Forward[]; mayAnswer: boolean }) {
  const [say, locale] = await Promise.all([getTranslations("register"), getLocale()]);
  return forwards.map((forward) => (
    <section key={forward.id} className="border-b border-line-2 py-4">
      <h2 className="flex flex-wrap items-baseline gap-x-4 font-bold">
        {say("forwardedTo", { office: forward.office.shortName })}
        <span className="font-normal text-ink-3">{formatMoment(forward.at, locale, { record: true })}</span>
        {forward.dueOn && (
          <span className="font-normal">{say("dueOn", { day: formatDay(forward.dueOn, locale) })}</span>
        )}
        {!forward.answeredAt && <span className="font-normal text-ink-2">{say("notAnswered")}</span>}
      </h2>
      {forward.words && <p className="text-ink-2">{forward.words}</p>}
      {forward.answers.map(({ id, text, at, byName, files }) => (
        <div key={id} className="mt-3 border-l-4 border-line-2 pl-4">
          <p className="whitespace-pre-wrap">{text}</p>
          <p className="flex flex-wrap items-center gap-x-4 text-ink-3">
            <span>{byName}</span>
            <span>{formatMoment(at, locale, { record: true })}</span>
            {files.map((file) => (
              <a
                key={file.id}
                href={`/instructions/files/${file.id}`}
                className="texttool inline-flex min-h-11 items-center text-ink"
              >
                {file.name}
              </a>
            ))}
          </p>
        </div>
      ))}
      {forward.isOwn && mayAnswer && (
        <AnswerForm
          forwardId={forward.id}
          newId={randomUUID()}
          initial={forward.unsent}
          again={forward.answers.length > 0}
        />
      )}
    </section>
  ));
}
