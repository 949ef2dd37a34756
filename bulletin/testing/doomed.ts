import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { vi } from "vitest";
import { db } from "@/lib/db";

const root = path.resolve(import.meta.dirname, "../..");
const running = new Set<ChildProcess>();

/** A process of the product that a test kills, or lets finish. */
export type Doomed = {
  /** As the kernel would when memory is short: nothing in it can answer. */
  kill: () => Promise<void>;
  /** What it is to do, which it hears once it has started. */
  tell: (what: unknown) => void;
};

/** Starts one on the database of this process. */
export function startDoomed(file: string): Doomed {
  const command = ["--import", "tsx", path.join(root, file)];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: process.env,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  const ended = once(child, "exit").finally(() => running.delete(child));
  return {
    tell: (what) => child.send(what as object),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** What a test that failed left running. */
export function endDoomed(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** The backend that waits at a hold with something written already: an act in the middle of its transaction. */
export function waitingAt(hold: { pid: number }): Promise<number> {
  return soon(async () => {
    const [found] = await db.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE ${hold.pid}::int = ANY(pg_blocking_pids(pid)) AND backend_xid IS NOT NULL`;
    return found?.pid;
  });
}

/** Somebody else has come who waits for what this backend has moved. */
export async function queuedBehind(pid: number): Promise<void> {
  await soon(async () => {
    const found = await db.$queryRaw<unknown[]>`
      SELECT pid FROM pg_stat_activity WHERE ${pid}::int = ANY(pg_blocking_pids(pid))`;
    return found.length > 0;
  });
}

/** A killed process leaves its backend behind, which notices at its next word with it. */
export async function backendGone(pid: number): Promise<void> {
  await soon(async () => {
    const [found] = await db.$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE pid = ${pid}::int`;
    return !found;
  });
}

/** The backend in whose open transaction an issue has moved. */
export async function moving(): Promise<number | undefined> {
  const [found] = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_locks WHERE relation = '"Issue"'::regclass AND mode = 'RowExclusiveLock' AND granted`;
  return found?.pid;
}

/** The moment at which it moves, and so many glances more. */
export async function movedFor(glances: number): Promise<number> {
  const pid = await soon(moving);
  for (let at = 0; at < glances; at++) await moving();
  return pid;
}

/** Looked at again and again, until it is so. */
export function soon<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  return vi.waitUntil(look, { timeout: 60_000, interval: 15 }) as Promise<T>;
}
