import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { gone, identify, type Process, signal } from "../processes";
import { Sentence } from "../sentence";

/**
 * Ends whatever PostgreSQL still runs on this folder (a postmaster that outlived its starter,
 * or backends that outlived their postmaster) and removes what it left lying.
 */
export async function endOrphans(folder: string): Promise<void> {
  const all = serversOn(folder);
  for (const [name, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    // The lock file names the postmaster; it ends its backends itself, so it goes first.
    const postmaster = all.find(({ pid }) => pid === recordedPid(folder));
    for (const who of name === "SIGINT" && postmaster ? [postmaster] : all) signal(who, name);
    if (await gone(all, patience)) break;
  }
  const left = serversOn(folder);
  if (left.length > 0)
    throw new Sentence(`数据文件夹 ${folder} 仍被进程 ${left.map(({ pid }) => pid).join("、")} 占用。`);
  // The number in it may belong to another program by now, and PostgreSQL would then refuse to start.
  rmSync(path.join(folder, "postmaster.pid"), { force: true });
}

/** All running processes of PostgreSQL whose data folder this is. */
export function serversOn(folder: string): Process[] {
  const pids = process.platform === "linux" ? pidsWorkingIn(folder) : [recordedPid(folder)];
  return pids.flatMap((pid) => identify(pid) ?? []);
}

/** The postmaster's number by its own lock file; 0 when there is none. */
export function recordedPid(folder: string): number {
  try {
    return Number.parseInt(readFileSync(path.join(folder, "postmaster.pid"), "utf8"), 10) || 0;
  } catch {
    return 0;
  }
}

// Every process of PostgreSQL works in its data folder: surer than any file.
function pidsWorkingIn(folder: string): number[] {
  const real = realpathSync(folder);
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1 && worksIn(pid, real));
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder && /\/postgres( \(deleted\))?$/.test(readlinkSync(`/proc/${pid}/exe`))
    );
  } catch {
    return false; // gone meanwhile, or somebody else's
  }
}

/** The port on which a postmaster serves this folder right now; 0 when none does. */
export function runningPort(folder: string): number {
  const pid = recordedPid(folder);
  if (!pid || !serversOn(folder).some((who) => who.pid === pid)) return 0;
  return Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[3]) || 0;
}
