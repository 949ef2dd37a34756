import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { isFromOwnPage } from "../../lib/origin.ts";
import type { Refused } from "./answer.ts";
import type { Incoming } from "./incoming.ts";
import type { ServerLimits } from "./limits.ts";

/** Why a request is not passed on, if there is a reason in its head. */
export function reasonAgainst(request: Incoming, { headers }: ServerLimits, ownAddress?: string): Refused | null {
  const { method = "", url = "", rawHeaders } = request;
  if (rawHeaders.length / 2 > headers) return "headers";
  if (!["GET", "HEAD", "POST"].includes(method)) return "method";
  // "//host" would be read as another host by whoever resolves it.
  if (!/^\/(?![/\\])/.test(url) || !URL.canParse(url, "http://server")) return "malformed";
  // A page whose address cannot be read would fail as if the fault were ours.
  if (!isDecodable(url.split("?", 1)[0] ?? "")) return "malformed";
  if (isUnderstoodTwice(request) || isAheadOfTime(request)) return "malformed";
  const coding = request.headers["content-encoding"];
  if (coding !== undefined && coding !== "identity") return "compressed";
  if (method === "POST" && !isOurs(request, url, ownAddress)) return "elsewhere";
  return null;
}

/** Two hosts (RFC 9112 3.2), or a state of Next's router that is none: each reader would understand something else. */
function isUnderstoodTwice({ headers, rawHeaders }: Incoming): boolean {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length > 1) return true;
  const tree = headers["next-router-state-tree"];
  return tree !== undefined && !isTree(String(tree));
}

/**
 * Next's router can ask for as much of a page as is made within some milliseconds; whether the page is there would
 * then show by chance. Ours never asks so; "1" asks for the way to it alone.
 */
function isAheadOfTime({ headers }: Incoming): boolean {
  const ahead = headers["next-router-prefetch"];
  return ahead !== undefined && ahead !== "1";
}

/** Asked of Next's own reader, which fails as if the fault were ours. */
function isTree(text: string): boolean {
  try {
    return parseAndValidateFlightRouterState(text) !== undefined;
  } catch {
    return false;
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Every write comes from a page of ours. A script that signs in says nothing of where it comes
 * from; what it posts to /api/auth/ is not taken without next-auth's own token, which no other site can read.
 */
function isOurs({ headers }: Incoming, url: string, ownAddress?: string): boolean {
  const read = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : null;
  };
  const { pathname } = new URL(url, "http://server");
  return isFromOwnPage(read, { ownAddress, withoutAWord: pathname.startsWith("/api/auth/") });
}
