import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/bulletin/archive/search/find";
import { asWanted } from "@/bulletin/archive/search/saved";
import { queue } from "@/bulletin/desk/queue";
import { queueFilter } from "@/bulletin/desk/queueFilter";
import { tray } from "@/bulletin/post/reading";
import { readingOf } from "@/bulletin/post/readingOf";
import { ledger } from "@/bulletin/press/ledger";
import { signOff } from "@/bulletin/press/signOff";
import type { Actor } from "@/lib/actor";
import { actorOf } from "@/lib/actorOf";
import { travel } from "@/lib/clock";
import { today } from "@/lib/dates";
import { connect, type Database, db } from "@/lib/db";
import { restoreBackup } from "../backup/restore";
import { headerOf, manifestOf } from "../backup/seal";
import { onDatabases } from "../backup/testing";
import { withClient } from "../client";
import { MIGRATIONS, readMigrations } from "../migrate/folder";
import { demonstrationOf, released } from "./released";

const { owned } = onDatabases();

describe.each(released())("a database of version $version", ({ version, migration }) => {
  const kept = globalThis as { bianfaDb?: Database };
  const before = { client: kept.bianfaDb, url: process.env.DATABASE_URL };
  const file = demonstrationOf(version);
  let url: string;
  let applied: string[];

  beforeAll(async () => {
    url = await owned();
    applied = (await restoreBackup(url, file)).migrated;
    process.env.DATABASE_URL = url;
    kept.bianfaDb = connect(url);
    travel(new Date((await headerOf(file)).moment));
  });

  afterAll(async () => {
    await kept.bianfaDb?.$disconnect();
    kept.bianfaDb = before.client;
    process.env.DATABASE_URL = before.url;
    travel();
  });

  const as = async (account: string): Promise<Actor> => {
    const { id } = await db.account.findUniqueOrThrow({ where: { account }, select: { id: true } });
    const actor = await actorOf(id);
    if (!actor) throw new Error(`${account} is disabled`);
    return actor;
  };

  it("gets every migration that came after it", () => {
    const newer = readMigrations(MIGRATIONS).migrationDirectories.map(({ path }) => path);
    expect(applied).toEqual(newer.filter((name) => name > migration));
  });

  it("keeps every row", async () => {
    const wanted = (await manifestOf(file)).filter(({ table }) => table !== "_prisma_migrations");
    expect(wanted.find(({ table }) => table === "Item")?.rows).toBeGreaterThan(50);
    const found = await withClient(url, async (client) => {
      const counts = [];
      for (const { table } of wanted) {
        const { rows } = await client.query(`SELECT count(*)::int AS rows FROM "${table}"`);
        counts.push({ table, rows: rows[0].rows });
      }
      return counts;
    });
    expect(found).toEqual(wanted);
  });

  it("shows readers their trays, and what lies in them", async () => {
    const leader = await as("leader");
    const { unread, read } = await tray(leader, { of: null });
    expect(read.length).toBeGreaterThan(0);
    for (const { id } of [...unread, ...read].slice(0, 5)) {
      const issue = await db.delivery.findUniqueOrThrow({ where: { id }, select: { issueId: true } });
      expect((await readingOf(leader, issue.issueId)).content.sections.length).toBeGreaterThan(0);
    }
  });

  it("finds what was written before, and has the desk's queue", async () => {
    const editor = await as("editor");
    const { rows } = await find(editor, asWanted({ q: "工作" }));
    expect(rows.length).toBeGreaterThan(10);
    expect(await db.item.count({ where: { state: "submitted" } })).toBeGreaterThan(0);
    expect((await queue(editor, queueFilter.parse({}))).items.length).toBeGreaterThan(0);
  });

  it("goes on with its numbers, without a gap", async () => {
    const signer = await as("signer");
    const waiting = await db.issue.findFirstOrThrow({ where: { state: "approved" } });
    const { last } = await db.counter.findFirstOrThrow({
      where: { publicationId: waiting.publicationId, series: "regular" },
      orderBy: { year: "desc" },
    });
    const { number } = await signOff(signer, { id: waiting.id, version: waiting.version });
    expect(number).toBe(last + 1);
    const book = await ledger(signer, { publication: waiting.publicationId, year: Number(today().slice(0, 4)) });
    expect(book.rows.length).toBe(number);
    expect(book.gaps).toEqual([]);
  });
});
