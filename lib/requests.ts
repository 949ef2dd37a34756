import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

type Kept = { registry: Registry; requests: Histogram<"method" | "place" | "status">; broken: Counter };

// One registry a process, on globalThis: the server that counts and the handler that shows are bundled apart.
const kept = globalThis as { bianfaRequests?: Kept };

/** What this process counts of itself and of its requests. */
export function ofThisProcess(): Kept {
  kept.bianfaRequests ??= begin();
  return kept.bianfaRequests;
}

function begin(): Kept {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "bianfa_" });
  const requests = new Histogram({
    name: "bianfa_http_request_seconds",
    help: "Time from the headers of a request to the last byte of its answer",
    labelNames: ["method", "place", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const help = "Requests whose line ended before their answer";
  return { registry, requests, broken: new Counter({ name: "bianfa_http_requests_broken_total", help, registers }) };
}

/** Counts a request when it is over. Lines of server-sent events are answered for as long as they are open. */
export function countRequest({ method = "", url = "" }: IncomingMessage, response: ServerResponse): void {
  const from = performance.now();
  response.once("close", () => {
    const { requests, broken } = ofThisProcess();
    if (!response.writableFinished) return broken.inc();
    const labels = {
      method: methods.has(method) ? method : "other",
      place: placeOf(url),
      status: String(response.statusCode),
    };
    requests.observe(labels, (performance.now() - from) / 1_000);
  });
}

const methods = new Set(["GET", "HEAD", "POST"]);

/** The first segment of an address, where it is one of the product's: labels must stay few, whatever is asked for. */
export function placeOf(address: string): string {
  const first = /^\/(?:([a-z_-]+)(?=[/?]|$)|(?=\?|$))/.exec(address);
  return first && places.has(first[1] ?? "") ? `/${first[1] ?? ""}` : "other";
}

const places = new Set(
  `_next account admin api archive assets attachments deputies desk images instructions issues items link notices
  reading search session set-up sign-in stats`.split(/\s+/),
).add("");
