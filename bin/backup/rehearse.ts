import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { now } from "@/lib/clock";
import type { Env } from "@/lib/env";
import { withClient } from "../client";
import { startScratchPostgres } from "../postgres/scratch";
import { Sentence } from "../sentence";
import { newestIn } from "./keep";
import { type Restored, restoreBackup } from "./restore";
import { Fault, failureOf, note } from "./runs";

const PREFIX = "rehearsal-";
// Any fixed number: whoever rehearses holds it in the database that the backups are of.
const LOCK = 2_026_113_1;

/**
 * Restores a backup (without a file: the newest) into a PostgreSQL made for it, where every table is counted and
 * hashed against the file, and throws that away. Notes what came of it. The database in use is not touched.
 */
export async function rehearse(
  url: string,
  { BIANFA_DATA: data, BIANFA_BACKUPS: folder }: Pick<Env, "BIANFA_DATA" | "BIANFA_BACKUPS">,
  { file = newestIn(folder) ?? undefined, scheduled = false }: { file?: string; scheduled?: boolean } = {},
): Promise<Restored & { file: string }> {
  if (!file) throw new Sentence(`${folder} 里没有备份：请先运行 npm run bianfa -- backup。`);
  const run = { kind: "rehearsal" as const, scheduled, startedAt: now(), file: path.basename(file) };
  try {
    const restored = await withClient(url, async (client) => {
      const { rows } = await client.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [LOCK]);
      if (!rows[0]?.alone) throw new Fault("busy", "另一次恢复演练正在进行：请等它结束。");
      return restoreInScratch(data, file);
    });
    await note(url, { ...run, ...restored }, null);
    return { ...restored, file };
  } catch (error) {
    await note(url, run, failureOf(error));
    throw error;
  }
}

async function restoreInScratch(data: string, file: string): Promise<Restored> {
  mkdirSync(data, { recursive: true });
  // What a killed one left.
  for (const name of readdirSync(data))
    if (name.startsWith(PREFIX)) rmSync(path.join(data, name), { recursive: true, force: true });
  const folder = mkdtempSync(path.join(data, PREFIX));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  try {
    const scratch = await startScratchPostgres(folder);
    try {
      return await restoreBackup(scratch.url, path.resolve(file));
    } finally {
      await scratch.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
