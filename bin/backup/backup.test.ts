import { createHash } from "node:crypto";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { template } from "@/bulletin/testing/globalSetup";
import { withClient } from "../client";
import { MIGRATIONS } from "../migrate/folder";
import { DIGEST } from "./format";
import { restoreBackup } from "./restore";
import { headerOf, verifySeal } from "./seal";
import { EXACT, nameOf, rowsOut, sequencesOf, tablesOf } from "./tables";
import { inFolder, onDatabases, schemaOf, writeStrange } from "./testing";
import { writeBackup } from "./write";

const folder = inFolder();
const { made, owned } = onDatabases();
let source: string;

beforeAll(async () => {
  source = await made(template);
  await writeStrange(source);
});

describe("a backup", () => {
  it("brings every value, sequence and rule back, and nothing acts on what comes in", async () => {
    const file = folder("whole");
    const written = await writeBackup(source, file);
    const target = await owned();
    const restored = await restoreBackup(target, file);
    expect(restored).toMatchObject({ tables: written.tables, rows: written.rows, migrated: [] });
    expect(await hashesOf(target)).toEqual(await hashesOf(source));
    expect(await withClient(target, sequencesOf)).toEqual(await withClient(source, sequencesOf));
    expect(await schemaOf(target)).toEqual(await schemaOf(source));
  });

  it("is as it was at its moment, whatever is written meanwhile", async () => {
    const before = await hashesOf(source);
    const file = folder("meanwhile");
    let stop = false;
    const busy = (async () => {
      await withClient(source, async (client) => {
        for (let at = 0; !stop; at++) {
          await client.query("BEGIN");
          // The first of these tables is read long before the second.
          await client.query(
            `INSERT INTO "BackupRun" (id, kind, scheduled, "startedAt", "endedAt", file)
             VALUES (gen_random_uuid(), 'backup', false, now(), now(), 'meanwhile')`,
          );
          await client.query(`INSERT INTO "Setting" VALUES ($1, '1')`, [`meanwhile-${at}`]);
          await client.query("COMMIT");
        }
      });
    })();
    await writeBackup(source, file).finally(() => {
      stop = true;
    });
    await busy;
    const target = await owned();
    await restoreBackup(target, file);
    const { rows } = await withClient(target, (client) =>
      client.query(
        `SELECT (SELECT count(*) FROM "BackupRun") AS one, (SELECT count(*) FROM "Setting" WHERE key LIKE 'meanwhile-%') AS two`,
      ),
    );
    expect(rows[0].one).toBe(rows[0].two);
    await withClient(source, (client) =>
      client.query(`DELETE FROM "BackupRun"; DELETE FROM "Setting" WHERE key LIKE 'meanwhile-%'`),
    );
    expect(await hashesOf(source)).toEqual(before);
  });

  it("says what it is before it is unpacked, and is readable to nobody else", async () => {
    const file = folder("header");
    await writeBackup(source, file);
    expect(await headerOf(file)).toMatchObject({
      database: new URL(source).pathname.slice(1),
      migrations: readdirSync(MIGRATIONS)
        .filter((name) => /^\d/.test(name))
        .map((name) => ({
          name,
          checksum: createHash("sha256")
            .update(readFileSync(path.join(MIGRATIONS, name, "migration.sql")))
            .digest("hex"),
        })),
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("takes no name that is taken", async () => {
    const file = folder("taken");
    writeFileSync(file, "mine");
    await expect(writeBackup(source, file)).rejects.toThrow("已经存在");
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("is one at a time", async () => {
    await withClient(source, async (client) => {
      await client.query("BEGIN; SELECT pg_advisory_xact_lock_shared(20261130)");
      await expect(writeBackup(source, folder("second"))).rejects.toMatchObject({ failure: "busy" });
    });
    expect(existsSync(folder("second"))).toBe(false);
  });

  it("leaves nothing behind where the disk is full", async () => {
    const file = folder("full");
    symlinkSync("/dev/full", `${file}.part`);
    await expect(writeBackup(source, file)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(readdirSync(path.dirname(file)).filter((name) => name.startsWith("full"))).toEqual([]);
  });

  it("is refused where there is nothing to keep", async () => {
    await expect(writeBackup(await owned(), folder("nothing"))).rejects.toThrow("还没有表");
  });
});

describe("a file that is not whole", () => {
  const changes: [string, (file: string) => void][] = [
    ["cut", (file) => truncateSync(file, statSync(file).size - 40)],
    ["cut to its first line", (file) => truncateSync(file, 16)],
    ["changed in one bit", (file) => flip(file, Math.floor(statSync(file).size / 2))],
    ["changed in its seal", (file) => flip(file, statSync(file).size - 1)],
    ["longer", (file) => appendFileSync(file, "x")],
    ["something else", (file) => writeFileSync(file, "PGDMP and other bytes, more than there are in a seal")],
  ];
  it.each(changes)("%s: is refused and leaves the database empty", async (name, change) => {
    const file = folder(`changed ${name}`);
    copyFileSync(await whole(), file);
    change(file);
    await expect(verifySeal(file)).rejects.toMatchObject({ failure: "damaged" });
    const target = await owned();
    await expect(restoreBackup(target, file)).rejects.toMatchObject({ failure: "damaged" });
    expect(await relationsIn(target)).toBe(0);
  });
});

it("one that was damaged and sealed anew is refused in the same words", async () => {
  const file = folder("sealed anew");
  copyFileSync(await whole(), file);
  flip(file, Math.floor(statSync(file).size / 2));
  const bytes = readFileSync(file).subarray(0, -DIGEST);
  writeFileSync(file, Buffer.concat([bytes, createHash("sha256").update(bytes).digest()]));
  await verifySeal(file);
  const target = await owned();
  await expect(restoreBackup(target, file)).rejects.toMatchObject({ failure: "damaged" });
  expect(await relationsIn(target)).toBe(0);
});

describe("restoring", () => {
  it("for use opens nothing that was open when the backup was made", async () => {
    const before = await made(template);
    await writeStrange(before);
    await withClient(before, (client) =>
      client.query(
        `INSERT INTO "Session" (id, "accountId", "createdAt", "endedAt")
         SELECT gen_random_uuid(), id, now(), unnest(ARRAY[NULL, timestamptz '2026-01-02 00:00Z']) FROM "Account";
         INSERT INTO "OneTimeLink" (id, "accountId", purpose, "tokenHash", "createdAt", "expiresAt")
         SELECT gen_random_uuid(), id, 'reset', random()::text, now(), now() + interval '1 day' FROM "Account"`,
      ),
    );
    const file = folder("open");
    await writeBackup(before, file);
    const [rehearsed, inUse] = [await owned(), await owned()];
    await restoreBackup(rehearsed, file);
    await restoreBackup(inUse, file, { forUse: true });
    expect(await openIn(rehearsed)).toEqual(await openIn(before));
    expect(await openIn(before)).toMatchObject({ sessions: 1, links: 1 });
    expect(await openIn(inUse)).toMatchObject({ sessions: 0, links: 0, longOver: 1 });
  });

  it("is refused where there is something", async () => {
    const target = await made(template);
    await expect(restoreBackup(target, await whole())).rejects.toThrow("不是空的");
  });

  it("is refused of a newer version, by name", async () => {
    const older = folder("older migrations");
    cpSync(MIGRATIONS, older, { recursive: true });
    const last =
      readdirSync(older)
        .filter((name) => /^\d/.test(name))
        .sort()
        .at(-1) ?? "";
    rmSync(path.join(older, last), { recursive: true });
    const target = await owned();
    await expect(restoreBackup(target, await whole(), { folder: older })).rejects.toThrow(last);
    expect(await relationsIn(target)).toBe(0);
  });

  it("leaves nothing where a reference leads nowhere", async () => {
    const broken = await made(template);
    await writeStrange(broken);
    await withClient(broken, (client) => client.query(`SET session_replication_role = replica; DELETE FROM "Office"`));
    const file = folder("broken");
    await writeBackup(broken, file);
    const target = await owned();
    await expect(restoreBackup(target, file)).rejects.toMatchObject({ code: "23503" });
    expect(await relationsIn(target)).toBe(0);
  });
});

async function openIn(url: string) {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `SELECT (SELECT count(*)::int FROM "Session" WHERE "endedAt" IS NULL) AS sessions,
         (SELECT count(*)::int FROM "Session" WHERE "endedAt" = timestamptz '2026-01-02 00:00Z') AS "longOver",
         (SELECT count(*)::int FROM "OneTimeLink" WHERE "usedAt" IS NULL) AS links`,
    ),
  );
  return rows[0];
}

/** One of the source, written once for all who only read it. */
async function whole(): Promise<string> {
  const file = folder("whole-again");
  if (!existsSync(file)) await writeBackup(source, file);
  return file;
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

/** Every table by the SHA-256 of its rows. */
function hashesOf(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    await client.query(`BEGIN; ${EXACT}`);
    const found: Record<string, string> = {};
    for (const table of await tablesOf(client)) {
      const hash = createHash("sha256");
      for await (const chunk of rowsOut(client, table) as AsyncIterable<Buffer>) hash.update(chunk);
      found[nameOf(table.table)] = hash.digest("hex");
    }
    return found;
  });
}

async function relationsIn(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query(`SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
  );
  return rows[0].n;
}
