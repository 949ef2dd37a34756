import pg from "pg";
import { directUrl, type Transaction } from "./db";
import { log } from "./log";

/**
 * What has changed, told to every web process over PostgreSQL's LISTEN/NOTIFY. A topic is
 * `issue:ID`; it carries no content, listeners read again what they may see.
 */
type Listener = (topic: string) => void;

const channel = "bianfa";
const kept = globalThis as { bianfaLive?: { listeners: Set<Listener>; client?: pg.Client; opening?: Promise<void> } };
kept.bianfaLive ??= { listeners: new Set() };
const live = kept.bianfaLive;

/** Told when the transaction commits, and not at all when it is rolled back. */
export async function announce(tx: Transaction, topic: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${channel}, ${topic})::text`;
}

/** Calls `listener` on each topic until the returned function is called. */
export async function listen(listener: Listener): Promise<() => void> {
  live.listeners.add(listener);
  try {
    await open();
  } catch (error) {
    live.listeners.delete(listener);
    throw error;
  }
  return () => live.listeners.delete(listener);
}

async function open(): Promise<void> {
  if (live.client) return;
  live.opening ??= connectClient().finally(() => {
    live.opening = undefined;
  });
  return live.opening;
}

async function connectClient(): Promise<void> {
  const client = new pg.Client({ connectionString: directUrl(), keepAlive: true });
  client.on("notification", ({ payload }) => {
    for (const listener of live.listeners) listener(payload ?? "");
  });
  // Whatever was said while the line was down is unknown: everyone reads again once it is back.
  client.on("error", (error) => {
    log.warn({ error }, "the line to LISTEN broke");
    live.client = undefined;
    setTimeout(reconnect, 1000).unref();
  });
  await client.connect();
  await client.query(`LISTEN ${channel}`);
  live.client = client;
}

async function reconnect(): Promise<void> {
  if (!live.listeners.size) return;
  try {
    await open();
    for (const listener of live.listeners) listener("*");
  } catch (error) {
    log.warn({ error }, "LISTEN is still away");
    setTimeout(reconnect, 3000).unref();
  }
}
