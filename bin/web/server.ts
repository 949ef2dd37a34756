import { createServer, type Server } from "node:http";
import { answers } from "../../lib/answers.ts";
import { refuse } from "./answer.ts";
import { guard } from "./guards.ts";
import { Incoming } from "./incoming.ts";
import { bodyLimit, isForFiles, isMoreThanNobodyMaySend, type ServerLimits, serverLimits, sizeOf } from "./limits.ts";
import { limitLines } from "./lines.ts";
import { Outgoing } from "./outgoing.ts";
import { reasonAgainst } from "./reason.ts";
import { noteBusy } from "./stop.ts";
import { Turns } from "./turns.ts";

export type WebServer = Server<typeof Incoming, typeof Outgoing>;

export type Serving = {
  /** What answers a request that may pass: Next. */
  answer: (request: Incoming, response: Outgoing) => Promise<void>;
  /** Who is signed in and sends this, an account; only asked before a large body is received. */
  senderOf: (request: Incoming) => Promise<string | null>;
  /** The address that people type, where it is known. */
  ownAddress?: string;
  limits?: Partial<ServerLimits>;
  /** Told of a write that came from another site. */
  fromElsewhere?: (request: Incoming) => void;
  /** Told of what no page could answer. */
  failed?: (error: unknown) => void;
};

/**
 * The server in front of the pages: nothing reaches them that is too large, too slow, too many, compressed, or
 * sent from elsewhere. Each of these is answered with a sentence, and costs no more memory than it was
 * allowed to.
 */
export function webServer({ ownAddress, limits: given, failed = () => {}, ...asked }: Serving): WebServer {
  const { answer, senderOf, fromElsewhere = () => {} } = asked;
  const limits = { ...serverLimits, ...given };
  const server = createServer({
    IncomingMessage: Incoming,
    ServerResponse: Outgoing,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTime,
    // Each address has its own time (limits.ts); this is only what none may exceed.
    requestTimeout: 900_000,
    connectionsCheckingInterval: Math.min(5_000, limits.headersTime),
    keepAliveTimeout: limits.keepAliveTime,
    // Nobody speaks anything but HTTP here: a wish to change over is ignored.
    shouldUpgradeCallback: () => false,
  });
  // One more than may be, so that too many can be told from just enough.
  server.maxHeadersCount = limits.headers + 1;
  server.maxRequestsPerSocket = limits.requestsPerLine;
  server.timeout = limits.stillTime;
  const lines = limitLines(server, limits);
  noteBusy(server);
  const turns = new Turns(limits.uploads);
  let receiving = 0;

  server.on("request", (request, response) => void take(request, response, () => {}));
  // Somebody who asks before sending is told before sending.
  server.on("checkContinue", (request, response) => void take(request, response, () => response.writeContinue()));
  server.on("checkExpectation", (request, response) => void take(request, response, () => {}));
  return server;

  async function take(request: Incoming, response: Outgoing, goOn: () => void): Promise<void> {
    request.on("error", () => {});
    response.on("error", () => {});
    try {
      guard(request, response, ownAddress?.startsWith("https:") ?? false);
      const reason = lines.reason() ?? reasonAgainst(request, limits, ownAddress);
      if (reason === "elsewhere") fromElsewhere(request);
      if (reason) return refuse(response, reason, { linger: limits.lingerTime });
      if (lines.isCrowded()) response.shouldKeepAlive = false;
      if (hasBody(request)) await receive(request, response);
      if (response.isGiven) return;
      goOn();
      // Its data is as absent as the page, and says so with the same status.
      if (isForData(request)) response.hold();
      await answers.run(response, () => answer(request, response));
    } catch (error) {
      // A page whose body was refused fails too, and that has been answered.
      if (response.isGiven) return;
      failed(error);
      refuse(response, "failed", { linger: limits.lingerTime });
    }
  }

  /** From here on the body is counted, timed, and part of what all are sending together. */
  async function receive(request: Incoming, response: Outgoing): Promise<void> {
    const claimed = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY);
    const counted = countWhileOpen(response);
    // What comes while it is asked who sends is counted as well.
    request.limit(Number.POSITIVE_INFINITY, () => {}, counted);
    const isLarge = isMoreThanNobodyMaySend(claimed);
    // A small file can be as much work as a large one.
    const sender = isLarge || isForFiles(pathOf(request)) ? await senderOf(request) : null;
    const limit = bodyLimit(pathOf(request), sender !== null);
    const wishes = { asJson: limit.isUpload, max: sizeOf(limit.bytes), linger: limits.lingerTime };
    const most = request.method === "POST" ? limit.bytes : 0;
    const tooLarge = () => refuse(response, most ? "tooLarge" : "noBody", wishes);
    if (Number.isFinite(claimed) ? claimed > most : request.received > most) return tooLarge();
    if (sender && limit.isUpload) await turns.take(sender, response);
    const timer = setTimeout(() => {
      if (!request.complete) refuse(response, "slow", { ...wishes, linger: 0 });
    }, limit.seconds * 1_000).unref();
    request.limit(most, tooLarge, (bytes) => {
      counted(bytes);
      // What anybody may send is little: signing in goes on while others send photographs.
      if (isLarge && receiving > limits.receiving) refuse(response, "receiving", wishes);
    });
    response.once("close", () => clearTimeout(timer));
    // A page that answers before it has read all: the line would stand there, with the rest, until it is still for long.
    response.once("finish", () => throwRestAway(request, limits.lingerTime));
  }

  /** Counts what one request brings among what all bring, and takes off exactly that when it is over. */
  function countWhileOpen(response: Outgoing): (bytes: number) => void {
    let own = 0;
    let isOver = false;
    response.once("close", () => {
      isOver = true;
      receiving -= own;
    });
    return (bytes) => {
      if (isOver) return;
      own += bytes;
      receiving += bytes;
    };
  }
}

/** Reads the rest of a body that nobody wants, so that the sender comes to hear the answer; hangs up on one that takes long. */
function throwRestAway(request: Incoming, patience: number): void {
  const { socket } = request;
  if (request.complete || !socket || socket.destroyed) return;
  request.dump();
  const timer = setTimeout(() => socket.destroy(), patience).unref();
  request.once("close", () => clearTimeout(timer));
  socket.once("close", () => clearTimeout(timer));
}

/** What Next's router asks for in the place of a page, by a header or by the address. */
function isForData(request: Incoming): boolean {
  return request.method !== "POST" && (request.headers.rsc !== undefined || pathOf(request).endsWith(".rsc"));
}

function hasBody({ headers }: Incoming): boolean {
  return "transfer-encoding" in headers || Number(headers["content-length"] ?? 0) > 0;
}

function pathOf({ url = "" }: Incoming): string {
  return new URL(url, "http://server").pathname;
}
