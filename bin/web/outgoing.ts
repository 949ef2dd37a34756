import { type OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Incoming } from "./incoming.ts";

/**
 * An answer that the server can give before the page does. Afterwards whatever the page still says goes
 * nowhere: it cannot know.
 */
export class Outgoing extends ServerResponse<Incoming> {
  isGiven = false;
  /** Called once, when all that the page says in its head has been said. */
  beforeHead = () => {};

  /** Says it and ends the line when `rest` (the body that is still coming) is over. Where the page has begun to speak, only the line is ended. */
  give(status: number, headers: OutgoingHttpHeaders, text: string, rest: Promise<void>): void {
    if (this.isGiven) return;
    if (this.headersSent) return void this.socket?.destroy();
    for (const name of ["content-encoding", "transfer-encoding"]) super.removeHeader(name);
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
    if (!this.isGiven) super.flushHeaders();
  }

  override writeHead(...given: unknown[]): this {
    if (this.isGiven) return this;
    this.beforeHead();
    return super.writeHead(...(given as Parameters<ServerResponse["writeHead"]>));
  }

  override write(...given: unknown[]): boolean {
    return this.isGiven || super.write(...(given as Parameters<ServerResponse["write"]>));
  }

  override end(...given: unknown[]): this {
    return this.isGiven ? this : super.end(...(given as Parameters<ServerResponse["end"]>));
  }
}
