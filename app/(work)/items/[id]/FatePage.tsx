import { getLocale, getTranslations } from "next-intl/server";
import type { fateOf } from "@/bulletin/intake/fate";
import { titleOf } from "@/bulletin/text/plain";
import { isWritable } from "@/bulletin/workflow";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { Blocks } from "@/components/Blocks";
import { LinkButton } from "@/components/Button";
import { DifferenceView } from "@/components/DifferenceView";
import { TextArea } from "@/components/Field";
import { Headline } from "@/components/Headline";
import { PageBar } from "@/components/PageBar";
import { ItemSign } from "@/components/StateSign";
import { formatDay } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { discardAction, officeReturnAction, officeSignOffAction, withdrawAction } from "../actions";
import { History } from "./History";
import { Printing } from "./Printing";
import { Relays } from "./Relays";
import { ReleasedInstructions } from "./ReleasedInstructions";

export type Fate = Awaited<ReturnType<typeof fateOf>>;

/** Where an item is, the whole way it went, and what was made of it. */
export async function FatePage({ fate }: { fate: Fate }) {
  const [say, merging, locale] = await Promise.all([getTranslations("fate"), getTranslations("merging"), getLocale()]);
  const { item, officials, printings, isOwn } = fate;
  const printed = printings.filter(({ isOut }) => isOut);
  return (
    <main className="flex grow flex-col">
      <PageBar
        back={
          isOwn ? { href: "/items", label: say("back") } : { href: `/desk?item=${item.id}`, label: say("backToDesk") }
        }
        acts={<Acts fate={fate} />}
      >
        <div>
          <h1 className="headline text-title">{titleOf(item) || say("untitled")}</h1>
          <p className="flex flex-wrap gap-x-4 text-ink-3">
            <span>{say(`kinds.${item.kind}`)}</span>
            <span>{say("by", { office: item.office.shortName, name: item.author.name })}</span>
            {item.date && <span>{formatDay(item.date, locale)}</span>}
            {item.place && <span>{item.place}</span>}
          </p>
        </div>
      </PageBar>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line-2 bg-sunk px-8 py-3 max-sm:px-4">
        <ItemSign state={item.state} submissions={item.submissions} />
        {printings.map((printing) => (
          <Printing key={printing.entryId} printing={printing} isOwn={isOwn} />
        ))}
        <Relays fate={fate} />
        {!printings.length && <span className="text-ink-2">{say(`where.${item.state}`)}</span>}
      </div>
      <div className="grid grow lg:grid-cols-[288px_minmax(0,1fr)]">
        <History fate={fate} />
        <div className="grid min-w-0 content-start gap-8 px-8 py-5 max-lg:order-first max-sm:px-4">
          <ReleasedInstructions all={fate.instructions} />
          {printed.map(
            ({ entryId, difference, issue, reasons }) =>
              difference && (
                <section key={entryId}>
                  <h2 className="flex flex-wrap items-baseline gap-4 border-b border-ink-3 pb-2 font-bold">
                    {say("sentAndPrinted", { publication: issue.publication.name, number: issue.number ?? 0 })}
                    <del className="font-normal text-ink-3 decoration-ochre decoration-2">{say("deleted")}</del>
                    <ins className="text-green decoration-2 underline-offset-4">{say("added")}</ins>
                  </h2>
                  {difference.changes ? (
                    <DifferenceView difference={difference} />
                  ) : (
                    <p className="py-3">{say("printedAsSent")}</p>
                  )}
                  {reasons.map(({ version, reason, byName, act, office }) => (
                    <p key={version}>
                      <b>{say("reasonBy", { name: byName })}</b>
                      {act === "merge" || act === "unmerge" ? merging(`revisions.${act}`, { office }) : reason}
                    </p>
                  ))}
                </section>
              ),
          )}
          {fate.resubmission && (
            <section>
              <h2 className="border-b border-ink-3 pb-2 font-bold">{say("resubmitted")}</h2>
              <DifferenceView difference={fate.resubmission} />
            </section>
          )}
          <section>
            <h2 className="mb-4 border-b border-ink-3 pb-2 font-bold">
              {printed.length ? say("sentText") : say("text")}
            </h2>
            <Headline lines={item.headline} className="mb-3 text-center text-title" />
            <div className="mx-auto max-w-[42em] text-edit">
              <Blocks blocks={item.blocks} />
            </div>
            <dl className="mt-6 grid grid-cols-[6em_1fr] gap-y-1 border-t border-line pt-3">
              {officials.length > 0 && (
                <Fact name={say("officials")}>
                  {listed(
                    officials.map(({ name, title }) => `${title}${name}`),
                    locale,
                  )}
                </Fact>
              )}
              {item.publication && (
                <Fact name={say("to")}>{[item.publication.name, item.section?.title].filter(Boolean).join("　")}</Fact>
              )}
              {item.note && <Fact name={say("note")}>{item.note}</Fact>}
              {item.attachments.length > 0 && (
                <Fact name={say("attachments")}>
                  {item.attachments.map(({ id, name }) => (
                    <a key={id} href={`/attachments/${id}`} className="texttool mr-4 inline-flex min-h-11 items-center">
                      {name}
                    </a>
                  ))}
                </Fact>
              )}
            </dl>
          </section>
        </div>
      </div>
    </main>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

async function Acts({ fate: { item, acts, isOwn } }: { fate: Fate }) {
  const say = await getTranslations("acts.item");
  const fate = await getTranslations("fate");
  const seen = { id: item.id, version: item.version };
  const title = titleOf(item, 16);
  return (
    <>
      {isOwn && isWritable(item.state) && acts.includes("submit") && (
        <LinkButton href={`/items/${item.id}`}>{fate("write")}</LinkButton>
      )}
      {isOwn && acts.includes("submit") && !item.submissions && item.state !== "returned" && (
        <ActDialog
          verb={fate("discard")}
          title={fate("discardTitle", { title })}
          action={discardAction as never}
          hidden={{ id: item.id }}
        >
          <p>{fate("discardFact")}</p>
        </ActDialog>
      )}
      {acts.includes("withdraw") && (
        <ActDialog
          verb={say("withdraw")}
          title={fate("withdrawTitle", { title })}
          action={withdrawAction as never}
          hidden={{ id: item.id }}
        >
          <p>{fate("withdrawFact")}</p>
        </ActDialog>
      )}
      {acts.includes("officeReturn") && (
        <ActDialog
          verb={say("officeReturn")}
          title={fate("returnTitle", { title })}
          action={officeReturnAction as never}
          hidden={seen}
        >
          <TextArea name="words" label={fate("returnWords")} required />
        </ActDialog>
      )}
      {acts.includes("officeSignOff") && (
        <ActForm action={officeSignOffAction as never} hidden={seen} submit={say("officeSignOff")} tone="primary" />
      )}
    </>
  );
}
