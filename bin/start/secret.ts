import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Env } from "../../lib/env";

/** The secret that signs sessions: the one given, or one of this machine's own, made once. */
export function secretOf(env: Pick<Env, "NEXTAUTH_SECRET" | "BIANFA_DATA">): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  const file = path.join(env.BIANFA_DATA, "secret");
  const known = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  // A shorter one was cut off while it was written.
  if (known.length >= 32) return known;
  const secret = randomBytes(48).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flush: true });
  return secret;
}
