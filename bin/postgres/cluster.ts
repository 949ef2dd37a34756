import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence";
import { binaries } from "./binaries";
import { identityFor } from "./identity";

// A collation of the system's C library would change with the system and corrupt text indexes.
const LOCALE = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
const UNFINISHED = "pg-init-";

export type InitOptions = { password: string; fsync?: boolean };

/** Whether the folder holds a finished cluster. */
export function isInitialised(folder: string): boolean {
  return existsSync(path.join(folder, "PG_VERSION"));
}

/**
 * Makes a new cluster in `folder`. It grows beside it and is renamed when it is whole,
 * so that an interrupted initdb never passes for a database.
 */
export function initialise(folder: string, { password, fsync = true }: InitOptions): void {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  removeUnfinished(parent);
  const growing = path.join(parent, `${UNFINISHED}${randomBytes(4).toString("hex")}`);
  mkdirSync(growing, { mode: 0o700 });
  try {
    grow(growing, password, fsync);
    renameSync(path.join(growing, "pg"), folder);
  } catch (error) {
    const occupied = ["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes((error as { code?: string }).code ?? "");
    throw occupied ? new Sentence(`${folder} 里有别的文件，不是数据库：请移走它，或换 BIANFA_DATA。`) : error;
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

function removeUnfinished(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (name.startsWith(UNFINISHED)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function grow(growing: string, password: string, fsync: boolean): void {
  const { initdb, postgres } = binaries();
  const passwordFile = path.join(growing, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const identity = identityFor(growing, [initdb, postgres, path.dirname(growing)]);
  if (identity.owner) {
    for (const entry of [passwordFile, growing]) chownSync(entry, identity.owner.uid, identity.owner.gid);
  }
  const args = ["-D", path.join(growing, "pg"), "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  const [program, all] = identity.command(initdb, [...args, ...LOCALE, ...(fsync ? [] : ["--no-sync"])]);
  const run = spawnSync(program, all, {
    ...identity.ids,
    cwd: "/",
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  if (run.status === 0) return;
  const reason = `${run.stderr ?? ""}${run.error?.message ?? ""}`
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("initdb: removing"));
  if (/No space left/.test(reason.join())) throw new Error("No space left on device");
  throw new Sentence(
    `无法在 ${path.dirname(growing)} 建立内置数据库：${reason.at(-1) ?? `initdb 以 ${run.status ?? run.signal} 结束`}。`,
  );
}
