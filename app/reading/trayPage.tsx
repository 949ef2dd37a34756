import { topBarOf } from "@/app/(work)/topBarOf";
import { fixed, type Piece } from "@/app/document/pieces";
import type { Shown } from "@/app/document/shell";
import { isPlainReader, placesOf } from "@/bulletin/places";
import { recallsToConfirm } from "@/bulletin/post/notices";
import { carryingOurs, readSince, type TrayFilter, tray } from "@/bulletin/post/reading";
import { firstTray } from "@/bulletin/post/trays";
import { Empty } from "@/components/Empty";
import { issueCard } from "@/components/IssueCard";
import { type Html, html, markup } from "@/components/markup";
import type { Actor } from "@/lib/actor";
import { contrastChosen } from "@/lib/contrast";
import { momentOf, today } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { forbidden } from "@/lib/refusal";
import { sayIn } from "@/lib/say";
import { RecallCard } from "./RecallCard";
import { Title, Top, Trays } from "./trayParts";

type Asked = { actor: Actor; locale: Language; filter: TrayFilter };

/** What is new, one large card each; what was read, below. A deputy changes trays at the top. */
export async function trayPage({ actor, locale, filter }: Asked): Promise<Shown> {
  if (!placesOf(actor).includes("reading")) throw forbidden();
  const accountId = filter.of ?? firstTray(actor);
  const [bar, mine, ours, readToday, recalls, contrast] = await Promise.all([
    topBarOf(actor, locale),
    tray(actor, filter),
    carryingOurs(actor),
    accountId ? readSince(accountId, momentOf(today(), "00:00")) : 0,
    recallsToConfirm(actor),
    contrastChosen(),
  ]);
  const within = accountId !== null && accountId !== actor.id ? `?of=${accountId}` : "";
  const say = sayIn(locale, "reading");
  const pieces: Piece[] = [
    markup(<Top actor={actor} locale={locale} {...bar} />),
    html`<main data-part="list" data-listens class="grow">`,
    markup(<Title {...{ actor, locale }} unread={accountId && `${mine.unread.length}${mine.more ? "+" : ""}`} />),
    html`<div class="mx-auto max-w-[880px] px-8 py-4 max-sm:px-4">`,
    markup(<Trays actor={actor} locale={locale} accountId={accountId} />),
    recalls.length ? markup(<Recalls recalls={recalls} locale={locale} />) : html``,
    ...(accountId && !filter.before ? fresh(locale, { ...mine, within, readToday }) : []),
    ...(mine.read.length ? past(locale, { ...mine, within, of: filter.of }) : []),
    ...(ours.length ? [html`<section>`, heading(say("ours")), list(locale, plain(ours)), html`</section>`] : []),
    !accountId && !ours.length ? markup(<Empty title={say("noneOurs")} fact={say("noneOursFact")} />) : html``,
    html`</div></main>`,
  ];
  const look = `flex min-h-dvh flex-col max-sm:pb-28 ${isPlainReader(actor) ? "text-lead" : ""}`;
  return { title: sayIn(locale, "nav")("reading"), look, contrast, pieces };
}

type Mine = Awaited<ReturnType<typeof tray>>;

function fresh(locale: Language, given: Mine & { within: string; readToday: number }): Piece[] {
  const { unread, more, within, readToday } = given;
  const say = sayIn(locale, "reading");
  const read = readToday ? say("readToday", { count: readToday }) : say("nothingYet");
  if (!unread.length) return [markup(<Empty title={say("nothingNew")} fact={read} />)];
  return [
    list(locale, { cards: unread, within, look: "large", line: "border-line-2", name: say("waitingToday") }),
    more ? html`<p class="py-3 text-ink-2">${{ text: say("moreUnread") }}</p>` : html``,
    readToday > 0 ? html`<p class="py-4 text-lead text-ink-3">${{ text: read }}</p>` : html``,
  ];
}

function past(locale: Language, { read, next, within, of }: Mine & { within: string; of: string | null }): Piece[] {
  const say = sayIn(locale, "reading");
  const older = { text: `/reading?${new URLSearchParams({ ...(within && of && { of }), before: next ?? "" })}` };
  const more = html`<a href="${older}" class="texttool inline-flex min-h-11 items-center">${{ text: say("earlier") }}</a>`;
  return [
    ...[html`<section id="read">`, heading(say("past"))],
    list(locale, { cards: read, within, look: "plain", line: "border-line" }),
    ...[next ? more : html``, html`</section>`],
  ];
}

function heading(words: string): Html {
  return html`<h2 class="border-b border-line-2 pt-8 pb-2 font-bold">${{ text: words }}</h2>`;
}

type Card = Mine["unread"][number];
type List = {
  cards: (Pick<Card, "issue"> & { deliveredAt?: Date; distributedAt?: Date | null })[];
  within?: string;
  look: "large" | "plain";
  line: string;
  name?: string;
};

function plain(cards: Awaited<ReturnType<typeof carryingOurs>>): List {
  return { cards, look: "plain", line: "border-line" };
}

/** Made once for as long as it is the same: most who open their tray open it again. */
function list(locale: Language, { cards, within = "", look, line, name }: List): Piece {
  const items = cards.map(({ issue, deliveredAt, distributedAt }) => {
    const at = deliveredAt ?? distributedAt ?? null;
    const card = issueCard(locale, { issue, at, href: `/reading/${issue.id}${within}`, look });
    return html`<li class="border-b ${{ text: line }}">${card}</li>`;
  });
  const label = name ? html` aria-label="${{ text: name }}"` : html``;
  return fixed(html`<ul${label}>${items}</ul>`);
}

type RecallsProps = { recalls: Awaited<ReturnType<typeof recallsToConfirm>>; locale: Language };

function Recalls({ recalls, locale }: RecallsProps) {
  return (
    <ul aria-label={sayIn(locale, "reading")("toConfirm")}>
      {recalls.map((notice) => (
        <li key={notice.id} className="border-b border-line-2">
          <RecallCard notice={notice} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
