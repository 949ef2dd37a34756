import type { ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { WebServer } from "./server.ts";

type Patience = { idle: number; longest: number };

type Busy = {
  /** Lines on which nobody has asked anything yet, as browsers open them; http takes them for busy. */
  silent: Set<Socket>;
  running: Set<ServerResponse>;
};

const busy = new WeakMap<WebServer, Busy>();

/** Remembers what the end will ask for. */
export function noteBusy(server: WebServer): void {
  const silent: Busy["silent"] = new Set();
  const running: Busy["running"] = new Set();
  busy.set(server, { silent, running });
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.prependListener("request", ({ socket }, response) => {
    silent.delete(socket);
    running.add(response);
    response.once("close", () => running.delete(response));
  });
}

/**
 * Ends without failing a request: takes no new lines, says with each answer that the line ends with it, and
 * closes lines on which nobody asked for a while. What runs then is waited for, up to `longest` milliseconds.
 */
export async function stop(server: WebServer, given: Partial<Patience> = {}): Promise<void> {
  const { idle, longest }: Patience = { idle: 1_000, longest: 30_000, ...given };
  // http's own close() at once hangs up on lines on which the next request may be under way.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  const { silent, running } = busy.get(server) ?? { silent: new Set<Socket>(), running: new Set<ServerResponse>() };
  const last = (response: ServerResponse) => {
    response.shouldKeepAlive = false;
  };
  running.forEach(last);
  server.prependListener("request", (_, response) => last(response));
  let again: NodeJS.Timeout | undefined;
  const close = () => {
    server.closeIdleConnections();
    for (const socket of silent) if (!socket.bytesRead) socket.destroy();
    again = setTimeout(close, 100);
  };
  again = setTimeout(close, idle);
  const enough = setTimeout(() => server.closeAllConnections(), longest);
  await closed;
  clearTimeout(again);
  clearTimeout(enough);
}
