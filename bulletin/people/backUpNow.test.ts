import { beforeEach, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { backUpNow, backupAskedEnded, backupByHand, takeBackupAsked } from "./backUpNow";
import { backupLock } from "./backupLock";

onDatabase();
beforeEach(() => travel(new Date("2026-11-30T09:00:00+08:00")));

const refusal = { key: "backupUnderWay" };

describe("a backup at once", () => {
  it("is asked for by the system administrator alone, and stands in the record", async () => {
    for (const role of ["editor", "signer", "securityAdmin", "auditor"] as const)
      await expect(backUpNow(await person([role]))).rejects.toMatchObject({ key: "forbidden" });
    expect([await backupByHand(), await takeBackupAsked()]).toEqual([null, null]);
    const admin = await person(["systemAdmin"]);
    await backUpNow(admin);
    expect(await backupByHand()).toEqual({ state: "waiting", at: expect.any(Date), name: admin.name });
    expect(await db.event.findMany({ where: { act: "backUpNow" } })).toMatchObject([{ actorId: admin.id }]);
  });

  it("is asked for once, also by two at the same moment, and begun once, also by two workers", async () => {
    const both = [await person(["systemAdmin"]), await person(["systemAdmin"])];
    const asked = await Promise.allSettled(both.map(backUpNow));
    expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const taken = await Promise.all([takeBackupAsked(), takeBackupAsked()]);
    expect(taken.filter((begunAt) => begunAt)).toHaveLength(1);
    expect(await backupByHand()).toEqual({ state: "underWay" });
  });

  it("is refused while one is being written, and waits for its end", async () => {
    const admin = await person(["systemAdmin"]);
    await inTransaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${backupLock})`;
      expect(await backupByHand()).toEqual({ state: "underWay" });
      await expect(backUpNow(admin)).rejects.toMatchObject(refusal);
    });
    await backUpNow(admin);
    await inTransaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${backupLock})`;
      expect(await takeBackupAsked()).toBeNull();
    });
    expect(await takeBackupAsked()).not.toBeNull();
  });

  it("that nobody begins is told after five minutes, and asked for again", async () => {
    const admin = await person(["systemAdmin"]);
    await backUpNow(admin);
    travel(new Date("2026-11-30T09:04:00+08:00"));
    await expect(backUpNow(admin)).rejects.toMatchObject(refusal);
    travel(new Date("2026-11-30T09:06:00+08:00"));
    expect(await backupByHand()).toMatchObject({ state: "unanswered" });
    await backUpNow(admin);
    expect(await backupByHand()).toMatchObject({ state: "waiting", name: admin.name });
  });

  it("that was begun is under way until its run is noted, and refused so long", async () => {
    const admin = await person(["systemAdmin"]);
    await backUpNow(admin);
    const begunAt = (await takeBackupAsked()) ?? "";
    expect(await backupByHand()).toEqual({ state: "underWay" });
    await expect(backUpNow(admin)).rejects.toMatchObject(refusal);
    await noted({ scheduled: true });
    await backupAskedEnded(begunAt);
    expect(await backupByHand()).toEqual({ state: "underWay" });
    await noted({ failure: "diskFull" });
    expect(await backupByHand()).toBeNull();
    await backupAskedEnded(begunAt);
    expect(await db.setting.count()).toBe(0);
  });

  it("that was begun and left nothing behind is told, not taken by another worker, and asked for again", async () => {
    const admin = await person(["systemAdmin"]);
    await backUpNow(admin);
    const begunAt = (await takeBackupAsked()) ?? "";
    await backupAskedEnded(begunAt);
    travel(new Date("2026-11-30T09:06:00+08:00"));
    expect(await backupByHand()).toMatchObject({ state: "unanswered", name: admin.name });
    expect(await takeBackupAsked()).toBeNull();
    await backUpNow(admin);
    // The first one, thought dead, ends after all: the second request is not its own.
    await noted({});
    await backupAskedEnded(begunAt);
    expect(await backupByHand()).toMatchObject({ state: "waiting" });
    expect(await takeBackupAsked()).not.toBeNull();
  });

  it("that lies in the backup it asked for is told no longer, a day later", async () => {
    await backUpNow(await person(["systemAdmin"]));
    await takeBackupAsked();
    travel(new Date("2026-12-01T08:59:00+08:00"));
    expect(await backupByHand()).toMatchObject({ state: "unanswered" });
    travel(new Date("2026-12-01T09:01:00+08:00"));
    expect(await backupByHand()).toBeNull();
  });
});

/** As bin/backup/runs.ts notes it, begun at this moment. */
async function noted(given: { scheduled?: boolean; failure?: string }): Promise<void> {
  const run = { kind: "backup" as const, scheduled: false, startedAt: now(), endedAt: now(), file: "one.backup" };
  await db.backupRun.create({ data: { ...run, ...given } });
}
