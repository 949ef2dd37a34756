import type { Socket } from "node:net";
import { type Refused, rawAnswer } from "./answer.ts";
import type { ServerLimits } from "./limits.ts";
import type { WebServer } from "./server.ts";

/** From this share on nobody keeps a line for later. */
const crowded = 0.8;

/**
 * Keeps the number of open lines within bounds: who is too many is told so, when they ask or after a
 * moment unasked. Also answers what is no request at all.
 */
export function limitLines(server: WebServer, { lines, tooMany, tooManyTime }: ServerLimits) {
  let open = 0;
  // Node hangs up by itself on whoever comes then.
  server.maxConnections = lines + tooMany;
  server.on("connection", (socket: Socket) => {
    open += 1;
    let timer: NodeJS.Timeout | undefined;
    if (open > lines) timer = setTimeout(() => tell(socket, "busy"), tooManyTime).unref();
    socket.once("close", () => {
      open -= 1;
      clearTimeout(timer);
    });
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => tell(socket, reasonOf(error)));
  return {
    isCrowded: () => open > lines * crowded,
    reason: (): Refused | null => (open > lines ? "busy" : null),
  };
}

function reasonOf({ code }: NodeJS.ErrnoException): Refused {
  if (code === "HPE_HEADER_OVERFLOW") return "headers";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "slow" : "malformed";
}

const refused = new WeakSet<Socket>();
/** Milliseconds in which the rest of a head that is too long still comes: closed before that, its sender hears nothing. */
const restTime = 1_000;

/** To a line on which nothing was answered yet; what it goes on sending is thrown away. */
function tell(socket: Socket, why: Refused): void {
  if (refused.has(socket)) return;
  // Node's own way to tell: an answer may have begun; one that has ended, on a line that is kept, is no hindrance.
  const { _httpMessage: answer } = socket as Socket & { _httpMessage?: { headersSent: boolean } | null };
  const isUntouched = socket.writable && !answer?.headersSent;
  if (!isUntouched) return void socket.destroy();
  if (why !== "headers") return void socket.end(rawAnswer(why), () => socket.destroy());
  refused.add(socket);
  socket.end(rawAnswer(why));
  setTimeout(() => socket.destroy(), restTime).unref();
}
