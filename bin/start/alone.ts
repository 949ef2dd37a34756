import { existsSync } from "node:fs";
import path from "node:path";
import { readEnv } from "../../lib/env";
import { ROOT } from "../prepare/stale";
import { Sentence } from "../sentence";
import { environmentOf } from "./environment";

/**
 * Makes this process one of several on the database of DATABASE_URL, as the units of deploy/ start them. Nothing
 * is installed, built or migrated here: `bianfa prepare` has done that once for all of them. Refused where it has not.
 */
export function standAlone(service: "web" | "worker"): void {
  const env = readEnv();
  if (!env.DATABASE_URL) throw new Sentence("没有设置 DATABASE_URL：内置数据库由 npm start 管理。");
  // Two processes with a secret each would end each other's sessions.
  if (!env.NEXTAUTH_SECRET) throw new Sentence("没有设置 NEXTAUTH_SECRET：几个网页进程须用同一个，至少 32 个字符。");
  if (!existsSync(path.join(ROOT, ".next/BUILD_ID")))
    throw new Sentence("还没有构建：先运行 npm run bianfa -- prepare。");
  Object.assign(process.env, environmentOf("start", env), { BIANFA_DEMO: "0", BIANFA_SERVICE: service });
  // Nothing that serves needs the owner's address, nor should find it.
  delete process.env.DATABASE_OWNER_URL;
}
