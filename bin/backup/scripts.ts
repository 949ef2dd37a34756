import { createHash } from "node:crypto";
import { readMigrations, scriptsOf } from "../migrate/folder";
import type { Header } from "./format";
import { Fault } from "./runs";

/**
 * The scripts of the migrations that made the tables of a backup, in their order. Refused: a backup of a newer
 * version, and one whose tables were made by another script of that name.
 */
export function scriptsFor({ migrations, product }: Header, folder: string): string[] {
  const known = new Map([...scriptsOf(readMigrations(folder))].map(([script, name]) => [name, script]));
  return migrations.map(({ name, checksum }) => {
    const script = known.get(name);
    if (script === undefined)
      throw new Fault("newer", `备份来自较新的版本（${product}，迁移 ${name} 不在本程序中）：请用那个版本恢复。`);
    if (createHash("sha256").update(script).digest("hex") !== checksum)
      throw new Fault("newer", `备份里的表由另一个迁移 ${name} 建立，与本程序的不同：请用写出备份的那个版本恢复。`);
    return script;
  });
}
