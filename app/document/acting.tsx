import { html } from "@/components/markup";
import type { Outcome } from "@/lib/action";
import { currentLanguage } from "@/lib/language";
import { isSameOrigin } from "@/lib/origin";
import { Refusal } from "@/lib/refusal";
import { sayIn } from "@/lib/say";
import { currentActor } from "@/lib/session";
import { recordSightRefusal } from "@/lib/sightRefused";
import { documentOf, type Shown } from "./shell";
import { failed, to } from "./showing";

/** An act as lib/action.ts makes them, or one that concerns the browser alone. */
type Act = (data: FormData) => Promise<Outcome>;

/**
 * What the forms of a document send to its address, the act by its name (`act`). The scripts are told what became
 * of it; without scripts the browser is led back to `back`, or reads the sentence of the refusal.
 */
export async function acting(request: Request, acts: Record<string, Act>, back: string): Promise<Response> {
  if (!isSameOrigin(request)) {
    await recordSightRefusal(await currentActor(), new Refusal("crossSite"));
    return new Response(null, { status: 404 });
  }
  const data = await formOf(request);
  const name = String(data?.get("act"));
  data?.delete("act");
  try {
    const outcome = data && Object.hasOwn(acts, name) ? await acts[name]?.(data) : undefined;
    return await answer(request, outcome ?? (await malformed()), back);
  } catch (error) {
    // Logged by the wrapper of the act. Scripts say themselves that nothing was sent.
    if (isOfScripts(request)) throw error;
    return documentOf(await currentLanguage(), failed(await currentLanguage()));
  }
}

function isOfScripts(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}

async function answer(request: Request, outcome: Outcome, back: string): Promise<Response> {
  if (isOfScripts(request)) return Response.json(outcome, { headers: { "cache-control": "private, no-store" } });
  if (outcome.ok) return to(back, 303);
  const locale = await currentLanguage();
  return documentOf(locale, refused(outcome.sentence, back, sayIn(locale, "error")("back")));
}

async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    // Not a form, or one that broke off: it is refused like any other nonsense.
    return null;
  }
}

async function malformed(): Promise<Outcome> {
  return { ok: false, sentence: sayIn(await currentLanguage(), "refusals")("malformed"), fields: {} };
}

function refused(sentence: string, back: string, words: string): Shown {
  return {
    ...{ title: sentence, look: "", status: 422 },
    pieces: [
      html`<main class="grid min-h-[70vh] place-content-center justify-items-center gap-4 px-6 text-center"><h1 class="text-lead">${{ text: sentence }}</h1><a href="${{ text: back }}" class="texttool inline-flex min-h-11 items-center">${{ text: words }}</a></main>`,
    ],
  };
}
