import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { writeBackup } from "../backup/write";
import { withClient } from "../client";
import { migrate } from "../migrate/apply";
import { readMigrations } from "../migrate/folder";
import { startScratchPostgres } from "../postgres/scratch";
import { programs, run } from "../prepare/run";
import { ROOT } from "../prepare/stale";
import { Sentence } from "../sentence";
import { demonstrationOf, RELEASED, type Released, released } from "./released";

/**
 * Notes a commit as a release: its last migration in prisma/released.json, and its demonstration, played by its own
 * code on its own tables, as a backup under prisma/releases, which the tests of upgrading restore.
 */
export async function release(
  version: string,
  commit: string,
): Promise<{ file: string; migration: string; bytes: number }> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Sentence("版本号形如 0.1.0。");
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-release-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  try {
    const tree = path.join(folder, "tree");
    await unpack(commit, tree);
    const scratch = await startScratchPostgres(folder);
    try {
      const migrations = path.join(tree, "prisma/migrations");
      await migrate(scratch.url, migrations);
      await must([path.join(tree, programs.prisma), "generate"], tree, {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      });
      await must(["--import", "tsx", "seeds/index.ts"], tree, { DATABASE_URL: scratch.url, BIANFA_DEMO: "1" });
      await makeSmall(scratch.url);
      const file = demonstrationOf(version);
      mkdirSync(path.dirname(file), { recursive: true });
      rmSync(file, { force: true });
      const { bytes } = await writeBackup(scratch.url, file);
      const migration = readMigrations(migrations).migrationDirectories.at(-1)?.path ?? "";
      const all: Released = [...released().filter((each) => each.version !== version), { version, migration }];
      writeFileSync(RELEASED, `${JSON.stringify(all, null, 2)}\n`);
      return { file, migration, bytes };
    } finally {
      await scratch.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tree of a commit, with the packages that are installed here. */
async function unpack(commit: string, tree: string): Promise<void> {
  mkdirSync(tree);
  const archive = `${tree}.tar`;
  const made = await run("git", ["archive", "--format=tar", "-o", archive, commit], {}, true);
  if (made.status !== 0) throw new Sentence(`没有提交 ${commit}。`);
  const unpacked = await run("tar", ["-xf", archive, "-C", tree], {}, true);
  if (unpacked.status !== 0) throw new Sentence(`不能展开提交 ${commit}：${unpacked.output.trim()}`);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(tree, "node_modules"));
  // The faces that apt brought, where they are: pages break as they do here.
  const faces = path.join(ROOT, "generated/faces");
  mkdirSync(path.join(tree, "generated"));
  if (existsSync(faces)) symlinkSync(faces, path.join(tree, "generated/faces"));
}

async function must(args: string[], cwd: string, env: Record<string, string>): Promise<void> {
  const { status, output } = await run(process.execPath, args, env, true, { cwd });
  if (status !== 0) throw new Sentence(`${args.at(-1)} 没有成功：${output.trim().slice(-1_000)}`);
}

/** Photographs and printed pages are nine tenths of it and nothing that an upgrade looks into. */
async function makeSmall(url: string): Promise<void> {
  // A real one all the same: pages are set with it.
  const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
  await withClient(url, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(`UPDATE "Image" SET bytes = $1, width = 1, height = 1, type = 'image/jpeg'`, [dot]);
    await client.query(`UPDATE "IssueFile" SET bytes = $1`, [Buffer.from("%PDF-")]);
  });
}
