import { randomBytes } from "node:crypto";
import { encodedHeader } from "../../lib/encoded.ts";
import { filePolicy, guards, overHttps, pagePolicy, pdfPolicy, secretAddress } from "../../lib/guards.ts";
import type { Incoming } from "./incoming.ts";
import type { Outgoing } from "./outgoing.ts";

const policy = "content-security-policy";

/**
 * What every answer says to the browser (docs/security.md). The policy goes by what the answer is, which is only known
 * when it goes out; a page puts the nonce, which Next takes from this header, on its scripts.
 */
export function guard(request: Incoming, response: Outgoing, isHttps: boolean): void {
  // For the record of what was refused: ours alone to say as well. What is asked for behind it may be personal.
  const path = String(request.url).split("?", 1)[0] ?? "";
  request.headers["x-bianfa-path"] = path;
  const page = pagePolicy(randomBytes(16).toString("base64"));
  // Next asks this header of the request for the nonce: it is ours alone to say.
  request.headers[policy] = page;
  delete request.headers[`${policy}-report-only`];
  for (const [name, value] of guards) response.setHeader(name, value);
  if (path.startsWith(secretAddress.under)) response.setHeader(...secretAddress.referrer);
  if (isHttps) response.setHeader(...overHttps);
  response.beforeHead = () => {
    const encoding = response.getHeader(encodedHeader);
    if (encoding) {
      response.removeHeader(encodedHeader);
      response.setHeader("content-encoding", encoding);
    }
    const type = String(response.getHeader("content-type") ?? "");
    response.setHeader(
      policy,
      type.startsWith("text/html") ? page : type === "application/pdf" ? pdfPolicy : filePolicy,
    );
    // Everything here is somebody's own, but for what Next serves with its own word for how long it stays.
    if (!response.hasHeader("cache-control")) response.setHeader("cache-control", "private, no-store");
  };
}
