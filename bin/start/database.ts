import { Client } from "pg";
import { type Env, readEnv } from "../../lib/env";
import { withClient } from "../client";
import { runningEmbedded, startEmbedded } from "../postgres/embedded";
import { Sentence } from "../sentence";
import { makeDataFolder } from "./data-folder";
import { isLocked, lock } from "./lock";

const PATIENCE = 5_000;

/** Makes sure that the database of a variable answers, or says in one sentence why it does not. */
export async function checkDatabase(url: string, variable = "DATABASE_URL"): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  client.on("error", () => {}); // the answer below says it
  try {
    await client.connect();
    const { rows } = await client.query<{ encoding: string }>("SELECT current_setting('server_encoding') AS encoding");
    if (rows[0]?.encoding !== "UTF8")
      throw new Sentence(`${variable} 的数据库编码是 ${rows[0]?.encoding}：请用 UTF8 建库。`);
  } catch (error) {
    if (error instanceof Sentence) throw error;
    throw new Sentence(`无法连接 ${variable} 的数据库：${reasonOf(error, url)}。`);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Lends the database to a verb, by its owner's address: that of DATABASE_OWNER_URL or DATABASE_URL, or of
 * the embedded one, started if nobody runs it.
 */
export async function withDatabase(work: (url: string, env: Env) => Promise<void>): Promise<void> {
  const env = readEnv();
  if (env.DATABASE_URL) {
    if (env.DATABASE_OWNER_URL) {
      await checkDatabase(env.DATABASE_OWNER_URL, "DATABASE_OWNER_URL");
      await checkDatabase(env.DATABASE_URL);
      await refuseOtherDatabase(env.DATABASE_URL, env.DATABASE_OWNER_URL);
    } else await checkDatabase(env.DATABASE_URL);
    return work(env.DATABASE_OWNER_URL ?? env.DATABASE_URL, env);
  }
  makeDataFolder(env.BIANFA_DATA);
  const running = isLocked(env.BIANFA_DATA) ? runningEmbedded(env.BIANFA_DATA) : null;
  if (running) return work(running, env);
  const held = await lock(env.BIANFA_DATA);
  try {
    const embedded = await startEmbedded(env.BIANFA_DATA);
    await work(embedded.url, env).finally(() => embedded.server.stop());
  } finally {
    held.release();
  }
}

/** That both addresses name one database: a restore into one while the other was meant would be found late. */
export async function refuseOtherDatabase(application: string, owner: string): Promise<void> {
  const [one, other] = await Promise.all([application, owner].map(markOf));
  if (one !== other)
    throw new Sentence("DATABASE_URL 与 DATABASE_OWNER_URL 不是同一个数据库：请把两个都改成要用的那个。");
}

// Host names may differ and mean the same server: its database says which it is.
function markOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ mark: string }>(
      "SELECT oid || ' ' || extract(epoch FROM pg_postmaster_start_time()) AS mark FROM pg_database WHERE datname = current_database()",
    );
    return rows[0]?.mark ?? "";
  });
}

// Never the message as it stands: it may repeat the address, and with it the password.
function reasonOf(error: unknown, url: string): string {
  const { code = "", message = "" } = (error instanceof AggregateError ? error.errors[0] : error) as {
    code?: string;
    message?: string;
  };
  const { hostname, port, pathname, username } = new URL(url);
  const server = `${hostname}:${port || 5432}`;
  const known: Record<string, string> = {
    ECONNREFUSED: `${server} 没有程序在监听`,
    ENOTFOUND: `找不到主机 ${hostname}`,
    EAI_AGAIN: `找不到主机 ${hostname}`,
    EHOSTUNREACH: `到不了主机 ${hostname}`,
    ENETUNREACH: `到不了主机 ${hostname}`,
    ECONNRESET: `${server} 断开了连接`,
    "28P01": `用户 ${username} 的密码不对`,
    "28000": `用户 ${username} 不被接受`,
    "3D000": `没有名为 ${pathname.slice(1)} 的数据库`,
    "53300": "数据库的连接已满",
    "57P03": "数据库正在启动或停止",
  };
  if (/timeout|timed out/i.test(message)) return `${server} 在 ${PATIENCE / 1000} 秒内没有回答`;
  return known[code] ?? (code ? `${server} 返回错误 ${code}` : `${server} 的回答不像 PostgreSQL，或密码缺失`);
}
