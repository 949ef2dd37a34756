import { Check, CircleAlert, Clock, LoaderCircle, Pause } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { percentReached } from "@/lib/percent";
import type { Line, Told } from "./useBringing";

const icons = { waiting: Clock, going: LoaderCircle, done: Check, stopped: Pause, failed: CircleAlert };

/** A bar for all of them, and a line each: what was recognised, or why it could not be read. */
export function Brought({ lines }: { lines: Line[] }) {
  const say = useTranslations("imports");
  const over = lines.filter(({ state }) => state === "done" || state === "failed").length;
  return (
    <div className="grid gap-2">
      <progress className="bar w-full" value={over} max={lines.length} aria-label={say("progress")} />
      <p role="status" className="text-ink-2">
        {say("progressFact", { over, all: lines.length })}
      </p>
      <ul className="max-h-[420px] overflow-y-auto">
        {lines.map((line) => (
          <li key={line.key} className="border-b border-line py-1.5">
            <Row line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ line: { file, state, sentence, results } }: { line: Line }) {
  const say = useTranslations("imports");
  const [only] = results;
  const isRefused = state === "failed" || (results.length > 0 && results.every((told) => "sentence" in told));
  const Icon = isRefused && state === "done" ? CircleAlert : icons[state];
  const isOne = results.length === 1 && only && !only.name.includes("／");
  return (
    <>
      <p className="flex flex-wrap items-start gap-x-2">
        <span className="flex min-w-0 grow items-start gap-2">
          <Icon size={16} aria-hidden className={`mt-[5px] shrink-0 ${isRefused ? "text-ochre" : "text-ink-3"}`} />
          <span className="min-w-0 break-all">{file.name}</span>
        </span>
        {isOne ? (
          <Outcome told={only} />
        ) : (
          <span className="whitespace-nowrap text-ink-3">{say(`states.${state}`)}</span>
        )}
      </p>
      {sentence && <p className="pl-6 text-ochre">{sentence}</p>}
      {!isOne && (
        <ul className="pl-6">
          {results.map((told, at) => (
            <li key={at} className="flex flex-wrap justify-between gap-x-4">
              <span className="break-all">{told.name.replace(/^.*?／/, "")}</span>
              <Outcome told={told} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Outcome({ told }: { told: Told }) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  if ("sentence" in told) return <span className="text-ochre">{told.sentence}</span>;
  if ("year" in told) {
    const { year, archived, known } = told;
    return <span className="text-ink-2">{say("yearFile", { year: String(year), archived, known })}</span>;
  }
  const { id, again, bare, issues, entries, coverage } = told;
  const found = bare
    ? more("bare", { entries })
    : say("found", { issues, entries, coverage: percentReached(coverage) });
  return (
    <span className="flex flex-wrap gap-x-4 whitespace-nowrap text-ink-2">
      <span className={bare ? "whitespace-normal text-ochre" : ""}>
        {again ? say(again === "archived" ? "againArchived" : "again") : found}
      </span>
      <Link prefetch={false} href={`/archive/import/${id}`} className="texttool">
        {say("look")}
      </Link>
    </span>
  );
}
