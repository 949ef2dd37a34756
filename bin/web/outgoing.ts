import { type OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Incoming } from "./incoming.ts";

/**
 * An answer that the server can give before the page does. Afterwards whatever the page still says goes
 * nowhere: it cannot know.
 */
export class Outgoing extends ServerResponse<Incoming> {
  isGiven = false;
  /** Whether the page turned out not to be there for this person. */
  isAbsent = false;
  /** An act of ours has begun (lib/answers.ts): else what failed was reading what was sent. */
  hasBegun = false;
  isUnreadable = false;
  private held: Buffer[] | null = null;

  constructor(request: Incoming) {
    super(request);
    // Ours, those of the compression, and those that Next lays for each part of a page.
    this.setMaxListeners(50);
  }

  /** Called once, when all that the page says in its head has been said. */
  beforeHead = () => {};

  /** Keeps what the page says until it has said all, since only then is it known whether it is there: for its data, which is short. */
  hold(): void {
    this.held = [];
  }

  private release(): void {
    const said = this.held ?? [];
    this.held = null;
    if (this.isAbsent) this.statusCode = 404;
    this.beforeHead();
    super.writeHead(this.statusCode);
    for (const each of said) super.write(each);
  }

  /** Says it and ends the line when `rest` (the body that is still coming) is over. Where the page has begun to speak, only the line is ended. */
  give(status: number, headers: OutgoingHttpHeaders, text: string, rest: Promise<void>): void {
    if (this.isGiven) return;
    if (this.headersSent) return void this.socket?.destroy();
    for (const name of ["content-encoding", "transfer-encoding"]) super.removeHeader(name);
    this.held = null;
    this.shouldKeepAlive = false;
    super.setHeader("content-type", headers["content-type"] ?? "text/plain; charset=utf-8");
    this.beforeHead();
    super.writeHead(status, {
      ...headers,
      connection: "close",
      "cache-control": "no-store",
      "content-length": Buffer.byteLength(text),
    });
    // A length that is reached tells the sender that this is all, while the line is still open.
    super.write(this.req.method === "HEAD" ? "" : text);
    this.isGiven = true;
    void rest.then(() => super.end());
  }

  override setHeader(...given: Parameters<ServerResponse["setHeader"]>): this {
    return this.isGiven ? this : super.setHeader(...given);
  }

  override appendHeader(...given: Parameters<ServerResponse["appendHeader"]>): this {
    return this.isGiven ? this : super.appendHeader(...given);
  }

  override removeHeader(name: string): void {
    if (!this.isGiven) super.removeHeader(name);
  }

  override flushHeaders(): void {
    if (!this.isGiven && !this.held) super.flushHeaders();
  }

  override writeHead(...given: unknown[]): this {
    if (this.isGiven) return this;
    if (this.held) {
      // Node, and the compression between us, only ever say the status again.
      this.statusCode = Number(given[0]);
      return this;
    }
    this.beforeHead();
    if (given[0] === 500 && this.isNotForUs) given[0] = 400;
    return super.writeHead(...(given as Parameters<ServerResponse["writeHead"]>));
  }

  /** An act says that it begins: what fails before is that nobody could read what was sent. */
  get isNotForUs(): boolean {
    const isAct = this.req.method === "POST" && this.req.headers["next-action"] !== undefined;
    return this.isUnreadable || (isAct && !this.hasBegun);
  }

  override write(...given: unknown[]): boolean {
    if (this.held && !this.isGiven) {
      this.held.push(Buffer.from(given[0] as string | Uint8Array));
      return true;
    }
    return this.isGiven || super.write(...(given as Parameters<ServerResponse["write"]>));
  }

  override end(...given: unknown[]): this {
    if (this.isGiven) return this;
    if (this.held) this.release();
    return super.end(...(given as Parameters<ServerResponse["end"]>));
  }
}
