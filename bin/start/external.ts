import type { Env } from "../../lib/env";
import { APPLICATION, mayChangeRecord, roleOf } from "../postgres/roles";
import { say, warn } from "../say";
import { Sentence } from "../sentence";
import { checkDatabase, refuseOtherDatabase } from "./database";
import { migrated } from "./demonstration";

/**
 * A database of somebody else's: DATABASE_URL is the application's, DATABASE_OWNER_URL that of whoever owns
 * the tables. With the first alone everything runs as one role, and only triggers protect the record.
 */
export async function openExternal(application: string, owner: string | undefined): Promise<void> {
  say("数据库", "连接 DATABASE_URL…");
  await checkDatabase(application);
  if (owner) {
    await checkDatabase(owner, "DATABASE_OWNER_URL");
    await refuseOtherDatabase(application, owner);
  }
  const role = owner ? await roleOf(application) : null;
  say("迁移", await migrated(owner ?? application, role).catch(withoutRight));
  if (await mayChangeRecord(application)) {
    warn(
      "注意：DATABASE_URL 的用户拥有各表，操作记录只有触发器保护（见 docs/operations.md 中 The roles of the database 一节）。",
    );
  }
}

/** The role to be given its rights after a migration; none where the owner is the application too. */
export async function applicationOf(env: Env): Promise<string | null> {
  if (!env.DATABASE_URL) return APPLICATION;
  return env.DATABASE_OWNER_URL ? roleOf(env.DATABASE_URL) : null;
}

// The application's role alone suffices as long as there is nothing to migrate.
function withoutRight(error: unknown): never {
  if (!/42501|permission denied|must be owner/.test(`${(error as { code?: string }).code} ${error}`)) throw error;
  throw new Sentence(
    "有迁移要应用，而 DATABASE_URL 的用户无权改表：请设置 DATABASE_OWNER_URL，或先以它运行 npm run bianfa -- migrate。",
  );
}
