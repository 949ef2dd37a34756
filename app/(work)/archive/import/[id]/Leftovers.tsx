import { getTranslations } from "next-intl/server";
import type { Leftover } from "@/bulletin/archive/recognise/recognised";

/** The others are struck through where they stand, at the left. */
const shown = 200;

/** What stands in no issue: text that fits nowhere, and apart from it what belongs to the page alone. */
export async function Leftovers({ leftovers }: { leftovers: Leftover[] }) {
  const [say, more] = await Promise.all([getTranslations("imports"), getTranslations("importing")]);
  const text = leftovers.filter(({ reason }) => reason === "leftover");
  const page = leftovers.filter(({ reason }) => reason === "furniture");
  return (
    <>
      {text.length > 0 && (
        <section className="mt-8 border-t border-line-2 pt-3">
          <h2 className="font-bold">{say("leftovers", { count: text.length })}</h2>
          <p className="text-ink-3">{say("leftoversHint")}</p>
          <Lines lines={text} rest={say("leftoversMore", { count: text.length - shown })} />
        </section>
      )}
      {page.length > 0 && (
        <details className="mt-8 border-t border-line-2 pt-3">
          <summary className="min-h-11 cursor-pointer py-2 font-bold">{more("aside", { count: page.length })}</summary>
          <p className="text-ink-3">{more("asideHint")}</p>
          <Lines lines={page} rest={say("leftoversMore", { count: page.length - shown })} />
        </details>
      )}
    </>
  );
}

function Lines({ lines, rest }: { lines: Leftover[]; rest: string }) {
  return (
    <>
      <ul>
        {lines.slice(0, shown).map(({ line, text }, index) => (
          <li key={`${line} ${index}`} className="flex gap-3 border-b border-line py-1">
            <span className="w-12 shrink-0 text-right text-ink-3">{line}</span>
            <span className="min-w-0 break-all">{text}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown && <p className="pt-2 text-ink-3">{rest}</p>}
    </>
  );
}
