import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { ROOT } from "@/bin/prepare/stale";

export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };
/** What a server action gives back: done with a value, or refused with a sentence. */
export type Done = { ok: boolean; value?: unknown; sentence?: string; redirect?: string };

/** A browser as far as the server can tell: cookies, one connection kept open, actions by their ids. */
export class Person {
  private readonly cookies = new Map<string, string>();
  private readonly agent: http.Agent;

  constructor(
    private readonly address: string,
    private readonly patience = 20_000,
  ) {
    const secure = address.startsWith("https:");
    // The certificate of the trial is nobody's; it is this machine that is spoken to.
    this.agent = secure
      ? new https.Agent({ keepAlive: true, rejectUnauthorized: false })
      : new http.Agent({ keepAlive: true });
  }

  /** Throws where the line breaks or nobody answers in time: then nothing was confirmed. */
  ask(method: string, at: string, { body = "", headers = {} as Record<string, string> } = {}): Promise<Answer> {
    const { request } = this.address.startsWith("https:") ? https : http;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const length = method === "GET" ? {} : { "content-length": String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.address}${at}`,
        { method, agent: this.agent, headers: { cookie, ...length, ...headers }, timeout: this.patience },
        (answer) => {
          this.keep(answer.headers["set-cookie"]);
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("error", reject);
          answer.on("aborted", () => reject(new Error("the answer broke off")));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString() }),
          );
        },
      );
      asked.on("timeout", () => asked.destroy(new Error("nobody answers")));
      asked.on("error", reject);
      asked.end(body);
    });
  }

  /** As next-auth foresees. */
  async signIn(account: string, password: string): Promise<void> {
    const { csrfToken } = JSON.parse((await this.ask("GET", "/api/auth/csrf")).text) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, account, password, json: "true" }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: this.address };
    const { status, text } = await this.ask("POST", "/api/auth/callback/credentials", { body, headers });
    if (status !== 200) throw new Error(`${account} was not let in: ${status} ${text.slice(0, 200)}`);
  }

  /** Calls a server action as its page does. Throws unless the server says how it went. */
  async act(name: string, at: string, input: unknown): Promise<Done> {
    const headers = {
      "next-action": actionId(name),
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin: this.address,
    };
    const { status, headers: said, text } = await this.ask("POST", at, { body: JSON.stringify([input]), headers });
    const redirect = said["x-action-redirect"];
    if (redirect) return { ok: true, redirect: String(redirect) };
    if (status !== 200) throw new Error(`${name}: ${status}`);
    const line = text.split("\n").find((each) => /^\w+:\{"ok":/.test(each));
    if (!line) throw new Error(`${name}: no outcome in ${text.slice(0, 200)}`);
    return JSON.parse(line.slice(line.indexOf(":") + 1)) as Done;
  }

  /** Sends a form of a page that is a document, as its scripts do. Throws unless the server says how it went. */
  async send(act: string, at: string, fields: Record<string, string>): Promise<Done> {
    const type = "application/x-www-form-urlencoded";
    const headers = { "content-type": type, accept: "application/json", origin: this.address };
    const body = new URLSearchParams({ act, ...fields }).toString();
    const { status, text } = await this.ask("POST", at, { body, headers });
    if (status !== 200) throw new Error(`${act}: ${status}`);
    return JSON.parse(text) as Done;
  }

  leave(): void {
    this.agent.destroy();
  }

  private keep(lines: string[] = []): void {
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

let ids: Map<string, string> | undefined;

/** The id under which the build knows an action. */
function actionId(name: string): string {
  ids ??= readIds();
  const id = ids.get(name);
  if (!id) throw new Error(`the build knows no action ${name}`);
  return id;
}

function readIds(): Map<string, string> {
  const file = path.join(ROOT, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, { exportedName: string }> };
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
}
