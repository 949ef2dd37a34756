import { unstable_rethrow } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ZodError, ZodType, z } from "zod";
import type { Actor } from "./actor";
import { isTooMuch } from "./amount";
import { sayBegun } from "./answers";
import { formatMoment } from "./dates";
import { formValue } from "./form";
import { log } from "./log";
import { Refusal, type Stale } from "./refusal";
import { recordRefusal } from "./refused";
import { currentActor, signedIn } from "./session";

/** What a form shows afterwards. `fields` are sentences beside the fields of those names. */
export type Outcome<T = unknown> = { ok: true; value: T } | Refused;
type Refused = { ok: false; sentence: string; fields: Record<string, string>; stale?: Stale; isSignedOut?: true };

/**
 * The one way to write: the act by name (for the record), who acts, what was sent, the domain function, and a refusal as a sentence.
 * Serves both `useActionState` (previous outcome, FormData) and a direct call with a plain value.
 */
export function action<S extends ZodType, T>(
  act: string,
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<T>,
  /** For what is due before all work: a new password, a second step. */
  { isDueFirst = false } = {},
) {
  return async (...sent: unknown[]): Promise<Outcome<T>> => {
    sayBegun();
    const actor = isDueFirst ? ((await signedIn())?.actor ?? null) : await currentActor();
    if (!actor) {
      const refusal = new Refusal("signedOut");
      await recordRefusal(null, refusal, { act });
      return { ...(await asOutcome(refusal)), isSignedOut: true };
    }
    const parsed = schema.safeParse(plain(sent.at(-1)));
    if (!parsed.success) return asFieldOutcome(parsed.error);
    try {
      return { ok: true, value: await run(actor, parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      if (!(error instanceof Refusal)) {
        log.error({ error }, "an act failed");
        throw error;
      }
      if (error.isOfRight) await recordRefusal(actor, error, { act, ...idsOf(parsed.data) });
      return asOutcome(error);
    }
  };
}

/**
 * As `action`, for the acts that nobody is signed in for: setting up an empty installation, using a link. A code or a
 * link that is tried in vain stands in the record.
 */
export function openAction<S extends ZodType, T>(act: string, schema: S, run: (input: z.output<S>) => Promise<T>) {
  return async (...sent: unknown[]): Promise<Outcome<T>> => {
    sayBegun();
    const parsed = schema.safeParse(plain(sent.at(-1)));
    if (!parsed.success) return asFieldOutcome(parsed.error);
    try {
      return { ok: true, value: await run(parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      if (!(error instanceof Refusal)) throw error;
      if (isTried(error)) await recordRefusal(null, error, { act });
      return asOutcome(error);
    }
  };
}

/** A code or a link that does not open; what a person should write otherwise, such as a longer password, is none. */
const isTried = ({ key, field }: Refusal) => field === undefined || key === "setupCode";

/** What a refused act was about, as far as its input names it. */
function idsOf(input: unknown): Record<string, string> {
  if (input === null || typeof input !== "object") return {};
  return Object.fromEntries(
    Object.entries(input).filter(
      (each): each is [string, string] => /^id$|Id$/.test(each[0]) && typeof each[1] === "string",
    ),
  );
}

/** What was sent, of a form its value; null, which no schema takes, for more than anybody has to send. */
function plain(sent: unknown): unknown {
  if (sent instanceof FormData) return formValue(sent);
  return isTooMuch(sent) ? null : sent;
}

/** A refusal in words. */
export async function asOutcome(refusal: Refusal): Promise<Refused> {
  const [say, locale] = await Promise.all([getTranslations("refusals"), getLocale()]);
  const at = refusal.stale && { at: formatMoment(new Date(refusal.stale.at), locale) };
  const sentence = say(refusal.key as never, { ...refusal.values, ...at } as never);
  return { ok: false, sentence, fields: refusal.field ? { [refusal.field]: sentence } : {}, stale: refusal.stale };
}

/** Sentences beside the fields of one form: more are read by nobody, and each takes its time. */
const mostSentences = 20;

/**
 * What was sent in words: schemas name a refusal in `params` (bulletin/text/fields.ts); what zod itself says is
 * never shown. What is wrong with the whole of it, and with no one field, is the sentence of the form.
 */
export async function asFieldOutcome(error: ZodError): Promise<Refused> {
  const say = await getTranslations("refusals");
  const fields: Record<string, string> = {};
  let whole: string | undefined;
  let told = 0;
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    if (field ? Object.hasOwn(fields, field) : whole) continue;
    if (++told > mostSentences) break;
    const params = issue.code === "custom" ? issue.params : undefined;
    const sentence = say((params?.key ?? "malformed") as never, (params?.values ?? {}) as never);
    if (field) fields[field] = sentence;
    else whole = sentence;
  }
  return { ok: false, sentence: whole ?? Object.values(fields)[0] ?? say("malformed"), fields };
}
