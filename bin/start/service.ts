import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ROOT } from "../prepare/stale";
import type { Service } from "./supervise";

// Next announces itself on each start; our own line says when everything is ready.
const BANNER = /^\s*(▲ Next|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running next)|$)/;

export type ServiceOptions = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  patience: number;
  /** Where the lines of its stdout go; ours unless told otherwise. */
  out?: NodeJS.WritableStream;
};

/** Starts a Node program that serves until it is told to end, its lines marked with its name. */
export function startService({ name, args, env, patience, out = process.stdout }: ServiceOptions): Service {
  // In a group of its own, Ctrl-C reaches only us, and we decide in which order things end.
  const child = spawn(process.execPath, args, { cwd: ROOT, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  for (const [stream, to] of [
    [child.stdout, out],
    [child.stderr, process.stderr],
  ] as const) {
    createInterface({ input: stream }).on("line", (line) => BANNER.test(line) || to.write(`${name} │ ${line}\n`));
  }
  // A program that cannot be started also ends; "exit" would not come.
  child.once("error", () => child.emit("exit", 1, null));
  return { child, stop: () => stop(child, patience) };
}

async function stop(child: Service["child"], patience: number): Promise<void> {
  for (const [name, wait] of [
    ["SIGTERM", patience],
    ["SIGKILL", 2_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) break;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    signalGroup(child.pid, name);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, wait).unref())]);
  }
  // Its own children, should it have left any.
  if (child.pid) signalGroup(child.pid, "SIGKILL");
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // the group is empty
  }
}
