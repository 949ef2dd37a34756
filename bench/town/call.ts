import { type Agent, request } from "node:http";
import type { Call } from "./acts";

/** `leadsOn`: an act that was done brings the page that it leads to. */
export type Answer = { status: number; text: string; leadsOn: boolean };

/** Sends it with a person's cookie and reads the whole answer; an act must have been done, a page must be there. */
export function call(
  web: string,
  { path, method, headers, body }: Call,
  cookie: string,
  agent?: Agent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, cookie, ...(body !== undefined && { "content-length": Buffer.byteLength(body) }) };
    const sent = request(`${web}${path}`, { method, headers: all, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      const leadsOn = response.headers["x-action-redirect"] !== undefined;
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), leadsOn }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Whether it is what was asked for: a page, or an act that was not refused (a redirect follows some of them). */
export function isDone({ method }: Call, { status, text, leadsOn }: Answer): boolean {
  if (method === "GET") return status === 200;
  return status === 303 || (status === 200 && (leadsOn || text.includes('"ok":true')));
}
