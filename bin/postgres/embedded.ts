import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { withClient } from "../client";
import { Sentence } from "../sentence";
import { initialise, isInitialised } from "./cluster";
import { runningPort } from "./orphans";
import { NAME, passwordOfApplication, passwordOfOwner, readOrMakePassword } from "./password";
import { APPLICATION, ensureApplication } from "./roles";
import { type Server, startServer } from "./server";

const MAJOR = "18";

export type Embedded = {
  /** For migrations, backup and the operator: the role that owns the database and nothing else. */
  url: string;
  /** For web and worker: a role that owns nothing, and can only add to the record. */
  application: string;
  server: Server;
  /** Starts it again where it was, after it died. */
  restart: () => Promise<Server>;
  /** Throws the application's database away and makes an empty one. */
  recreate: () => Promise<void>;
};

/** Starts the database that lives in BIANFA_DATA, making it the first time. */
export async function startEmbedded(data: string): Promise<Embedded> {
  const folder = path.join(data, "pg");
  const log = path.join(data, "postgres.log");
  mkdirSync(data, { recursive: true });
  refuseStrange(folder);
  const password = readOrMakePassword(data, isInitialised(folder));
  if (!isInitialised(folder)) initialise(folder, { password });
  const server = await startServer(folder, { log });
  const admin = urlOf("postgres", password, server.port, "postgres");
  const owner = passwordOfOwner(password);
  const application = passwordOfApplication(data);
  try {
    await withClient(admin, async (client) => {
      await ensureDatabase(client, owner);
      await ensureApplication(client, NAME, application);
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: urlOf(NAME, owner, server.port, NAME),
    application: urlOf(APPLICATION, application, server.port, NAME),
    server,
    restart: () => startServer(folder, { port: server.port, log }),
    recreate: () => withClient(admin, (client) => recreateDatabase(client, owner)),
  };
}

/** The owner's address of the database when another program already runs it; null when none does. */
export function runningEmbedded(data: string): string | null {
  const port = runningPort(path.join(data, "pg"));
  if (!port) return null;
  return urlOf(NAME, passwordOfOwner(readOrMakePassword(data, true)), port, NAME);
}

function refuseStrange(folder: string): void {
  if (!existsSync(folder)) return;
  const uid = process.getuid?.();
  const owner = statSync(folder).uid;
  if (uid && uid !== owner)
    throw new Sentence(`${folder} 属于另一个用户（uid ${owner}）：请用该用户启动，或换 BIANFA_DATA。`);
  if (!isInitialised(folder)) return;
  const version = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR)
    throw new Sentence(`${folder} 是 PostgreSQL ${version} 的数据，本程序使用 ${MAJOR}：请先导出再导入。`);
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(client: Client, password: string): Promise<void> {
  const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [NAME]);
  await client.query(`${role.rowCount ? "ALTER" : "CREATE"} ROLE ${NAME} LOGIN PASSWORD '${password}'`);
  const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [NAME]);
  if (!database.rowCount) await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
}

async function recreateDatabase(client: Client, password: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await ensureDatabase(client, password);
}
