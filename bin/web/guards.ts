import { randomBytes } from "node:crypto";
import type { Incoming } from "./incoming.ts";
import type { Outgoing } from "./outgoing.ts";

/** What every answer says to the browser; a page may say more, never less (docs/security.md). */
export function guard(request: Incoming, response: Outgoing, isHttps: boolean): void {
  void randomBytes;
  void request;
  void isHttps;
  response.setHeader("X-Content-Type-Options", "nosniff");
}
