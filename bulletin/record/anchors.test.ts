import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { falsify, onDatabase } from "../testing/database";
import { lines, sealed, verified } from "../testing/sealed";
import { allAnchors, anchorsFile, keepAnchors, readAnchors } from "./anchors";
import { sealAndAnchor } from "./seal";

onDatabase();

let folder = "";
const text = () => readFileSync(path.join(folder, anchorsFile), "utf8");
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-anchors-"));
  process.env.BIANFA_ANCHORS = folder;
});
afterEach(() => {
  delete process.env.BIANFA_ANCHORS;
  rmSync(folder, { recursive: true, force: true });
});

test("one line a day, which is what verify compares with", async () => {
  const ids = await lines(2);
  await sealed();
  await sealAndAnchor();
  await lines(1);
  await sealed();
  await sealAndAnchor();
  const read = readAnchors(text());
  expect(read).toEqual(await allAnchors());
  expect(read).toMatchObject([{ eventId: ids[1], place: 2n }]);
  expect((await verified(read as never)).found).toEqual([]);
});

test("days on which the folder was away are written when it is back, and none twice by two workers", async () => {
  await lines(1);
  await sealed();
  await sealAndAnchor();
  const day = (await allAnchors())[0]?.day ?? "";
  await falsify(`INSERT INTO "EventAnchor" SELECT d::date, "eventId", place, hash, at FROM "EventAnchor",
    generate_series('${day}'::date + 1, '${day}'::date + 3, '1 day') d`);
  await Promise.all([keepAnchors(folder), keepAnchors(folder)]);
  expect(text().trimEnd().split("\n")).toHaveLength(4);
});

test("what was cut off stays, and the next line stands on its own", async () => {
  appendFileSync(path.join(folder, anchorsFile), "2000-01-01 12");
  await lines(1);
  await sealed();
  await sealAndAnchor();
  expect(text().split("\n")[0]).toBe("2000-01-01 12");
  expect(readAnchors(text())).toEqual({ badLine: 1 });
  expect(readAnchors(text().split("\n").slice(1).join("\n"))).toEqual(await allAnchors());
});

test("a folder that cannot be written is named, and the anchor waits in the database", async () => {
  writeFileSync(path.join(folder, "a file"), "");
  process.env.BIANFA_ANCHORS = path.join(folder, "a file/in it");
  await lines(1);
  await sealed();
  await expect(sealAndAnchor()).rejects.toThrow(/BIANFA_ANCHORS, .*a file\/in it \(ENOTDIR\)$/);
  expect(await db.eventAnchor.count()).toBe(1);
});

test("without a line there is no anchor", async () => {
  await sealAndAnchor();
  expect(await db.eventAnchor.count()).toBe(0);
});
