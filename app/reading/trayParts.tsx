import { NavList } from "@/app/(work)/NavList";
import { TopBarView } from "@/app/(work)/TopBarView";
import type { topBarOf } from "@/app/(work)/topBarOf";
import { PlainLink } from "@/app/document/PlainLink";
import { SearchLink } from "@/app/document/SearchLink";
import { maySearch, principalsOf, traysOf } from "@/bulletin/policy";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Tabs } from "@/components/Tabs";
import type { Actor } from "@/lib/actor";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

type Who = { actor: Actor; locale: Language };

/** The bar of all pages of work (app/(work)/TopBar.tsx). */
export function Top({ actor, locale, links, notices }: Who & Awaited<ReturnType<typeof topBarOf>>) {
  const name = sayIn(locale, "nav")("name");
  return (
    <TopBarView
      {...{ actor, locale, notices }}
      link={PlainLink}
      places={<NavList links={links} name={name} path="/reading" link={PlainLink} />}
      search={maySearch(actor) && <SearchLink accountId={actor.id} locale={locale} />}
    />
  );
}

/** `unread`: how many wait, null where the person has no tray. */
export function Title({ actor, locale, unread }: Who & { unread: string | null }) {
  const say = sayIn(locale, "reading");
  const deputies = (
    <a href="/deputies" className="texttool inline-flex min-h-11 items-center">
      {say("deputies")}
    </a>
  );
  return (
    <PageBar acts={traysOf(actor).includes(actor.id) && deputies}>
      <PageTitle>{say("title")}</PageTitle>
      {unread !== null && <span className="text-lead text-ink-2">{say("unread", { count: unread })}</span>}
    </PageBar>
  );
}

/** Whose trays the person opens, and whose it is in whose place they do. */
export function Trays({ actor, locale, accountId }: Who & { accountId: string | null }) {
  const say = sayIn(locale, "reading");
  const trays = traysOf(actor);
  const nameOf = (id: string) => principalsOf(actor).find((each) => each.id === id)?.name;
  const isAnothers = accountId !== null && accountId !== actor.id;
  return (
    <>
      {trays.length > 1 && (
        <Tabs
          name={say("whose")}
          link={PlainLink}
          tabs={trays.map((id) => ({
            href: id === actor.id ? "/reading" : `/reading?of=${id}`,
            label: nameOf(id) ?? say("mine"),
            current: id === accountId,
          }))}
        />
      )}
      {isAnothers && <p className="py-3 text-ink-2">{say("inPlaceOf", { name: nameOf(accountId) ?? "" })}</p>}
    </>
  );
}
