import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { released } from "../release/released";
import { objections, statementsOf } from "./compatible";
import { MIGRATIONS, readMigrations } from "./folder";

const versions = released().map(({ version }) => version);
const last = released().at(-1)?.migration ?? "";
const names = readMigrations(MIGRATIONS).migrationDirectories.map(({ path: name }) => name);
const refused = (script: string) => objections(script, ["0.1.0"]).map((each) => each.split(":")[0]);

describe("migrations since the last release", () => {
  it("come after it", () => {
    expect(names).toContain(last);
  });

  it.each(names.filter((name) => name > last))("%s goes forwards only", (name) => {
    expect(objections(readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8"), versions)).toEqual([]);
  });
});

describe("what is refused", () => {
  it.each([
    [`DROP TABLE "Item";`, "drops a table"],
    [`drop table if exists item`, "drops a table"],
    [`DROP TYPE "Role"`, "drops a table"],
    [`ALTER TABLE "Item" DROP COLUMN "plain";`, "drops a column"],
    [`ALTER TABLE "Item" ADD COLUMN a int, DROP "plain"`, "drops a column"],
    [`ALTER TABLE "Item" RENAME COLUMN a TO b`, "renames"],
    [`ALTER TABLE "Item" RENAME TO "Piece"`, "renames"],
    [`ALTER TYPE "Role" RENAME VALUE 'a' TO 'b'`, "renames"],
    [`ALTER TABLE "Item"\n  ALTER COLUMN "version" SET DATA TYPE bigint`, "changes the type of a column"],
    [`ALTER TABLE "Item" ALTER version TYPE bigint`, "changes the type of a column"],
    [`ALTER TABLE "Item" ALTER COLUMN "date" SET NOT NULL`, "asks for a value without giving a default"],
    [
      `ALTER TABLE "Item" ALTER a SET DEFAULT 1; ALTER TABLE "Item" ALTER b SET NOT NULL`,
      "asks for a value without giving a default",
    ],
    [`ALTER TABLE "Item" ADD COLUMN "a" text NOT NULL`, "adds a column that must have a value and gives none"],
    [
      `ALTER TABLE "Item" ADD COLUMN a text NOT NULL DEFAULT '', ADD COLUMN b int NOT NULL`,
      "adds a column that must have a value and gives none",
    ],
    [`DROP FUNCTION "searchFind"(int)`, "drops a function that it does not make again"],
    [`DO $do$ BEGIN IF true THEN DROP TABLE "Item"; END IF; END $do$`, "drops a table"],
    [`-- unused since 9.9.9\nDROP TABLE "Item"`, "drops a table"],
    [`SELECT 1; -- unused since 0.1.0\nSELECT 2; DROP TABLE "Item"`, "drops a table"],
  ])("%s", (script, why) => {
    expect(refused(script)).toEqual([why]);
  });
});

describe("what passes", () => {
  it.each([
    `CREATE TABLE "A" ("drop" int NOT NULL)`,
    `ALTER TABLE "Item" ADD COLUMN a text, ADD COLUMN b int NOT NULL DEFAULT 0`,
    `ALTER TABLE "Item" ALTER COLUMN a SET DEFAULT 1; UPDATE "Item" SET a = 1; ALTER TABLE "Item" ALTER COLUMN a SET NOT NULL`,
    `ALTER TABLE "Item" DROP CONSTRAINT "some_check", ALTER COLUMN a DROP NOT NULL, ALTER b DROP DEFAULT`,
    `DROP INDEX "some"; DROP TRIGGER "some" ON "Item"`,
    `DROP FUNCTION f(int); CREATE FUNCTION f(text) RETURNS int LANGUAGE sql RETURN 1`,
    `INSERT INTO "Setting" VALUES ('x', 'DROP TABLE "Item"; ALTER TABLE a RENAME TO b')`,
    `CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE IF EXISTS passing; END $$`,
    `-- DROP TABLE "Item";\n/* DROP TABLE "Item"; */ SELECT 1`,
    `-- The office's own word for it is\n-- unused since 0.1.0\nALTER TABLE "Item" DROP COLUMN a`,
    `ALTER TYPE "Role" ADD VALUE 'x'`,
  ])("%s", (script) => {
    expect(refused(script)).toEqual([]);
  });

  it("reads a script to its end, whatever stands in its texts", () => {
    const script = `SELECT 'a''; -- b'; SELECT E'\\'; $$'; SELECT $x$ ; $$ ; $x$; SELECT "a;b" -- c;\n, 1 - 2 / 3; DROP TABLE z`;
    expect(statementsOf(script).map(({ text }) => text)).toEqual([
      "SELECT ''",
      "SELECT ''",
      "SELECT $$",
      `SELECT "a;b"  , 1 - 2 / 3`,
      "DROP TABLE z",
    ]);
  });
});
