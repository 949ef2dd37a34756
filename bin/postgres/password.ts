import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence";

/** The role that owns the tables, and its database. */
export const NAME = "bianfa";

/** The superuser's password of the cluster in BIANFA_DATA, made before the cluster is. */
export function readOrMakePassword(data: string, initialised: boolean): string {
  const file = path.join(data, "pg-password");
  const known = read(file);
  if (known) return known;
  if (initialised) throw new Sentence(`缺少 ${file}，它是内置数据库的密码：请从备份中恢复它。`);
  return make(file);
}

/** The owner's password: the superuser's does not follow from it. */
export function passwordOfOwner(password: string): string {
  return createHash("sha256").update(`${NAME}:${password}`).digest("hex").slice(0, 48);
}

/** The password of the application's role, of its own: neither of the others follows from it. A lost one is made anew. */
export function passwordOfApplication(data: string): string {
  const file = path.join(data, "pg-app-password");
  const known = read(file);
  return known.length >= 48 ? known : make(file);
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

function make(file: string): string {
  const password = randomBytes(24).toString("hex");
  writeFileSync(file, `${password}\n`, { mode: 0o600, flush: true });
  return password;
}
