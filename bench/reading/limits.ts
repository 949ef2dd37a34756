import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { freePort } from "@/bin/postgres/port";
import { programs, runNode } from "@/bin/prepare/run";
import { ROOT, unlessCurrent } from "@/bin/prepare/stale";
import type { Web } from "../post/trial";

const bare = path.join(import.meta.dirname, "bare");
const next = path.join(ROOT, programs.next);

type Limit = Web & { stop: () => void };

/** The same queries and strings by node:http alone. */
export async function startFloor(folder: string): Promise<Limit> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "floor.ts"), folder], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once("message", (address) => resolve(address as { port: number }));
    child.once("exit", (code) => reject(new Error(`the floor ended with ${code}`)));
  });
  return limit(child, port);
}

/** The same HTML from memory by a dynamic page of the framework; built where that is not done yet. */
export async function startBare(folder: string): Promise<Limit> {
  await unlessCurrent(path.join(bare, ".next/bianfa-inputs"), ["bench/reading/bare/app", "package.json"], async () => {
    const { status, output } = await runNode(programs.next, {
      args: ["build", bare],
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      quiet: true,
    });
    if (status !== 0) throw new Error(output);
  });
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", bare, "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...process.env, NODE_ENV: "production", BARE_HTML: folder },
    stdio: "ignore",
  });
  await answers(`http://127.0.0.1:${port}/page`, child);
  return limit(child, port);
}

function limit(child: ChildProcess, port: number): Limit {
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill() };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const last = Date.now() + 60_000; Date.now() < last && child.exitCode === null; ) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the bare page did not start");
}
