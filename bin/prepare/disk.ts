import { statfsSync } from "node:fs";
import { Sentence } from "../sentence";

const LEAST_MB = 200;

/** Refuses to begin where there is too little room to end well. */
export function refuseFullDisk(folder: string, name: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < LEAST_MB)
    throw new Sentence(`磁盘空间不足：${name}（${folder}）只剩 ${free} MB，至少需要 ${LEAST_MB} MB。`);
}
