import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { initialise } from "./cluster";
import { startServer } from "./server";

export type Scratch = { url: string; stop: () => Promise<void> };

/**
 * A PostgreSQL for tests and other passing needs, new in `dir`: `url` is the superuser on the
 * database `postgres`. The folder stays after `stop`; whoever made it removes it.
 */
export async function startScratchPostgres(dir: string, { fsync = false }: { fsync?: boolean } = {}): Promise<Scratch> {
  const root = path.resolve(dir);
  mkdirSync(root, { recursive: true });
  const folder = path.join(root, "pg");
  const password = randomBytes(12).toString("hex");
  initialise(folder, { password, fsync });
  const server = await startServer(folder, { fsync, log: path.join(root, "postgres.log") });
  return { url: `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`, stop: server.stop };
}
