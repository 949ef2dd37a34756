import { useTranslations } from "next-intl";
import type { Difference, Part } from "@/bulletin/text/difference";
import type { Say } from "@/lib/say";

/** What was deleted is struck and grey, what was added underlined and green: legible in black and white. */
export function DifferenceView({ difference }: { difference: Difference }) {
  return <DifferenceText difference={difference} say={useTranslations("difference")} />;
}

/** The same where the sentences are given. */
export function DifferenceText({ difference, say }: { difference: Difference; say: Say<"difference"> }) {
  return (
    <div>
      {difference.paragraphs.map(({ what, changed, parts }, at) => (
        <div key={at} className="grid gap-x-8 border-b border-line py-3 lg:grid-cols-[1fr_7em]">
          <div className={what === "headline" ? "headline text-center text-lead" : "bulletin text-edit"}>
            <p className={what === "headline" ? "indent-0! text-center!" : ""}>
              {parts.map((part, index) => (
                <PartView key={index} part={part} />
              ))}
            </p>
          </div>
          <p className="pt-1 text-ink-3">{changed ? say("changed") : say("unchanged")}</p>
        </div>
      ))}
      <p className="py-3 font-bold">
        {difference.changes
          ? say("sum", { changes: difference.changes, deleted: difference.deleted, added: difference.added })
          : say("none")}
      </p>
    </div>
  );
}

function PartView({ part: { kind, text } }: { part: Part }) {
  if (kind === "deleted") return <del className="text-ink-3 decoration-ochre decoration-2">{text}</del>;
  if (kind === "added") return <ins className="font-bold text-green decoration-2 underline-offset-4">{text}</ins>;
  return text;
}
