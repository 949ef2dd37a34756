import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { initialise } from "@/bin/postgres/cluster";
import { freePort } from "@/bin/postgres/port";
import { newDatabase } from "@/bin/postgres/scratchDatabase";
import { type Server, startServer } from "@/bin/postgres/server";
import { makeSmallDisk, type SmallDisk } from "./disk";
import { nginxProgram, startNginx } from "./nginx";
import { type Running, readUnit, runUnit } from "./units";

/** An installation as docs/operations.md describes one of several processes, on this machine. */
export type Site = {
  /** Where people go: nginx where the system has it, else the first web. */
  address: string;
  hasNginx: boolean;
  database: string;
  webs: Running[];
  ports: number[];
  workers: Running[];
  disk: SmallDisk | null;
  /** Sets the clocks of the webs and workers off by so many milliseconds; the database keeps its own. */
  setClock: (offset: number) => void;
  /** By how much they are off. */
  clockOffset: () => number;
  /** The database is gone at once, with nothing written that was not yet; `begin` starts it again. */
  killDatabase: () => void;
  stopDatabase: () => Promise<void>;
  beginDatabase: () => Promise<void>;
  end: () => Promise<void>;
};

/** Starts PostgreSQL, two webs and two workers by the units of deploy/, and nginx by its configuration. */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-faults-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const end = async () => {
    for (let one = ends.pop(); one; one = ends.pop()) await one();
  };
  const leave = () => void end().finally(() => process.exit(1));
  for (const name of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(name, leave);
  try {
    const disk = makeSmallDisk(path.join(folder, "disk"));
    if (disk) ends.push(disk.remove);
    const data = disk?.folder ?? path.join(folder, "disk");
    const cluster = path.join(data, "pg");
    const password = randomBytes(12).toString("hex");
    initialise(cluster, { password });
    const options = { port: await freePort(), log: path.join(folder, "postgres.log") };
    let server: Server = await startServer(cluster, options);
    ends.push(() => server.stop());
    const superuser = `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    const { application: database } = await newDatabase(superuser, "site");

    const ports = [await freePort(), await freePort()];
    const [httpPort, httpsPort] = [await freePort(), await freePort()];
    const address = nginxProgram ? `https://localhost:${httpsPort}` : `http://127.0.0.1:${ports[0]}`;
    const log = openSync(path.join(folder, "services.log"), "a");
    const clock = path.join(folder, "clock");
    const env = environment({ address, database, data: folder, clock });
    let offset = 0;
    const started = (name: string, instance: string) => {
      const running = runUnit(readUnit(name, instance), env, log);
      ends.push(running.stop);
      return running;
    };
    const site: Site = {
      ...{ address, hasNginx: nginxProgram !== undefined, database, ports, disk, end },
      setClock: (milliseconds) => {
        offset = milliseconds;
        writeFileSync(`${clock}.new`, String(offset));
        renameSync(`${clock}.new`, clock);
      },
      clockOffset: () => offset,
      webs: ports.map((port) => started("bianfa-web@.service", String(port))),
      workers: ["1", "2"].map((number) => started("bianfa-worker@.service", number)),
      killDatabase: () => killTree(server),
      stopDatabase: () => server.stop(),
      beginDatabase: async () => {
        server = await startServer(cluster, options);
      },
    };
    if (nginxProgram) {
      mkdirSync(path.join(folder, "nginx"), { recursive: true });
      ends.push(startNginx({ folder: path.join(folder, "nginx"), httpPort, httpsPort, webs: ports }).stop);
    }
    return site;
  } catch (error) {
    await end();
    throw error;
  }
}

type Given = { address: string; database: string; data: string; clock: string };

/** /etc/bianfa.env of that installation. */
function environment({ address, database, data, clock }: Given): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_ENV = "production" } = process.env;
  return {
    ...{ PATH, HOME, NODE_ENV: NODE_ENV === "test" ? "production" : NODE_ENV },
    ...{ DATABASE_URL: database, NEXTAUTH_URL: address, NEXTAUTH_SECRET: randomBytes(32).toString("hex") },
    ...{ BIANFA_DATA: data, HOST: "127.0.0.1", LOG_LEVEL: "warn", TRUSTED_PROXIES: "127.0.0.1" },
    ...{
      CLOCK_OFFSET: clock,
      NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, "jumpingClock.mjs"))}`,
    },
  };
}

/** The postmaster and each backend: a postmaster that is killed alone leaves them writing for a moment. */
function killTree({ child }: Server): void {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // it is gone already
  }
}
