import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startScratchPostgres } from "../postgres/scratch";
import { Sentence } from "../sentence";
import { migrate } from "./apply";
import { withEngine } from "./engine";
import { MIGRATIONS, NO_FILTER, SCHEMA } from "./folder";

/**
 * Writes the migration from what the folder's migrations make to what the schema says, and
 * returns its file; null when they agree. A passing database shows what the folder makes.
 */
export async function writeMigration(name: string, schema = SCHEMA, folder = MIGRATIONS): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) throw new Sentence("迁移的名称只用小写字母、数字和下划线，以字母开头。");
  const script = await difference(schema, folder);
  if (script === null) return null;
  const target = path.join(folder, `${timestamp()}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  writeFileSync(path.join(target, "migration.sql"), script);
  return path.join(target, "migration.sql");
}

/** The SQL from the folder's migrations to the schema; null when nothing is missing. */
export async function difference(schema: string, folder: string): Promise<string | null> {
  const dir = mkdtempSync(path.join(tmpdir(), "bianfa-migration-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(dir, 0o711);
  try {
    const scratch = await startScratchPostgres(dir);
    try {
      await migrate(scratch.url, folder);
      const { stdout, exitCode } = await withEngine(scratch.url, new Map(), (engine) =>
        engine.diff({
          from: {
            tag: "schemaDatasource",
            configDir: path.dirname(schema),
            files: [{ path: schema, content: readFileSync(schema, "utf8") }],
          },
          to: { tag: "schemaDatamodel", files: [{ path: schema, content: readFileSync(schema, "utf8") }] },
          script: true,
          exitCode: true,
          filters: NO_FILTER,
        }),
      );
      return exitCode === 0 ? null : stdout;
    } finally {
      await scratch.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, "").slice(0, 14);
}
