import { Empty } from "@/components/Empty";
import { html, markup } from "@/components/markup";
import type { Actor } from "@/lib/actor";
import { isNonsense } from "@/lib/db";
import { hindrances } from "@/lib/hindrance";
import { currentLanguage } from "@/lib/language";
import type { Language } from "@/lib/languages";
import { log } from "@/lib/log";
import { missing, Refusal } from "@/lib/refusal";
import { sayIn } from "@/lib/say";
import { signedIn } from "@/lib/session";
import { recordSightRefusal } from "@/lib/sightRefused";
import { PlainButton } from "./PlainLink";
import { documentOf, type Shown } from "./shell";

type Given = { actor: Actor; locale: Language };

/**
 * A page that is a whole document. A visitor is led to the sign-in page; what a person may not see is not there for
 * them (404, and a line in the record). Where something fails that nobody foresaw, the page says so and looks for
 * what hinders the server itself.
 */
export async function showing(request: Request, run: (given: Given) => Promise<Shown | Response>): Promise<Response> {
  // A page of Next asks for its kind of data first; told that there is none, it opens the address.
  if (request.headers.has("rsc")) return new Response(null, { headers: { "content-type": "text/html" } });
  const locale = await currentLanguage();
  let actor: Actor | null = null;
  try {
    const found = await signedIn();
    if (!found || found.due) return to(found ? "/account/due" : "/sign-in");
    actor = found.actor;
    const shown = await run({ actor, locale });
    return shown instanceof Response ? shown : await documentOf(locale, shown);
  } catch (error) {
    const refusal = isNonsense(error) ? missing() : error;
    if (refusal instanceof Refusal) {
      if (refusal.isOfRight) await recordSightRefusal(actor, refusal);
      return documentOf(locale, absent(locale));
    }
    log.error({ error }, "a page failed");
    return documentOf(locale, failed(locale));
  }
}

/** Where the person finds what they asked for, or what is due before it. */
export function to(address: string, status: 303 | 307 = 307): Response {
  return new Response(null, { status, headers: { location: address, "cache-control": "private, no-store" } });
}

/** Not there, or not for this person: the same words for both (app/not-found.tsx). */
function absent(locale: Language): Shown {
  const say = sayIn(locale, "notFound");
  const home = <PlainButton href="/">{say("home")}</PlainButton>;
  const empty = markup(<Empty title={say("title")} fact={say("fact")} act={home} />);
  return {
    ...{ title: "", look: "", status: 404 },
    pieces: [
      html`<main class="grid min-h-[70vh] place-content-center"><h1 class="sr-only">${{ text: say("title") }}</h1>${empty}</main>`,
    ],
  };
}

/** As app/error.tsx: the scripts ask what hinders the server, say that, and open the page once it can work. */
export function failed(locale: Language): Shown {
  const say = sayIn(locale, "error");
  const again = <PlainButton href="">{say("again")}</PlainButton>;
  const plain = markup(<Empty title={say("title")} fact={say("fact", { code: "" })} act={again} />);
  const hindered = hindrances.map((each) => {
    const words = markup(
      <Empty title={say(`hindered.${each}.title`)} fact={say(`hindered.${each}.fact`)} act={again} />,
    );
    return html`<div data-hindrance="${{ text: each }}" hidden>${words}</div>`;
  });
  return {
    ...{ title: say("title"), look: "", status: 500 },
    pieces: [
      html`<main class="grid min-h-[70vh] place-content-center"><h1 class="sr-only">${{ text: say("title") }}</h1><div role="status" data-failed><div data-hindrance="none">${plain}</div>${hindered}</div></main>`,
    ],
  };
}
