import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that cannot be mistaken for a later one with the same number. */
export type Process = { pid: number; startedAt: string };

/** When the process began, as the system words it; null when it is gone or a zombie. */
export function startTimeOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 1) return null;
  if (process.platform !== "linux") return startTimeFromPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in parentheses and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // In a container nobody may reap a killed orphan: a zombie runs no more.
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${fields[19]}@${bootId()}`;
  } catch {
    return null;
  }
}

function startTimeFromPs(pid: number): string | null {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

// Ticks count from the boot: without it a number could match after the machine was restarted.
function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** The process by this number, with the time that tells it from others. */
export function identify(pid: number): Process | null {
  const startedAt = startTimeOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** Whether this very process still runs. */
export function isAlive(who: Process): boolean {
  return startTimeOf(who.pid) === who.startedAt;
}

/** Sends a signal to this very process; says whether it was there. */
export function signal(who: Process, name: NodeJS.Signals): boolean {
  if (!isAlive(who)) return false;
  try {
    return process.kill(who.pid, name);
  } catch {
    return false;
  }
}

/** Waits until all are gone, at most so many milliseconds. */
export async function gone(all: Process[], milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (all.some(isAlive)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return true;
}
