import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backUpNow, backupByHand } from "@/bulletin/people/backUpNow";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { backUpIfAsked } from "./backup";

onDatabase();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-asked-"));
  vi.stubEnv("BIANFA_BACKUPS", path.join(folder, "backups"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("what was asked for is written once, into the folder of backups, and then asked for no longer", async () => {
  await backUpIfAsked();
  expect(readdirSync(folder)).toEqual([]);
  await backUpNow(await person(["systemAdmin"]));
  await backUpIfAsked();
  await backUpIfAsked();
  const [run, ...more] = await db.backupRun.findMany();
  expect(run).toMatchObject({ kind: "backup", scheduled: false, failure: null });
  expect(more).toEqual([]);
  expect(readdirSync(path.join(folder, "backups"))).toEqual([run?.file]);
  expect([await backupByHand(), await db.setting.count()]).toEqual([null, 0]);
});

test("one that fails is noted, and its request gone", async () => {
  writeFileSync(path.join(folder, "a file"), "");
  vi.stubEnv("BIANFA_BACKUPS", path.join(folder, "a file/backups"));
  await backUpNow(await person(["systemAdmin"]));
  await expect(backUpIfAsked()).rejects.toThrow("不能建立");
  expect(await db.backupRun.findMany()).toMatchObject([{ kind: "backup", failure: "folder" }]);
  expect(await db.setting.count()).toBe(0);
});

test("one whose process dies before it notes anything leaves its request, which is told later", async () => {
  const admin = await person(["systemAdmin"]);
  await backUpNow(admin);
  vi.stubEnv("NODE_OPTIONS", `--require=${path.join(folder, "nowhere.cjs")}`);
  await expect(backUpIfAsked()).rejects.toThrow("nowhere.cjs");
  expect(await db.backupRun.count()).toBe(0);
  await backUpIfAsked();
  expect(await backupByHand()).toEqual({ state: "underWay" });
  travel(new Date(now().getTime() + 6 * 60_000));
  expect(await backupByHand()).toMatchObject({ state: "unanswered", name: admin.name });
});
