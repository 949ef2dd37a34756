import { readdirSync, readFileSync } from "node:fs";

const ticks = 100;

/** Seconds of processor time that a process and all its descendants have used. */
export function processorSeconds(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + ticksOf(each), 0) / ticks;
}

/** Megabytes of memory that are resident of a process and its descendants; what they share counts once for each. */
export function residentMegabytes(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + residentOf(each), 0) / 1024;
}

function treeOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const fields = /^\d+$/.test(name) ? fieldsOf(Number(name)) : null;
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const tree = [pid];
  for (const each of tree) for (const [child, parent] of parents) if (parent === each) tree.push(child);
  return tree;
}

/** The fields of /proc/PID/stat behind the name, which may hold spaces: state, parent, … */
function fieldsOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null; // ended meanwhile
  }
}

function ticksOf(pid: number): number {
  const fields = fieldsOf(pid);
  return fields ? Number(fields[11]) + Number(fields[12]) : 0;
}

function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // ended meanwhile
  }
}
