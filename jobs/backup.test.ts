import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { backUpNow } from "@/bulletin/people/backUpNow";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import { db } from "@/lib/db";
import { backUpIfAsked } from "./backup";

onDatabase();

test("what was asked for is written once, as the application's role, into the folder of backups", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-asked-"));
  vi.stubEnv("BIANFA_BACKUPS", path.join(folder, "backups"));
  try {
    await backUpIfAsked();
    expect(readdirSync(folder)).toEqual([]);
    await backUpNow(await person(["systemAdmin"]));
    await backUpIfAsked();
    await backUpIfAsked();
    const [run, ...more] = await db.backupRun.findMany();
    expect(run).toMatchObject({ kind: "backup", scheduled: false, failure: null });
    expect(more).toEqual([]);
    expect(readdirSync(path.join(folder, "backups"))).toEqual([run?.file]);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  }
});
