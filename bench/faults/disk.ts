import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A file system of few megabytes, which can be filled to the last byte. */
export type SmallDisk = { folder: string; fill: () => void; free: () => void; remove: () => void };

const megabytes = 600;

/** Mounts one in memory, where whoever runs this may; else null. */
export function makeSmallDisk(folder: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=711`, "none", folder]);
  if (mounted.status !== 0) return null;
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(ballast, Buffer.alloc(bavail * bsize));
      } catch (error) {
        // The database took a page meanwhile: then it is as full as it gets.
        if ((error as { code?: string }).code !== "ENOSPC") throw error;
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => void spawnSync("umount", ["-l", folder]),
  };
}
