import { type Html, html } from "@/components/markup";
import type { Outcome } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { readForm } from "@/lib/form";
import { currentLanguage } from "@/lib/language";
import type { Language } from "@/lib/languages";
import { isSameOrigin } from "@/lib/origin";
import { Refusal } from "@/lib/refusal";
import { sayIn } from "@/lib/say";
import { currentActor } from "@/lib/session";
import { recordSightRefusal } from "@/lib/sightRefused";
import { documentOf, type Shown } from "./shell";
import { failed, to } from "./showing";

/** An act as lib/action.ts makes them, or one that concerns the browser alone. */
type Act = (data: FormData) => Promise<Outcome>;

/** The form of an act again, with what was written in it; `actor`: null for a visitor, and where nothing can be asked. */
type Again = (given: { actor: Actor | null; data: FormData; locale: Language }) => Promise<Html>;

/**
 * What the forms of a document send to its address, the act by its name (`act`). The scripts are told what became
 * of it; without scripts the browser is led back to `back`, or reads the sentence of the refusal, with the form
 * again where something is written in it.
 */
export async function acting(
  request: Request,
  acts: Record<string, Act>,
  back: string,
  agains: Record<string, Again> = {},
): Promise<Response> {
  if (!isSameOrigin(request)) {
    await recordSightRefusal(await currentActor(), new Refusal("crossSite"));
    return new Response(null, { status: 404 });
  }
  const data = await readForm(request);
  const name = String(data?.get("act"));
  data?.delete("act");
  const act = data && Object.hasOwn(acts, name) ? acts[name] : undefined;
  const again = act && Object.hasOwn(agains, name) ? agains[name] : undefined;
  try {
    const outcome = data && act ? await act(data) : await malformed();
    if (isOfScripts(request)) return Response.json(outcome, { headers: { "cache-control": "private, no-store" } });
    if (outcome.ok) return to(back, 303);
    return await refused(outcome.sentence, back, act && { data, again });
  } catch (error) {
    // Logged by the wrapper of the act. Scripts say themselves that nothing was sent.
    if (isOfScripts(request)) throw error;
    return await broken(data, again);
  }
}

function isOfScripts(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}

async function malformed(): Promise<Outcome> {
  return { ok: false, sentence: sayIn(await currentLanguage(), "refusals")("malformed"), fields: {} };
}

type Sent = { data: FormData | null; again?: Again };

/** Who is signed out meanwhile is led to the entrance, beside this page where there is something on it to be kept. */
async function refused(sentence: string, back: string, sent?: Sent): Promise<Response> {
  const [locale, actor] = [await currentLanguage(), await currentActor()];
  const say = sayIn(locale, "error");
  const form = sent?.data && sent.again ? await sent.again({ actor, data: sent.data, locale }) : null;
  if (!sent || actor) return documentOf(locale, told(sentence, form, link(back, say("back"))));
  const entrance = link("/sign-in", say("signIn"), form ? html` target="_blank" rel="noopener"` : html``);
  return documentOf(locale, told(form ? sentence : say("signedOut"), form, entrance));
}

/** What nobody foresaw; what was written is not lost over it. */
async function broken(data: FormData | null, again?: Again): Promise<Response> {
  const locale = await currentLanguage();
  if (!data || !again) return documentOf(locale, failed(locale));
  const form = await again({ actor: null, data, locale });
  return documentOf(locale, { ...told(sayIn(locale, "error")("notDone"), form, html``), status: 500 });
}

function link(href: string, words: string, more = html``): Html {
  return html`<a href="${{ text: href }}"${more} class="texttool inline-flex min-h-11 items-center">${{ text: words }}</a>`;
}

function told(sentence: string, form: Html | null, way: Html): Shown {
  const head = html`<h1 class="text-lead">${{ text: sentence }}</h1>${way}`;
  const main = form
    ? html`<main class="mx-auto grid w-full max-w-[760px] justify-items-start gap-4 px-7 py-10 text-lead">${head}<div class="w-full">${form}</div></main>`
    : html`<main class="grid min-h-[70vh] place-content-center justify-items-center gap-4 px-6 text-center">${head}</main>`;
  return { title: sentence, look: "", status: 422, pieces: [main] };
}
