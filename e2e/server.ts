import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { withClient } from "../bin/client";
import { freePort } from "../bin/postgres/port";
import { startScratchPostgres } from "../bin/postgres/scratch";
import { newDatabase } from "../bin/postgres/scratchDatabase";
import { build } from "../bin/prepare/build";
import { endRunning, programs, runTs } from "../bin/prepare/run";
import { ROOT } from "../bin/prepare/stale";
import { startService } from "../bin/start/service";
import { client } from "../bulletin/testing/identityService";
import { Relay } from "./relay";

// What the stories run on: a PostgreSQL of their own, the demonstration in it, the web, the worker; and
// a small address at which a story gets a web of its own to kill.
const folder = mkdtempSync(path.join(tmpdir(), "bianfa-e2e-"));
// As root the database runs as somebody else, who must get in.
chmodSync(folder, 0o711);
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true }), endRunning];
const secret = randomBytes(32).toString("hex");
let ending: Promise<void> | undefined;
for (const name of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(name, () => void end(0));

async function main(): Promise<void> {
  const postgres = await startScratchPostgres(folder);
  ends.push(postgres.stop);
  const { application: database } = await newDatabase(postgres.url, "stories");
  // The one computes while the other waits for its database.
  await Promise.all([playDemonstration(database), build(() => {})]);
  const web = await Web.start(database);
  startWorker(web);
  const more: Web[] = [];
  const ways: Relay[] = [];
  const control = await listen(async (act, which) => {
    if (act === "empty") return emptyInstallation(postgres.url);
    if (act === "another" || act === "identity") {
      const another = await Web.start(database, act === "identity" ? identity(which) : {});
      return `${another.url} ${more.push(another) - 1}`;
    }
    if (act === "distant") {
      const way = await relayTo(database);
      const another = await Web.start(way.address);
      return `${another.url} ${ways.push(way.relay) - 1}`;
    }
    if (act === "asked") return String(ways[Number(which)]?.asked);
    if (act === "cut") return act + ways[Number(which)]?.cut();
    if (act === "mend") return act + (await ways[Number(which)]?.go());
    await more[Number(which)]?.[act === "kill" ? "kill" : "go"]();
    return act;
  });
  process.stdout.write(`ready ${web.url} ${control} ${database}\n`);
}

async function playDemonstration(database: string): Promise<void> {
  const { status, output } = await runTs("seeds/index.ts", { args: [], env: { DATABASE_URL: database }, quiet: true });
  if (status !== 0) throw new Error(output);
  // Stories are told at any hour of the day, and notices are part of them.
  await set(database, "post", { quietFrom: "", quietTo: "", deadlineWarnings: false });
  // A worker keeps its sessions for all its stories, of which one may come after an hour.
  await set(database, "accountPolicy", { idleMinutes: 240 });
}

async function set(database: string, key: string, value: object): Promise<void> {
  await withClient(database, (connection) =>
    connection.query(`INSERT INTO "Setting" (key, value) VALUES ($1, $2)`, [key, JSON.stringify(value)]),
  );
}

/** An installation that nobody has visited yet, with its address and its one-time code. */
async function emptyInstallation(postgres: string): Promise<string> {
  const { application: database } = await newDatabase(postgres, `empty_${randomBytes(4).toString("hex")}`);
  const { output } = await runTs("bin/setup-code.ts", { args: [], env: { DATABASE_URL: database }, quiet: true });
  return `${(await Web.start(database)).url} ${/\d{4}-\d{4}-\d{4}/.exec(output)?.[0]}`;
}

/** The same database at the end of a way that a story can cut. */
async function relayTo(database: string): Promise<{ relay: Relay; address: string }> {
  const address = new URL(database);
  const port = await freePort();
  const relay = new Relay(port, Number(address.port));
  await relay.go();
  ends.push(() => relay.cut());
  address.port = String(port);
  return { relay, address: address.href };
}

class Web {
  private service: ReturnType<typeof startService> | undefined;

  private constructor(
    readonly port: number,
    readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(database: string, more: Record<string, string> = {}): Promise<Web> {
    const port = await freePort();
    const web = new Web(port, { ...environment(database, port), ...more });
    ends.push(() => web.service?.stop());
    await web.go();
    return web;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async go(): Promise<void> {
    this.service = startService({ name: "web", args: [programs.web], env: this.env, patience: 10_000 });
    while (!(await this.answers())) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** As a power cut would: no signal that it could answer. */
  async kill(): Promise<void> {
    const child = this.service?.child;
    if (!child?.pid) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await gone;
  }

  private async answers(): Promise<boolean> {
    if (ending) throw new Error("ending");
    if (this.service?.child.exitCode) throw new Error("the web did not start");
    return fetch(`${this.url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

function environment(database: string, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    HOST: "127.0.0.1",
    BIANFA_DATA: folder,
    LOG_LEVEL: "warn",
  };
}

/** An identity service that a story runs itself, at that port of this machine. */
function identity(port: string): Record<string, string> {
  return {
    OIDC_ISSUER: `http://127.0.0.1:${port}`,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  };
}

function startWorker({ env }: Web): void {
  const args = ["--import", "tsx", path.join(ROOT, "jobs/worker.ts")];
  const worker = startService({ name: "worker", args, env, patience: 5_000 });
  ends.push(worker.stop);
}

/** At `/act/which`; done when the answer comes. */
async function listen(run: (act: string, which: string) => Promise<string>): Promise<string> {
  const server: Server = createServer(async (request, response) => {
    try {
      const [, act = "", which = ""] = request.url?.split("/") ?? [];
      response.end(await run(act, which));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends what was started, the last first. */
function end(status: number): Promise<void> {
  ending ??= (async () => {
    for (const one of ends.reverse()) await one();
    process.exit(status);
  })();
  return ending;
}

try {
  await main();
} catch (error) {
  if (!ending) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  await end(1);
}
