import path from "node:path";
import next from "next";
import { onlyNeededDecoders } from "../../lib/decoders.ts";
import { tellElsewhere } from "../../lib/elsewhere.ts";
import { closeWhatIsOpen } from "../../lib/ending.ts";
import { addressOf } from "../../lib/env.ts";
import { log } from "../../lib/log.ts";
import { countRequest } from "../../lib/requests.ts";
import { senderIn } from "../../lib/sender.ts";
import { sessionIdIn } from "../../lib/token.ts";
import type { Incoming } from "./incoming.ts";
import { webServer } from "./server.ts";
import { stop } from "./stop.ts";

// The web, in the place of `next start`: on PORT and HOST, until SIGTERM.
Object.assign(process.env, { NODE_ENV: "production" });
onlyNeededDecoders();
const { PORT = "3000", HOST = "127.0.0.1", NEXTAUTH_URL } = process.env;

// After an act Next asks itself for the page that it leads to: here, not at the address that people type, where another
// process or a proxy with another protocol answers.
process.env.__NEXT_PRIVATE_ORIGIN = addressOf({ HOST, PORT: Number(PORT) });
const pages = next({ dev: false, dir: path.resolve(import.meta.dirname, "../.."), hostname: HOST, port: Number(PORT) });
await pages.prepare();
const answer = pages.getRequestHandler();

const server = webServer({
  answer: (request, response) => answer(request, response),
  senderOf,
  ownAddress: NEXTAUTH_URL,
  fromElsewhere: (request) =>
    tellElsewhere(String(request.url).split("?", 1)[0] ?? "", cookiesOf(request), (error) =>
      log.error({ error }, "a refusal could not be recorded"),
    ),
  failed: (error) => log.error({ error }, "a request failed"),
});
server.prependListener("request", countRequest);
server.once("error", (error: NodeJS.ErrnoException) => {
  log.error({ error }, "the web cannot listen");
  process.exit(1);
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end());
server.listen(Number(PORT), HOST);

async function end(): Promise<void> {
  closeWhatIsOpen();
  await stop(server);
  await pages.close();
  process.exit(0);
}

async function senderOf(request: Incoming): Promise<string | null> {
  const sessionId = await sessionIdIn(cookiesOf(request));
  return sessionId && senderIn(sessionId);
}

function cookiesOf({ headers: { cookie = "" } }: Incoming): Record<string, string> {
  const pairs = cookie.split(/;\s*/).map((pair) => pair.split(/=(.*)/s) as [string, string?]);
  return Object.fromEntries(pairs.map(([name, value = ""]) => [name, value]));
}
