import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gone, identify, isAlive, type Process } from "../processes";

/** Notes in BIANFA_DATA which processes we began, for a next start that finds them without us. */
export function record(data: string): { add: (name: string, pid: number) => void; clear: () => void } {
  const file = path.join(data, "run.json");
  const all: Record<string, Process> = {};
  return {
    add: (name, pid) => {
      const who = identify(pid);
      if (!who) return;
      all[name] = who;
      writeFileSync(`${file}.new`, JSON.stringify(all));
      renameSync(`${file}.new`, file);
    },
    clear: () => rmSync(file, { force: true }),
  };
}

/** Ends what an earlier start left running; returns the names of what it found. */
export async function endLeftovers(data: string): Promise<string[]> {
  const file = path.join(data, "run.json");
  const alive = Object.entries(read(file)).filter(([, who]) => isAlive(who));
  for (const [, who] of alive) signalGroup(who, "SIGTERM");
  const processes = alive.map(([, who]) => who);
  if (!(await gone(processes, 5_000))) {
    for (const who of processes) signalGroup(who, "SIGKILL");
    await gone(processes, 5_000);
  }
  rmSync(file, { force: true });
  return alive.map(([name]) => name);
}

// Each of them leads a group of its own, in which its own children are.
function signalGroup(who: Process, name: NodeJS.Signals): void {
  if (!isAlive(who)) return;
  try {
    process.kill(-who.pid, name);
  } catch {
    // gone meanwhile
  }
}

function read(file: string): Record<string, Process> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
