import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@/bin/prepare/stale";

/** What a unit of deploy/ says that matters to whoever plays systemd. */
export type Unit = { command: string[]; restartSeconds: number; patienceSeconds: number; kill: NodeJS.Signals };

/** Reads a unit of deploy/ for one instance (%i), for this copy of the program instead of /opt/bianfa. */
export function readUnit(name: string, instance: string): Unit {
  const text = readFileSync(path.join(ROOT, "deploy", name), "utf8");
  const value = (key: string) => {
    const [, found] = new RegExp(`^${key}=(.*)$`, "m").exec(text) ?? [];
    if (!found) throw new Error(`${name} has no ${key}`);
    return found.replaceAll("%i", instance).replaceAll("/opt/bianfa", ROOT);
  };
  if (value("Restart") !== "always") throw new Error(`${name} does not come back by itself`);
  return {
    command: value("ExecStart").split(" "),
    restartSeconds: Number(value("RestartSec")),
    patienceSeconds: Number(value("TimeoutStopSec")),
    kill: value("KillSignal") as NodeJS.Signals,
  };
}

export type Running = {
  /** As the kernel would, or a power cut: with everything below it. systemd starts it again. */
  kill: () => void;
  /** As `systemctl stop`: told to end, and ended when its patience is over. Whether it ended by itself. */
  stop: () => Promise<boolean>;
  pid: () => number;
};

/** Runs a unit and starts it again whenever it dies, as systemd does. */
export function runUnit(unit: Unit, env: NodeJS.ProcessEnv, log: number): Running {
  let stopped = false;
  let child = begin();

  function begin(): ChildProcess {
    const [program = "", ...args] = unit.command;
    // A group of its own, which stands for the control group of the unit.
    const started = spawn(program, args, { cwd: ROOT, env, detached: true, stdio: ["ignore", log, log] });
    started.once("exit", () => {
      signal(started, "SIGKILL");
      if (!stopped)
        setTimeout(() => {
          if (!stopped) child = begin();
        }, unit.restartSeconds * 1_000);
    });
    return started;
  }

  return {
    kill: () => signal(child, "SIGKILL"),
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return true;
      const ended = new Promise<boolean>((resolve) => child.once("exit", () => resolve(true)));
      child.kill(unit.kill);
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, unit.patienceSeconds * 1_000, false).unref());
      const inOrder = await Promise.race([ended, late]);
      signal(child, "SIGKILL");
      return inOrder;
    },
  };
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch {
    // nothing of it is left
  }
}
