import { IncomingMessage } from "node:http";

/** What happens when more comes than may: called once, before the reader of the body hears of it. */
type TooMuch = () => void;

/**
 * A request whose body is counted while it comes. A refused one is read to its end and thrown away: whoever
 * closes a line on which somebody is still sending is not heard.
 */
export class Incoming extends IncomingMessage {
  received = 0;
  private most = Number.POSITIVE_INFINITY;
  private tooMuch: TooMuch = () => {};
  private counted: (bytes: number) => void = () => {};
  private isRefused = false;
  private isDumped = false;
  private ended = () => {};

  /** Takes at most this many bytes; `counted` is told of each piece. */
  limit(most: number, tooMuch: TooMuch, counted: (bytes: number) => void): void {
    this.most = most;
    this.tooMuch = tooMuch;
    this.counted = counted;
  }

  /** Throws away what is still coming, whoever reads it or has stopped to. */
  dump(): void {
    this.isDumped = true;
    this.removeAllListeners("data");
    this.resume();
    this.socket?.resume();
  }

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (this.isRefused) {
      if (chunk === null) this.ended();
      return true;
    }
    if (this.isDumped && chunk !== null) return true;
    if (chunk !== null) {
      this.received += chunk.length;
      this.counted(chunk.length);
      if (this.received > this.most) {
        this.tooMuch();
        return true;
      }
      // It may have been `counted` that refused it.
      if (this.isRefused) return true;
    }
    return super.push(chunk, encoding);
  }

  /** Whoever reads the body gets an error, never a part that could be taken for the whole. Done when the last byte was thrown away. */
  refuse(): Promise<void> {
    if (this.complete || this.isRefused) return Promise.resolve();
    this.isRefused = true;
    const rest = new Promise<void>((resolve) => {
      this.ended = resolve;
    });
    // Without its line it ends alone: what is being sent goes on coming, and the answer goes out.
    Object.assign(this, { socket: null });
    this.destroy(new Error("the body was refused"));
    return rest;
  }
}
