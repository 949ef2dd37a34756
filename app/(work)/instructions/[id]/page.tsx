import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { offices } from "@/bulletin/people/offices";
import { has } from "@/bulletin/policy";
import { instructionOf } from "@/bulletin/post/instructionOf";
import { isDrawn } from "@/bulletin/post/strokes";
import { Blocks } from "@/components/Blocks";
import { Headline } from "@/components/Headline";
import { PageBar, PageTitle } from "@/components/PageBar";
import { InstructionSign } from "@/components/StateSign";
import { StrokesView } from "@/components/StrokesView";
import { formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { Forwards } from "./Forwards";
import { InstructionActs } from "./InstructionActs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("one") };
}

/** One instruction: what was written, on what, with whom it is, what was answered. */
export default async function InstructionPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say, name, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("register"),
    getTranslations("issueName"),
    getLocale(),
  ]);
  const instruction = await seen(instructionOf(actor, id));
  const { issue, entry, text, drawing, quote, leaderName, writtenByName, givenAt, closing, closedAt } = instruction;
  const issueName = `${issue.publication.name} ${name(issue.series, { number: issue.number ?? 0 })}`;
  return (
    <main className="grow">
      <PageBar
        back={{ href: "/instructions", label: say("title") }}
        acts={<InstructionActs instruction={instruction} offices={has(actor, "editor") ? await offices(actor) : []} />}
      >
        <PageTitle>{say("oneOf", { name: leaderName })}</PageTitle>
        <InstructionSign state={instruction.state} />
      </PageBar>
      <div className="grid gap-x-12 px-8 py-5 max-sm:px-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <section aria-label={say("words")} className="border border-line-2 bg-sheet p-5">
            {quote && <p className="mb-2 border-l-4 border-pen pl-3 text-ink-2">{quote}</p>}
            {isDrawn(drawing) && <StrokesView drawing={drawing} label={text || say("handwritten")} />}
            {text && <p className="font-serif text-title text-pen">{text}</p>}
            <p className="mt-2 flex flex-wrap gap-x-4 text-ink-2">
              <span>{writtenByName ? say("by", { name: leaderName, deputy: writtenByName }) : leaderName}</span>
              <span className="text-ink-3">{formatMoment(givenAt, locale, { record: true })}</span>
            </p>
          </section>
          <Forwards forwards={instruction.forwards} mayAnswer={instruction.acts.includes("answer")} />
          {closing && (
            <section className="border-b border-line-2 py-4 text-green">
              <h2 className="font-bold">{say("closed")}</h2>
              <p className="whitespace-pre-wrap">{closing}</p>
              {closedAt && <p className="text-ink-3">{formatMoment(closedAt, locale, { record: true })}</p>}
            </section>
          )}
        </div>
        <section className="min-w-0 max-lg:pt-8" aria-label={say("on")}>
          <h2 className="flex flex-wrap items-baseline gap-x-4 border-b border-ink-3 pb-2 font-bold">
            {say("on")}
            {instruction.mayReadIssue ? (
              <Link prefetch={false} href={`/reading/${issue.id}#instruction-${id}`} className="texttool font-normal">
                {issueName}
              </Link>
            ) : (
              <span className="font-normal">{issueName}</span>
            )}
          </h2>
          {entry ? (
            <>
              <Headline lines={entry.headline} className="my-3 text-center text-lead" />
              <Blocks blocks={entry.blocks} />
            </>
          ) : (
            <p className="py-3 text-ink-2">{say(issue.state === "recalled" ? "recalled" : "wholeIssue")}</p>
          )}
        </section>
      </div>
    </main>
  );
}
