import { describe, expect, it } from "vitest";
import { falsify, onDatabase } from "@/bulletin/testing/database";
import { db } from "@/lib/db";
import { readiness } from "@/lib/ready";

onDatabase();

/** What an operator, or an accident, does to it; undone afterwards. */
async function meanwhile(sql: string, undo: string, look: () => Promise<void>): Promise<void> {
  await falsify(sql);
  await look().finally(() => falsify(undo));
}

const queue = `CREATE TABLE jobs.version (cron_on timestamptz); CREATE TABLE jobs.job (state text, start_after timestamptz);
  GRANT SELECT ON ALL TABLES IN SCHEMA jobs TO bianfa_app; INSERT INTO jobs.version VALUES (now());`;
const noQueue = "DROP TABLE jobs.version, jobs.job";

describe("whether this process can work", () => {
  it("says so where all is well", async () => {
    await meanwhile(queue, noQueue, async () => {
      expect(await readiness()).toEqual({ ready: true, database: "ok", migrations: "ok", queue: "ok", disk: "ok" });
    });
  });

  it("does not know of a queue that nobody has opened, and is ready", async () => {
    expect(await readiness()).toMatchObject({ ready: true, queue: "unknown" });
  });

  it.each([
    [
      "a job waits too long",
      "INSERT INTO jobs.job VALUES ('active', now()); INSERT INTO jobs.job VALUES ('', now() - interval '11 minutes')",
    ],
    ["no worker has looked at the clock", "UPDATE jobs.version SET cron_on = now() - interval '11 minutes'"],
  ])("tells that %s, and stays ready: pages can be read", async (_, sql) => {
    await meanwhile(`${queue} ${sql}`, noQueue, async () => {
      expect(await readiness()).toMatchObject({ ready: true, queue: "late" });
    });
  });

  it("is not ready where the program is newer than the database", async () => {
    const [last] = await db.$queryRaw<{ name: string }[]>`SELECT max(migration_name) AS name FROM _prisma_migrations`;
    const set = (to: string) =>
      `UPDATE _prisma_migrations SET finished_at = ${to} WHERE migration_name = '${last?.name}'`;
    await meanwhile(set("NULL"), set("now()"), async () => {
      expect(await readiness()).toMatchObject({ ready: false, database: "ok", migrations: "pending" });
    });
    expect(await readiness()).toMatchObject({ ready: true });
  });
});
