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
export async function recordSightRefusal(actor: Actor | null, refusal: Refusal, path?: string): Promise<void> {
  try {
    await recordRefusal(actor, refusal, { path: path ?? (await pathOfRequest()) });
  } catch (error) {
    log.error({ error }, "a refusal could not be recorded");
  }
}

/**
 * What was asked for: set by our own server (bin/web/guards.ts) over whatever the request brought, without what follows
 * the question mark. To be asked before anything is waited for: once the answer is over the request says nothing more.
 */
export async function pathOfRequest(): Promise<string> {
  return recordedPath((await headers()).get("x-bianfa-path") ?? "");
}
