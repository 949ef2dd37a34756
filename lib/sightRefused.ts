import { headers } from "next/headers";
import type { Actor } from "./actor";
import { log } from "./log";
import { recordedPath } from "./recordedPath";
import type { Refusal } from "./refusal";
import { recordRefusal } from "./refused";

/**
 * A refusal where a page or a file was asked for, with its address. Nobody waits for the line, and the answer is
 * the same 404 whether it could be written or not: that is in the log then.
 */
export async function recordSightRefusal(actor: Actor | null, refusal: Refusal): Promise<void> {
  try {
    await recordRefusal(actor, refusal, { path: await pathOfRequest() });
  } catch (error) {
    log.error({ error }, "a refusal could not be recorded");
  }
}

// Set by our own server (bin/web/guards.ts) over whatever the request brought; without what follows the question mark.
async function pathOfRequest(): Promise<string> {
  return recordedPath((await headers()).get("x-bianfa-path") ?? "");
}
