import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../prepare/stale";

/** Which migration was the last one of each version that an office may run, oldest first. */
export type Released = { version: string; migration: string }[];

export const RELEASED = path.join(ROOT, "prisma/released.json");

export function released(): Released {
  return existsSync(RELEASED) ? JSON.parse(readFileSync(RELEASED, "utf8")) : [];
}

/** The demonstration of a version, as a backup (bin/release/release.ts). */
export function demonstrationOf(version: string): string {
  return path.join(ROOT, `prisma/releases/${version}/demonstration.backup`);
}
