import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withClient } from "@/bin/client";
import { freePort } from "@/bin/postgres/port";
import { startScratchPostgres } from "@/bin/postgres/scratch";
import { newDatabase, partedAt } from "@/bin/postgres/scratchDatabase";
import { programs } from "@/bin/prepare/run";
import { startService } from "@/bin/start/service";
import type { Service } from "@/bin/start/supervise";
import { startFilled } from "../archive/filled";

/** A web that answers; `pid` leads the processes of which it is made. */
export type Web = { url: string; pid: number };

/** What is measured on: a PostgreSQL that writes to the disk as the product's does, and webs as they are built. */
export type Trial = {
  secret: string;
  /** The superuser's address of its database, for what fills it. */
  url: string;
  /** Statements as the superuser, for the history that no domain function makes. */
  sql: (statement: string, values?: unknown[]) => Promise<void>;
  startWeb: () => Promise<Web>;
  /** What the database says, a file. */
  log: string;
  end: () => Promise<void>;
};

/** Starts it, empty or with so many items, and makes its database that of this process; a signal or the death of our starter ends it too. */
export async function startTrial({ filled }: { filled?: number } = {}): Promise<Trial> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-post-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const secret = randomBytes(32).toString("hex");
  const end = endedBySignals(ends);
  try {
    const postgres = filled
      ? await startFilled(folder, filled, { fsync: true })
      : await startScratchPostgres(folder, { fsync: true });
    ends.push(postgres.stop);
    const { application } = filled ? partedAt(postgres.url, "bianfa") : await newDatabase(postgres.url, "bianfa");
    process.env.DATABASE_URL = application;
    const url = new URL("/bianfa", postgres.url).href;
    return {
      ...{ secret, url },
      log: path.join(folder, "postgres.log"),
      sql: (statement, values) => withClient(url, async (client) => void (await client.query(statement, values))),
      startWeb: async () => {
        const port = await freePort();
        const env = environment({ DATABASE_URL: application, NEXTAUTH_SECRET: secret, BIANFA_DATA: folder }, port);
        // On stdout stands what was measured, for people and programs to read.
        const out = process.stderr;
        const service = startService({ name: "web", args: [programs.web], env, patience: 5_000, out });
        ends.push(service.stop);
        await answers(service, env.NEXTAUTH_URL);
        return { url: env.NEXTAUTH_URL, pid: service.child.pid ?? 0 };
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Ends what was started, the last first. */
function endedBySignals(ends: (() => unknown)[]): () => Promise<void> {
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= (async () => {
      for (const one of ends.reverse()) await one();
    })();
    return ending;
  };
  const leave = () => void end().finally(() => process.exit(1));
  const signs = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const;
  for (const sign of signs) process.on(sign, leave);
  ends.push(() => signs.forEach((sign) => void process.off(sign, leave)));
  return end;
}

function environment(own: Record<string, string>, port: number) {
  const common = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "warn" };
  return { ...common, ...own, PORT: String(port), HOST: "127.0.0.1", NEXTAUTH_URL: `http://127.0.0.1:${port}` };
}

async function answers({ child }: Service, url: string): Promise<void> {
  for (const last = Date.now() + 60_000; Date.now() < last && child.exitCode === null; ) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the web did not start");
}
