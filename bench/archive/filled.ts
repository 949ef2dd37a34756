import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/bin/migrate/apply";
import { initialise } from "@/bin/postgres/cluster";
import { APPLICATION, grantTo } from "@/bin/postgres/roles";
import type { Scratch } from "@/bin/postgres/scratch";
import { newDatabase, partedAt } from "@/bin/postgres/scratchDatabase";
import { startServer } from "@/bin/postgres/server";
import { fill } from "./fill";

const name = "bianfa";

/** What is known of a filling: the superuser's password, what is in it, how long it took (seconds). */
export type Filling = { password: string; items: number; issues: number; seconds: number };

let root: string | undefined;

/**
 * Where fillings are kept: for this run, or in BIANFA_BENCH_KEEP for the next ones too. Half an hour is not spent
 * twice on the same million.
 */
function place(): string {
  const { BIANFA_BENCH_KEEP: keep } = process.env;
  root ??= keep ? path.resolve(keep) : passing();
  mkdirSync(root, { recursive: true });
  // As root the database runs as somebody else, who must get in.
  chmodSync(root, 0o711);
  return root;
}

function passing(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-filled-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A PostgreSQL in `folder` whose database `bianfa` holds `size` items (`fill`), with the index of search: a copy of
 * the filling of that size, which is made where it is not there yet. `fsync`: writes to the disk as the product's does.
 */
export async function startFilled(
  folder: string,
  size: number,
  { fsync = false } = {},
): Promise<Scratch & { filling: Filling }> {
  const kept = path.join(place(), `${size}-${made()}`);
  if (!existsSync(kept)) await make(kept, size);
  copy(path.join(kept, "pg"), folder);
  const filling = JSON.parse(readFileSync(path.join(kept, "filling.json"), "utf8")) as Filling;
  const { url, stop } = await serve(folder, filling.password, fsync);
  // One that was kept may be older than the latest migration.
  const { owner } = partedAt(url, name);
  await migrate(owner);
  await grantTo(owner, APPLICATION);
  return { url, stop, filling };
}

/** What fills, as a few letters: another filling than the one that is there is another folder. */
function made(): string {
  const hash = createHash("sha256");
  for (const file of ["fill", "past", "documents", "house", "words"])
    hash.update(readFileSync(path.join(import.meta.dirname, `${file}.ts`)));
  return hash.digest("hex").slice(0, 8);
}

/** It grows beside its place: one that was interrupted never passes for whole. */
async function make(kept: string, size: number): Promise<void> {
  process.stderr.write(`正在填充 ${size} 篇稿件。\n`);
  const growing = `${kept}.${randomBytes(4).toString("hex")}`;
  mkdirSync(growing, { mode: 0o711 });
  const away = () => rmSync(growing, { recursive: true, force: true });
  // Its PostgreSQL ends with us.
  process.once("exit", away);
  const password = randomBytes(12).toString("hex");
  initialise(path.join(growing, "pg"), { password, fsync: false });
  const from = performance.now();
  const { url, stop } = await serve(growing, password, false);
  try {
    await newDatabase(url, name);
    const entered = await fill(new URL(`/${name}`, url).href, size);
    const filling: Filling = { password, ...entered, seconds: (performance.now() - from) / 1_000 };
    writeFileSync(path.join(growing, "filling.json"), JSON.stringify(filling));
    await stop();
    renameSync(growing, kept);
  } finally {
    await stop();
    away();
    process.off("exit", away);
  }
}

async function serve(folder: string, password: string, fsync: boolean): Promise<Scratch> {
  const server = await startServer(path.join(folder, "pg"), { fsync, log: path.join(folder, "postgres.log") });
  return { url: `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`, stop: server.stop };
}

function copy(from: string, folder: string): void {
  const { status, stderr } = spawnSync("cp", ["-a", from, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the filling could not be copied: ${stderr}`);
}
