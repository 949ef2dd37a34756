import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { travel } from "@/lib/clock";
import { addDays, momentOf, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { falsify, onDatabase, throughOwner } from "../testing/database";
import { lines, sealed, verified } from "../testing/sealed";
import { allAnchors } from "./anchors";
import { keepFor, leastDays } from "./keeping";
import { beginning, hashAfter, type Line } from "./line";
import { prune } from "./prune";
import { sealAndAnchor } from "./seal";

onDatabase();

let folder = "";
const out = () => path.join(folder, "old.jsonl");
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-prune-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Three lines of 400 days ago, two of 10 days ago. */
async function oldAndNew(): Promise<{ old: bigint[]; young: bigint[] }> {
  travel(momentOf(addDays(today(), -400), "12:00"));
  const old = await lines(3);
  travel();
  travel(momentOf(addDays(today(), -10), "12:00"));
  const young = await lines(2);
  travel();
  return { old, young };
}

test("removes what is older than the policy, into a file that verifies by itself; the chain goes on", async () => {
  const { old, young } = await oldAndNew();
  await keepFor(leastDays);
  await sealed();
  const done = await throughOwner(() => prune(addDays(today(), -200), out()));
  expect(done).toMatchObject({ count: 3, eventId: old[2] });
  const text = readFileSync(out(), "utf8");
  expect(done).toMatchObject({ fileHash: createHash("sha256").update(text).digest("hex") });
  let hash: Buffer = beginning;
  for (const each of text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line & { hash: string })) {
    hash = hashAfter(hash, each);
    expect(hash.toString("hex")).toBe(each.hash);
  }
  await lines(2);
  await sealed();
  const { found, sum } = await verified();
  expect([found, sum.place]).toEqual([[], 9n]);
  expect(await db.event.findFirst({ orderBy: { id: "asc" } })).toMatchObject({ id: young[0] });
  expect(await db.event.findFirst({ where: { act: "pruneRecord" } })).toMatchObject({ detail: { count: 3 } });
  // A line that is put back among those that were removed is one put in later.
  await falsify(`INSERT INTO "Event" (id, at, act, detail) VALUES (${old[1]}, now(), 'x', '{}')`);
  expect((await verified()).found).toEqual([{ kind: "inserted", id: old[1] }]);
});

test("a second time goes on where the first ended", async () => {
  const { young } = await oldAndNew();
  await keepFor(leastDays);
  await sealed();
  await throughOwner(() => prune(addDays(today(), -300), out()));
  expect(await throughOwner(() => prune(addDays(today(), -300), `${out()}.2`))).toMatchObject({ count: 0 });
  await falsify(`UPDATE "Event" SET at = now() - interval '1 year' WHERE id = ${young[0]}`);
  // What does not fit its chain is not removed in order.
  expect(await throughOwner(() => prune(addDays(today(), -200), `${out()}.3`))).toMatchObject({ refused: "unfit" });
});

test("a line that passed the database by does not vanish in order, neither the first time nor later", async () => {
  const [begin, count] = [today(), { 400: 3, 300: 2, 10: 1 }];
  for (const days of [400, 300, 10] as const) {
    travel(momentOf(addDays(begin, -days), "12:00"));
    await lines(count[days]);
    travel();
  }
  await keepFor(leastDays);
  await sealed();
  const foreign = `INSERT INTO "Event" (id, at, act, detail) VALUES (-5, now() - interval '1 year', 'x', '{}')`;
  await falsify(foreign);
  expect(await throughOwner(() => prune(addDays(today(), -200), out()))).toMatchObject({ refused: "unfit" });
  await falsify('DELETE FROM "Event" WHERE id < 0');
  expect(await throughOwner(() => prune(addDays(today(), -350), `${out()}.2`))).toMatchObject({ count: 3 });
  await falsify(foreign);
  expect(await throughOwner(() => prune(addDays(today(), -200), `${out()}.3`))).toMatchObject({ count: 2 });
  expect((await verified()).found).toContainEqual({ kind: "notNumbered", id: -5n });
});

test("is refused without a policy, within it, and below half a year whatever the policy says", async () => {
  const { young } = await oldAndNew();
  await sealed();
  expect(await prune(addDays(today(), -200), out())).toMatchObject({ refused: "noPolicy" });
  expect(await keepFor(leastDays - 1)).toBe(false);
  expect(await keepFor(300)).toBe(true);
  expect(await prune(addDays(today(), -299), out())).toMatchObject({ refused: "kept" });
  const early = `INSERT INTO "EventPruning" SELECT "eventId", place, hash, now(), 5, '', now() FROM "EventSeal" WHERE "eventId" = ${young[1]}`;
  await expect(falsify(early, { triggers: true })).rejects.toThrow(/184 days/);
});

test("the application's role cannot remove anything by it", async () => {
  await oldAndNew();
  await keepFor(leastDays);
  await sealed();
  await expect(prune(addDays(today(), -200), out())).rejects.toThrow(/permission denied/);
  expect(await db.event.count()).toBe(6);
});

/** What an owner of the tables can write who wants everything up to the last line to be gone. */
const removedBy = (before: string) => `
  INSERT INTO "EventPruning" ("eventId", place, hash, before, count, "fileHash", at)
    SELECT "eventId", place, hash, ${before}, place, repeat('0', 64), now() FROM "EventSeal" ORDER BY place DESC LIMIT 1;
  DELETE FROM "Event" WHERE id <= (SELECT max("eventId") FROM "EventPruning");
  DELETE FROM "EventSeal" WHERE "eventId" < (SELECT max("eventId") FROM "EventPruning")`;

test("lines of yesterday that are said to have been removed in order are found", async () => {
  await lines(4);
  await sealed();
  const last = await db.eventSeal.aggregate({ _max: { eventId: true } });
  await falsify(removedBy("current_date"));
  expect((await verified()).found).toEqual([{ kind: "notPruned", id: last._max.eventId }]);
});

test("also where it is said that they were old and a line tells of it, by the anchors kept outside", async () => {
  await lines(4);
  await sealed();
  await sealAndAnchor();
  const outside = await allAnchors();
  await lines(2);
  await sealed();
  await falsify(removedBy("current_date - 200"));
  await falsify(`INSERT INTO "Event" (at, act, detail) SELECT now(), 'pruneRecord',
    jsonb_build_object('upTo', "eventId"::text, 'hash', encode(hash, 'hex')) FROM "EventPruning"`);
  await falsify('DELETE FROM "EventAnchor"');
  await sealed();
  expect((await verified()).found).toEqual([]);
  expect((await verified(outside)).found).toMatchObject([
    { kind: "notAnchored", id: outside[0]?.eventId, where: "file" },
    { kind: "anchorChanged" },
  ]);
});
