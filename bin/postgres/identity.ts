import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { Sentence } from "../sentence";

/** How to start a program so that it is not root, which PostgreSQL refuses to be. */
export type Identity = {
  /** Owner to give to the data folder; null when we already are an ordinary user. */
  owner: { uid: number; gid: number } | null;
  /** The command line that becomes `program arguments` under that identity. */
  command: (program: string, args: string[]) => [string, string[]];
  /** For spawn, where no wrapper does it. */
  ids: { uid?: number; gid?: number };
};

/**
 * The identity for a cluster: ourselves, or as root whoever owns the data folder, or `nobody`.
 * `reach` are the files and folders that it must be able to get to.
 */
export function identityFor(dataFolder: string, reach: string[]): Identity {
  const setpriv = hasSetpriv();
  // Should we be killed outright, the database ends with us where the system can arrange that.
  const together = setpriv ? ["--pdeathsig", "INT"] : [];
  if (process.getuid?.() !== 0) return { owner: null, command: wrapped(together), ids: {} };
  const owner = ownerOf(dataFolder) ?? nobody();
  if (!setpriv) return { owner, command: wrapped([]), ids: owner };
  const plain = ["--reuid", String(owner.uid), "--regid", String(owner.gid), "--clear-groups"];
  const capability = canReach(plain, reach) ? [] : reachingCapability();
  return { owner, command: wrapped([...plain, ...capability, ...together]), ids: {} };
}

function wrapped(options: string[]): Identity["command"] {
  return (program, args) => (options.length > 0 ? ["setpriv", [...options, "--", program, ...args]] : [program, args]);
}

// A cluster that an ordinary user began goes on under that user when root starts it.
function ownerOf(folder: string): { uid: number; gid: number } | null {
  if (!existsSync(folder)) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

// initdb wants an entry in passwd, so a free number would not do.
function nobody(): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (!uid || !gid)
    throw new Sentence("系统没有用户 nobody，内置数据库无法以 root 运行：请换普通用户，或设置 DATABASE_URL。");
  return { uid: Number(uid), gid: Number(gid) };
}

function hasSetpriv(): boolean {
  // The one of busybox knows neither --reuid nor --ambient-caps.
  const help = spawnSync("setpriv", ["--help"], { encoding: "utf8" });
  return help.status === 0 && help.stdout.includes("--ambient-caps");
}

function canReach(plain: string[], reach: string[]): boolean {
  const tests = reach.flatMap((file, index) => [...(index ? ["-a"] : []), "-x", file]);
  return spawnSync("setpriv", [...plain, "--", "test", ...tests], { cwd: "/" }).status === 0;
}

// A clone under /root or in a folder of mktemp is closed to others. Reading past that is enough;
// containers withhold that capability but grant the wider one.
function reachingCapability(): string[] {
  const effective = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  const held = BigInt(`0x${effective}`);
  const name = held & 4n ? "dac_read_search" : held & 2n ? "dac_override" : null;
  if (!name)
    throw new Sentence(
      "用户 nobody 进不了本文件夹（内置数据库不能以 root 运行）：请把程序和 BIANFA_DATA 移到 /opt 之类的地方，或设置 DATABASE_URL。",
    );
  // initdb asks access(2), which leaves out the capabilities of whoever is not root, unless told not to.
  return [`--inh-caps=+${name}`, `--ambient-caps=+${name}`, "--securebits=+no_setuid_fixup"];
}
