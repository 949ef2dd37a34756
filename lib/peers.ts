import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { peerHeader } from "./clientAddress";

/**
 * Notes at each request who is at the other end of its connection. Next shows the socket to nobody, and
 * leaves an X-Forwarded-For as a client sent it. Node tells of a request before any handler sees it.
 */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
  });
}
