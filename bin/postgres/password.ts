import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence";

/** The application's role and its database. */
export const NAME = "bianfa";

/** The superuser's password of the cluster in BIANFA_DATA, made before the cluster is. */
export function readOrMakePassword(data: string, initialised: boolean): string {
  const file = path.join(data, "pg-password");
  const known = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (known) return known;
  if (initialised) throw new Sentence(`缺少 ${file}，它是内置数据库的密码：请从备份中恢复它。`);
  const password = randomBytes(24).toString("hex");
  writeFileSync(file, `${password}\n`, { mode: 0o600, flush: true });
  return password;
}

/** The application's password: the superuser's does not follow from it. */
export function passwordOfApplication(password: string): string {
  return createHash("sha256").update(`${NAME}:${password}`).digest("hex").slice(0, 48);
}
