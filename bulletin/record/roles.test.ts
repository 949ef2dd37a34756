import { expect, inject, test } from "vitest";
import { db } from "@/lib/db";
import { withClient } from "../../bin/client";
import { APPLICATION, grantTo, mayChangeRecord } from "../../bin/postgres/roles";
import { newDatabase } from "../../bin/postgres/scratchDatabase";
import { openQueue } from "../../jobs/queue";
import { onDatabase, ownersUrl } from "../testing/database";
import { databaseAt } from "../testing/globalSetup";

onDatabase();

const application = () => process.env.DATABASE_URL ?? "";
const asApplication = (statement: string) => withClient(application(), (client) => client.query(statement));

test.each([
  [`UPDATE "Event" SET act = 'x'`, "42501"],
  [`DELETE FROM "Event"`, "42501"],
  [`TRUNCATE "Event"`, "42501"],
  [`ALTER TABLE "Event" DISABLE TRIGGER ALL`, "42501"],
  [`ALTER TABLE "Item" ADD COLUMN more int`, "42501"],
  [`DROP TABLE "Setting"`, "42501"],
  [`CREATE TABLE more (id int)`, "42501"],
  ["SET session_replication_role = replica", "42501"],
  [`SET ROLE bianfa`, "42501"],
  [`DELETE FROM "_prisma_migrations"`, "42501"],
  ["CREATE SCHEMA more", "42501"],
])("the application's role is refused %s", async (statement, code) => {
  await expect(asApplication(statement)).rejects.toMatchObject({ code });
});

test("it adds to the record and reads it, and changes what is no record", async () => {
  await db.event.create({ data: { at: new Date(), act: "probe", detail: {} } });
  await db.setting.create({ data: { key: "probe", value: 1 } });
  await db.setting.update({ where: { key: "probe" }, data: { value: 2 } });
  await db.setting.delete({ where: { key: "probe" } });
  expect(await db.event.count()).toBe(1);
});

test("who may change the record is told from the role", async () => {
  expect(await mayChangeRecord(application())).toBe(false);
  expect(await mayChangeRecord(ownersUrl())).toBe(true);
  expect(await mayChangeRecord(inject("postgres").replace(/\/postgres$/, new URL(ownersUrl()).pathname))).toBe(true);
});

test("a table that a later migration makes is open to the application at once", async () => {
  await withClient(ownersUrl(), (client) => client.query("CREATE TABLE later (id serial)"));
  try {
    await asApplication("INSERT INTO later DEFAULT VALUES");
    await expect(asApplication("TRUNCATE later")).rejects.toMatchObject({ code: "42501" });
  } finally {
    await withClient(ownersUrl(), (client) => client.query("DROP TABLE later"));
  }
});

test("the queue of an installation from before the roles were parted is handed over, and runs", async () => {
  const superuser = inject("postgres");
  const name = "bianfa_handed_over";
  const { owner, application: url } = await newDatabase(superuser, name);
  const before = process.env.DATABASE_URL;
  try {
    await withClient(owner, (client) => client.query("DROP SCHEMA jobs; CREATE SCHEMA jobs"));
    process.env.DATABASE_URL = owner;
    await (await openQueue()).stop();
    await grantTo(owner, APPLICATION);
    process.env.DATABASE_URL = url;
    const queue = await openQueue();
    const id = await queue.send("mail");
    expect(await queue.fetch("mail")).toMatchObject([{ id }]);
    await queue.stop();
  } finally {
    process.env.DATABASE_URL = before;
    await withClient(databaseAt(superuser, "postgres"), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
});
