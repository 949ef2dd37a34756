import { getToken } from "next-auth/jwt";

/** Cookies that only this very host can set, over https alone; over http a browser takes no `__Host-`. */
export function isHttps(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
}

export function cookieName(name: "session-token" | "csrf-token" | "callback-url"): string {
  return `${isHttps() ? "__Host-" : ""}next-auth.${name}`;
}

/** The session that the token among these cookies names; whether it still stands is asked in lib/session.ts. */
export async function sessionIdIn(cookies: Record<string, string>): Promise<string | null> {
  const req = { headers: new Headers(), cookies } as never;
  const token = await getToken({ req, cookieName: cookieName("session-token"), secureCookie: isHttps() });
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}
