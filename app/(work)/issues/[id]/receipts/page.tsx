import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { board } from "@/bulletin/desk/board";
import { has } from "@/bulletin/policy";
import { receiptsFilter, receiptsOf } from "@/bulletin/post/receipts";
import { confirmationsOf } from "@/bulletin/press/recall";
import { ActForm } from "@/components/ActForm";
import { LinkButton } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { listed } from "@/lib/listed";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { remindAction } from "../../actions";
import { IssueName } from "../../IssueName";
import { Live } from "../Live";
import { Confirmations } from "./Confirmations";
import { PaperCopies } from "./PaperCopies";
import { ReceiptsTable } from "./ReceiptsTable";
import { ReceiptsViews } from "./ReceiptsViews";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipts"))("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

/** Who has it, who has opened it, who has acknowledged it; what is carried by hand; one act reminds the rest. */
export default async function ReceiptsPage({ params, searchParams }: Props) {
  const [actor, { id }, say, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("receipts"),
    getLocale(),
  ]);
  const filter = receiptsFilter.parse(await searchParams);
  const [issue, receipts] = await Promise.all([seen(board(actor, id)), seen(receiptsOf(actor, id, filter))]);
  const { sums, deliveries, paper, unreached, pages, state } = receipts;
  const mayAct = has(actor, "editor", "signer");
  const asked = state === "recalled" ? await confirmationsOf(actor, id) : null;
  const href = (page: number) =>
    `/issues/${id}/receipts?${new URLSearchParams({ view: filter.view, name: filter.name, page: String(page) })}`;
  return (
    <main className="grow">
      <Live issueId={id} />
      <PageBar
        back={{ href: `/issues/${id}`, label: say("back") }}
        acts={
          <>
            <LinkButton href={`/issues/${id}/signing-sheet`}>{say("sheet")}</LinkButton>
            {mayAct && state === "distributed" && sums.acknowledged < sums.all && (
              <ActForm action={remindAction as never} hidden={{ id }} submit={say("remind")} tone="primary" />
            )}
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <IssueName issue={issue} />
        <span className="text-ink-2">
          {say("sum", { deliveries: sums.all, opened: sums.opened, acknowledged: sums.acknowledged })}
        </span>
      </PageBar>
      <div className="grid gap-8 px-8 py-4 max-sm:px-4">
        {unreached.length > 0 && (
          <Notice kind="warning">{say("unreached", { labels: listed(unreached, locale) })}</Notice>
        )}
        {asked && asked.count > 0 && <Confirmations asked={asked} />}
        <section>
          <ReceiptsViews issueId={id} filter={filter} sums={sums} />
          <ReceiptsTable deliveries={deliveries} isWhole={sums.all === 0} />
          <Pager page={filter.page} pages={pages} href={href} />
        </section>
        {paper.length > 0 && <PaperCopies copies={paper} mayTick={mayAct} />}
      </div>
    </main>
  );
}
