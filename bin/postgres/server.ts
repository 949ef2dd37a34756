import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence";
import { binaries } from "./binaries";
import { identityFor } from "./identity";
import { endOrphans } from "./orphans";
import { freePort } from "./port";

export type ServerOptions = { port?: number; fsync?: boolean; log: string };
export type Server = { port: number; child: ChildProcess; stop: () => Promise<void> };

/** Starts PostgreSQL on an initialised folder, on 127.0.0.1 only, and waits until it answers. */
export async function startServer(folder: string, { port, fsync = true, log }: ServerOptions): Promise<Server> {
  await endOrphans(folder);
  rotate(log);
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const logFrom = existsSync(log) ? statSync(log).size : 0;
    const child = spawnServer(folder, chosen, fsync, log);
    if (await isReady(folder, child)) return { port: chosen, child, stop: () => stop(child) };
    const reason = lastError(log, logFrom);
    // The port may be snatched between choosing and binding; leftover backends need a moment to notice.
    if (attempt === 8 || !/could not bind|still in use|lock file/.test(reason)) throw failure(folder, log, reason);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await endOrphans(folder);
  }
}

function spawnServer(folder: string, port: number, fsync: boolean, log: string): ChildProcess {
  const { postgres } = binaries();
  const identity = identityFor(folder, [postgres, folder]);
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "logging_collector=off",
    "log_min_messages=warning",
    "lc_messages=C",
    ...(fsync ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
  const [program, args] = identity.command(postgres, ["-D", folder, ...settings.flatMap((one) => ["-c", one])]);
  const output = openSync(log, "a", 0o600);
  try {
    // Detached: Ctrl-C reaches the whole terminal group, but web and worker must end before their database.
    return spawn(program, args, {
      ...identity.ids,
      cwd: "/",
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...process.env, LC_ALL: "C" },
    });
  } finally {
    closeSync(output);
  }
}

// PostgreSQL writes its state as the eighth line of its lock file: no connection is needed to know.
async function isReady(folder: string, child: ChildProcess): Promise<boolean> {
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const lines = readLock(folder);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

function readLock(folder: string): string[] {
  try {
    return readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

async function stop(child: ChildProcess): Promise<void> {
  for (const [name, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(name);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  }
}

function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`);
}

function lastError(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString("utf8").split("\n");
  const found = lines
    .filter((line) => /FATAL|PANIC|ERROR|could not|setpriv|error while loading/.test(line))
    .slice(0, 3);
  return found.join(" ") || (lines.filter(Boolean).at(-1) ?? "");
}

function failure(folder: string, log: string, reason: string): Error {
  if (/No space left/.test(reason)) return new Error("No space left on device");
  const short = reason.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "");
  return new Sentence(`内置数据库（${folder}）无法启动：${short || "没有说明"}，详见 ${log}。`);
}
