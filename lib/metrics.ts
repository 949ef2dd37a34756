import { Counter, Gauge, type Registry } from "prom-client";
import { db } from "./db";
import { log } from "./log";
import { ofThisProcess } from "./requests";

// The gauges of the database join what the process counts, once.
const kept = globalThis as { bianfaFigures?: Registry };

/** Everything in the text format of Prometheus. Where the database does not answer, what the process knows. */
export async function exposition(): Promise<{ text: string; type: string }> {
  kept.bianfaFigures ??= withFacts(ofThisProcess().registry);
  return { text: await kept.bianfaFigures.metrics(), type: kept.bianfaFigures.contentType };
}

function withFacts(registry: Registry): Registry {
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
  return registry;
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
