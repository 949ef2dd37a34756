import { getToken } from "next-auth/jwt";
import { now } from "./clock.ts";
import { Kept } from "./kept.ts";

/** Cookies that only this very host can set, over https alone; over http a browser takes no `__Host-`. */
export function isHttps(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
}

export function cookieName(name: "session-token" | "csrf-token" | "callback-url"): string {
  return `${isHttps() ? "__Host-" : ""}next-auth.${name}`;
}

type Read = { sessionId: string; until: number };

const kept = new Kept<Read>(5_000);

/**
 * The session that the token among these cookies names. Opening a token takes as long as several queries, and says
 * the same until it ends; whether its session still stands is asked in lib/session.ts, at every request.
 */
export async function sessionIdIn(cookies: Record<string, string>): Promise<string | null> {
  const name = cookieName("session-token");
  const sent = cookies[name] ?? "";
  const known = kept.get(sent);
  if (known && now().getTime() < known.until * 1_000) return known.sessionId;
  const req = { headers: new Headers(), cookies } as never;
  const token = await getToken({ req, cookieName: name, secureCookie: isHttps() });
  if (typeof token?.sessionId !== "string") return null;
  // One that was cut into several cookies has no name to be kept under.
  if (sent && typeof token.exp === "number") kept.set(sent, { sessionId: token.sessionId, until: token.exp });
  return token.sessionId;
}
