import { existsSync } from "node:fs";
import path from "node:path";
import { withClient } from "../client";
import { migrate } from "../migrate/apply";
import type { Embedded } from "../postgres/embedded";
import { grantTo } from "../postgres/roles";
import { runTs } from "../prepare/run";
import { ROOT } from "../prepare/stale";
import { say } from "../say";
import { Sentence } from "../sentence";

const SEEDS = path.join(ROOT, "seeds/index.ts");
// Written on the database itself, it can neither outlive it nor be lost without it.
const BEGUN = "bianfa: demonstration, begun";
const WHOLE = "bianfa: demonstration";

/** A demonstration that was interrupted goes, with the database that was made for it alone. */
export async function dropHalfDemonstration(embedded: Embedded): Promise<void> {
  if ((await stateOf(embedded.url)) !== BEGUN) return;
  say("演示数据", "上次没有载入完，重新建立数据库");
  await embedded.recreate();
}

/**
 * Loads the demonstration into the migrated embedded database if that is empty; says whether the
 * database is one.
 */
export async function loadDemonstration(embedded: Embedded, wanted: boolean, env: NodeJS.ProcessEnv): Promise<boolean> {
  const state = await stateOf(embedded.url);
  if (state === WHOLE) {
    if (!wanted)
      throw new Sentence("BIANFA_DEMO=0，但 BIANFA_DATA 里是演示数据，其密码人人知道：请换一个 BIANFA_DATA。");
    return true;
  }
  if (!wanted || !existsSync(SEEDS) || !(await isEmpty(embedded.url))) return false;
  say("演示数据", "载入…");
  await mark(embedded.url, BEGUN);
  const { status, output } = await runTs(SEEDS, { args: [], env: { ...env, BIANFA_DEMO: "1" }, quiet: true });
  if (status !== 0) {
    process.stderr.write(output);
    if (/ENOSPC|53100|No space left/.test(output)) throw new Error("ENOSPC");
    throw new Sentence("演示数据没有载入成功（seeds/index.ts）：请看上面的提示。");
  }
  await mark(embedded.url, WHOLE);
  say("演示数据", "已载入");
  return true;
}

/** Applies the migrations as the owner and gives the application's role its rights; a half demonstration was dropped before. */
export async function migrated(owner: string, role: string | null): Promise<string> {
  const applied = await migrate(owner);
  if (role) await grantTo(owner, role);
  return applied.length > 0 ? `应用了 ${applied.length} 个` : "没有新的";
}

async function stateOf(url: string): Promise<string | null> {
  const { rows } = await query<{ state: string | null }>(
    url,
    "SELECT shobj_description(oid, 'pg_database') AS state FROM pg_database WHERE datname = current_database()",
  );
  return rows[0]?.state ?? null;
}

async function mark(url: string, state: string): Promise<void> {
  await query(url, `COMMENT ON DATABASE ${new URL(url).pathname.slice(1)} IS '${state}'`);
}

// What a migration itself puts in (a first row of settings) does not make a database lived in.
async function isEmpty(url: string): Promise<boolean> {
  const { rows } = await query<{ accounts: string | null }>(
    url,
    `SELECT to_regclass('public."Account"')::text AS accounts`,
  );
  if (!rows[0]?.accounts) return true;
  const { rows: found } = await query<{ some: boolean }>(url, `SELECT EXISTS (SELECT 1 FROM public."Account") AS some`);
  return !found[0]?.some;
}

function query<Row extends object>(url: string, sql: string) {
  return withClient(url, (client) => client.query<Row>(sql));
}
