import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence";

/** Makes the folder of BIANFA_DATA, or says that it cannot be made or written. */
export function makeDataFolder(data: string): void {
  try {
    makeFolder(data);
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOSPC") throw error;
    throw new Sentence(`BIANFA_DATA 的文件夹 ${data} 不能建立或写入：请检查它的权限。`);
  }
}

/** A folder with those above it. Not with mkdir's own recursion: in /proc that never comes back. */
export function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  mkdirSync(folder, { mode });
}
