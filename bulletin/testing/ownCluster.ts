import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Database } from "@/lib/db";
import { withClient } from "../../bin/client";
import { migrate } from "../../bin/migrate/apply";
import { startEmbedded } from "../../bin/postgres/embedded";
import { APPLICATION, grantTo } from "../../bin/postgres/roles";

/** A PostgreSQL of one file's own, as `npm start` runs it, which may be killed without anybody else noticing. */
export type Cluster = {
  /** Its owner's, who may hold any table. */
  url: string;
  /** As a power cut would: the postmaster is gone, and its backends with it. */
  kill: () => Promise<void>;
  /** On the same folder and the same port, after its recovery. */
  startAgain: () => Promise<void>;
  end: () => Promise<void>;
};

/** Starts it, migrated, and makes it the database of this process until it ends. */
export async function startOwnCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-killed-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  const embedded = await startEmbedded(folder);
  await migrate(embedded.url);
  await grantTo(embedded.url, APPLICATION);
  const giveBack = takeOver(embedded.application);
  let { server } = embedded;
  return {
    url: embedded.url,
    kill: async () => {
      const gone = once(server.child, "exit");
      server.child.kill("SIGKILL");
      await gone;
    },
    startAgain: async () => {
      server = await embedded.restart();
    },
    end: async () => {
      await server.stop();
      await giveBack();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// The files of a worker share its modules, and with them its one client.
function takeOver(url: string): () => Promise<void> {
  const kept = globalThis as { bianfaDb?: Database };
  const before = { client: kept.bianfaDb, url: process.env.DATABASE_URL };
  kept.bianfaDb = undefined;
  process.env.DATABASE_URL = url;
  return async () => {
    await kept.bianfaDb?.$disconnect();
    kept.bianfaDb = before.client;
    process.env.DATABASE_URL = before.url;
  };
}

const holds = new Set<() => void>();

/** After a test that failed while it held something: the next one is not to wait for it. */
export function letGoOfAll(): void {
  for (const letGo of holds) letGo();
}

/** A lock that makes whoever is about to write into a table wait there, until it is let go. */
export async function hold(url: string, table: string): Promise<{ pid: number; release: () => Promise<void> }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  holds.add(release);
  return new Promise((resolve, reject) => {
    const done = withClient(url, async (client) => {
      await client.query("BEGIN");
      await client.query(`LOCK TABLE "${table}" IN SHARE MODE`);
      const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      const letGo = async () => {
        release();
        holds.delete(release);
        await done;
      };
      resolve({ pid: rows[0]?.pid ?? 0, release: letGo });
      await released;
    });
    done.catch(reject);
  });
}
