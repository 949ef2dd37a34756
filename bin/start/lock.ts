import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { identify, isAlive, type Process } from "../processes";
import { Sentence } from "../sentence";

const OURSELVES = identify(process.pid);

export type Lock = { stopping: () => void; release: () => void };

/**
 * Makes this process the only one that works on the data folder. What a killed one left lying does
 * not count; one that is just ending is waited for.
 */
export async function lock(data: string): Promise<Lock> {
  const file = path.join(data, "lock.json");
  for (const end = Date.now() + 2_000; ; ) {
    if (take(file)) return { stopping: () => note(file, true), release: () => release(file) };
    const holder = read(file);
    if (!holder || !isAlive(holder)) giveWay(file);
    else if (Date.now() > end + (holder.stopping ? 30_000 : 0)) {
      throw new Sentence(
        `另一个程序正在使用数据文件夹 ${data}（进程 ${holder.pid}）：请先停止它，或设置 BIANFA_DATA。`,
      );
    } else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Whether a living program holds the folder. */
export function isLocked(data: string): boolean {
  const holder = read(path.join(data, "lock.json"));
  return holder !== null && isAlive(holder);
}

type Holder = Process & { stopping?: boolean };

function take(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(OURSELVES), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "EEXIST") return false;
    throw error;
  }
}

// Renamed away first: of two that find it stale only one moves it, and neither removes the other's new one.
function giveWay(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = read(aside);
    if (moved && isAlive(moved)) renameSync(aside, file);
    else rmSync(aside, { force: true });
  } catch {
    // the other one was first
  }
}

function note(file: string, stopping: boolean): void {
  if (read(file)?.pid === process.pid) writeFileSync(file, JSON.stringify({ ...OURSELVES, stopping }));
}

function release(file: string): void {
  if (read(file)?.pid === process.pid) rmSync(file, { force: true });
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // nothing there, or cut off while it was written
  }
}
