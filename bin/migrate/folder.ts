import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

export const MIGRATIONS = path.resolve(import.meta.dirname, "../../prisma/migrations");
export const SCHEMA = path.resolve(import.meta.dirname, "../../prisma/schema.prisma");
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The migrations of a folder in Prisma's own layout, oldest first, as the engine wants them. */
export function readMigrations(folder: string): MigrationList {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const lock = path.join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names
      .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

/** The name of each migration by its script, for those who must recognise one. */
export function scriptsOf(list: MigrationList): Map<string, string> {
  return new Map(
    list.migrationDirectories.flatMap(({ path: name, migrationFile: { content } }) =>
      content.tag === "ok" ? [[content.value, name] as const] : [],
    ),
  );
}
