import { getTranslations } from "next-intl/server";
import type { ZodType, z } from "zod";
import { asFieldOutcome, asOutcome } from "./action";
import type { Actor } from "./actor";
import { isTooMuch } from "./amount";
import { scan } from "./clamd";
import { isNonsense } from "./db";
import { dispositionOf } from "./disposition";
import { readForm } from "./form";
import { log } from "./log";
import { isSameOrigin } from "./origin";
import { missing, Refusal } from "./refusal";
import { recordRefusal } from "./refused";
import { currentActor } from "./session";
import { recordSightRefusal } from "./sightRefused";

const closed = { "cache-control": "private, no-store" };

/**
 * A route handler that reads: what a person may not see, and anything for nobody, answers 404; what is
 * refused for another reason answers 422 with its sentence.
 */
export async function reading(run: (actor: Actor) => Promise<Response>): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return notThere(null, new Refusal("signedOut"));
  try {
    return await run(actor);
  } catch (error) {
    if (isNonsense(error)) return notThere(actor, missing());
    if (!(error instanceof Refusal)) throw error;
    if (error.isTrespass) return notThere(actor, error);
    if (error.isOfRight) await recordSightRefusal(actor, error);
    const { sentence } = await asOutcome(error);
    return new Response(sentence, { status: 422, headers: { ...closed, "content-type": "text/plain; charset=utf-8" } });
  }
}

async function notThere(actor: Actor | null, refusal: Refusal): Promise<Response> {
  await recordSightRefusal(actor, refusal);
  return new Response(null, { status: 404, headers: closed });
}

/** A route handler that hands a file over under its name; `inline` shows it in the browser. */
export async function downloading(
  request: Request,
  run: (actor: Actor) => Promise<{ bytes: Uint8Array; name: string; type: string }>,
  inline = false,
): Promise<Response> {
  // A link checker asks for the head alone: nothing leaves, and nothing is to be recorded.
  if (request.method === "HEAD") return new Response(null, { status: 405, headers: closed });
  return reading(async (actor) => {
    const { bytes, name, type } = await run(actor);
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...closed,
        "content-type": type,
        "content-disposition": dispositionOf(name, inline ? "inline" : "attachment"),
        "x-content-type-options": "nosniff",
      },
    });
  });
}

/**
 * A route handler that answers a question too long for an address; it reads, and writes nothing. What
 * is refused answers 422 with its sentence. `may`: the right, as far as it can be asked before the question is read.
 */
export async function asking<S extends ZodType>(
  request: Request,
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<object>,
  may: (actor: Actor) => void = () => {},
): Promise<Response> {
  if (!isSameOrigin(request)) return notThere(await currentActor(), new Refusal("crossSite"));
  return reading(async (actor) => {
    may(actor);
    const parsed = schema.safeParse(await jsonOf(request));
    if (!parsed.success) return Response.json(await asFieldOutcome(parsed.error), { status: 422, headers: closed });
    try {
      return Response.json(await run(actor, parsed.data), { headers: closed });
    } catch (error) {
      if (!(error instanceof Refusal) || error.isTrespass) throw error;
      if (error.isOfRight) await recordSightRefusal(actor, error);
      return Response.json(await asOutcome(error), { status: 422, headers: closed });
    }
  });
}

async function jsonOf(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > 2 * 1024 * 1024) return null;
  try {
    const sent: unknown = await request.json();
    return isTooMuch(sent) ? null : sent;
  } catch {
    // Not JSON, or broken off: the schema refuses it like any other nonsense, and like what is too much.
    return null;
  }
}

/** A route handler that takes a file: a refusal is a sentence, one of a right a line in the record as well. */
export async function taking(
  act: string,
  request: Request,
  run: (actor: Actor, data: FormData) => Promise<object>,
): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !isSameOrigin(request)) return notThere(actor, new Refusal(actor ? "crossSite" : "signedOut"));
  const say = await getTranslations("refusals");
  try {
    return Response.json(await run(actor, await formOf(request)), { headers: closed });
  } catch (thrown) {
    const error = isNonsense(thrown) ? missing() : thrown;
    if (!(error instanceof Refusal)) {
      log.error({ error }, "taking a file failed");
      throw error;
    }
    if (error.isOfRight) await recordRefusal(actor, error, { act });
    const sentence = say(error.key as never, error.values as never);
    return Response.json({ sentence }, { status: error.isTrespass ? 404 : 422, headers: closed });
  }
}

/** A file of a form as bytes, looked at by the scanner where there is one; anything else in its place is refused. */
export async function fileOf(data: FormData, name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const file = data.get(name);
  if (!(file instanceof File)) throw new Refusal("malformed", { field: name });
  const bytes = new Uint8Array(await file.arrayBuffer());
  await scan(bytes);
  return { name: file.name, bytes };
}

async function formOf(request: Request): Promise<FormData> {
  // Without a length nobody knows when it ends; a browser's form always has one.
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (length > 30 * 1024 * 1024) throw new Refusal("fileTooLarge", { values: { max: 25 } });
  const form = await readForm(request);
  if (!form) throw new Refusal("malformed");
  return form;
}

/**
 * A route handler that takes a file in which there may be many, and tells what became of each as soon as
 * it is known: a line of JSON each. Ends with the sender's going away. What is refused before the first line
 * answers like `taking`.
 */
export async function takingEach(
  act: string,
  request: Request,
  run: (actor: Actor, data: FormData) => AsyncIterable<object>,
): Promise<Response> {
  let lines: AsyncIterator<object> | null = null;
  let first: IteratorResult<object> | null = null;
  const refused = await taking(act, request, async (actor, data) => {
    lines = run(actor, data)[Symbol.asyncIterator]();
    first = await lines.next();
    return {};
  });
  if (!refused.ok || !lines || !first) return refused;
  // Now, not later: the language is in the request, and a stream is read when the request is over.
  const say = await getTranslations("refusals");
  return new Response(streamOf(lines, first, say, request.signal), {
    headers: { ...closed, "content-type": "application/x-ndjson; charset=utf-8", "x-accel-buffering": "no" },
  });
}

type Say = Awaited<ReturnType<typeof getTranslations<"refusals">>>;

function streamOf(
  lines: AsyncIterator<object>,
  first: IteratorResult<object>,
  say: Say,
  signal: AbortSignal,
): ReadableStream {
  let next: IteratorResult<object> | null = first;
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      if (signal.aborted) {
        await lines.return?.();
        return controller.close();
      }
      try {
        const { done, value } = next ?? (await lines.next());
        next = null;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(shown(value, say))}\n`));
      } catch (error) {
        log.error({ error }, "taking a file failed");
        controller.error(error);
      }
    },
    async cancel() {
      await lines.return?.();
    },
  });
}

/** A refusal among the results as its sentence. */
function shown(value: object, say: Say): object {
  if (!("refusal" in value) || !(value.refusal instanceof Refusal)) return value;
  const { refusal, ...rest } = value;
  return { ...rest, sentence: say(refusal.key as never, refusal.values as never) };
}
