import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withClient } from "@/bin/client";
import { runTs } from "@/bin/prepare/run";
import { onFilled } from "../archive/scratch";
import type { Asks } from "../asks";
import { atSize, type Measured } from "../print";

type One = { seconds: number; rows: number; megabytes: number };

/** How long a backup of ten years takes, and putting it back: with 100,000 items, with --full a million too. */
export async function measure({ sizes }: Asks): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const count of sizes) rows.push(...(await measureOne(count)));
  return rows;
}

function measureOne(count: number): Promise<Measured[]> {
  return onFilled(count, async (url, { items }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-backup-"));
    try {
      const file = path.join(folder, "bench.backup");
      const written = await one("backup", url, file);
      await withClient(url, (client) => client.query("CREATE DATABASE restored"));
      const restored = await one("restore", new URL("/restored", url).href, file);
      const size = await withClient(url, async (client) =>
        Number((await client.query("SELECT pg_database_size(current_database()) AS size")).rows[0].size),
      );
      const note = `${items} 篇稿件，${written.rows} 行`;
      return [
        atSize("数据库", count, size / 1e6, { unit: "MB", note }),
        atSize("备份文件", count, statSync(file).size / 1e6, { unit: "MB" }),
        atSize("备份", count, written.seconds, { unit: "s" }),
        atSize("备份时内存", count, written.megabytes, { unit: "MB" }),
        atSize("恢复并逐表核对", count, restored.seconds, { unit: "s" }),
        atSize("恢复时内存", count, restored.megabytes, { unit: "MB" }),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function one(act: "backup" | "restore", url: string, file: string): Promise<One> {
  const { status, output } = await runTs("bench/backup/one.ts", { args: [act, url, file], quiet: true });
  if (status !== 0) throw new Error(output);
  return JSON.parse(output.slice(output.lastIndexOf("{"))) as One;
}
