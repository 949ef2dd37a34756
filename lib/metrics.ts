import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { db } from "./db";
import { log } from "./log";

type Kept = { registry: Registry; requests: Histogram<"method" | "place" | "status">; unanswered: Counter };

// One registry a process: the server that counts and the handler that shows are different modules to Next.
const kept = globalThis as { bianfaMetrics?: Kept };

function metrics(): Kept {
  kept.bianfaMetrics ??= begin();
  return kept.bianfaMetrics;
}

function begin(): Kept {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "bianfa_" });
  const requests = new Histogram({
    name: "bianfa_http_request_seconds",
    help: "Time from the first byte of a request to the last of its answer",
    labelNames: ["method", "place", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const unanswered = new Counter({
    name: "bianfa_http_requests_broken_total",
    help: "Requests whose connection ended before their answer",
    registers: [registry],
  });
  const unknown = new Counter({
    name: "bianfa_figures_missing_total",
    help: "Figures that could not be taken",
    labelNames: ["figure"],
    registers: [registry],
  });
  for (const { name, help, labels, ask } of facts) {
    new Gauge({
      ...{ name, help, labelNames: labels ?? [], registers: [registry] },
      async collect() {
        this.reset();
        try {
          for (const { value, ...by } of await ask()) this.set(by as Record<string, string>, Number(value));
        } catch (error) {
          // Where the database is away, what the process knows of itself is wanted most.
          unknown.inc({ figure: name });
          log.warn({ error, figure: name }, "a figure could not be taken");
        }
      },
    });
  }
  return { registry, requests, unanswered };
}

type Fact = {
  name: string;
  help: string;
  labels?: string[];
  ask: () => Promise<({ value: number | bigint } & Record<string, unknown>)[]>;
};

/** What only the database knows: the same whichever process is asked. */
const facts: Fact[] = [
  {
    name: "bianfa_jobs",
    help: "Jobs of the queue",
    labels: ["state"],
    ask: () => db.$queryRaw`SELECT state::text, count(*) AS value FROM jobs.job GROUP BY 1`,
  },
  {
    name: "bianfa_jobs_oldest_due_seconds",
    help: "For how long the oldest job has been due",
    ask: () => db.$queryRaw`
      SELECT coalesce(extract(epoch FROM now() - min(start_after)), 0)::float8 AS value FROM jobs.job
      WHERE state < 'active' AND start_after < now()`,
  },
  {
    name: "bianfa_issues_overdue",
    help: "Signed issues whose time to go out has passed",
    ask: () =>
      db.$queryRaw`SELECT count(*) AS value FROM "Issue" WHERE state = 'signed' AND "distributeAt" < now() - interval '2 minutes'`,
  },
  {
    name: "bianfa_mail_due",
    help: "Notices that wait to go out as mail",
    ask: () => db.$queryRaw`SELECT count(*) AS value FROM "Notice" WHERE "mailDue"`,
  },
  {
    name: "bianfa_sessions",
    help: "Sessions that have not ended",
    ask: () => db.$queryRaw`SELECT count(*) AS value FROM "Session" WHERE "endedAt" IS NULL`,
  },
  {
    name: "bianfa_database_bytes",
    help: "Size of the database",
    ask: () => db.$queryRaw`SELECT pg_database_size(current_database()) AS value`,
  },
  {
    name: "bianfa_database_connections",
    help: "Connections to the database",
    labels: ["state"],
    ask: () => db.$queryRaw`
      SELECT coalesce(state, 'other') AS state, count(*) AS value FROM pg_stat_activity
      WHERE datname = current_database() GROUP BY 1`,
  },
];

/** The first segment of an address, where it is one of the product's: labels must stay few, whatever is asked for. */
export function placeOf(address: string): string {
  const first = /^\/(?:([a-z_-]+)(?=[/?]|$)|(?=\?|$))/.exec(address);
  return first && places.has(first[1] ?? "") ? `/${first[1] ?? ""}` : "other";
}

const places = new Set(
  [
    "",
    "admin",
    "api",
    "archive",
    "attachments",
    "deputies",
    "desk",
    "images",
    "instructions",
    "issues",
    "items",
  ].concat(...["notices", "reading", "search", "set-up", "sign-in", "stats", "_next", "account", "invitation"]),
);

/** Counts one request; `status` is undefined where the connection ended first. */
export function counted(method: string, address: string, seconds: number, status: number | undefined): void {
  if (status === undefined) metrics().unanswered.inc();
  else metrics().requests.observe({ method, place: placeOf(address), status: String(status) }, seconds);
}

/** Everything in the text format of Prometheus. Where the database does not answer, what the process knows. */
export async function exposition(): Promise<{ text: string; type: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), type: registry.contentType };
}
