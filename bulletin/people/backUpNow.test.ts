import { beforeEach, describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { backUpNow, backupByHand, takeBackupAsked } from "./backUpNow";
import { backupLock } from "./backupLock";

onDatabase();
beforeEach(() => travel(new Date("2026-11-30T09:00:00+08:00")));

const refusal = { key: "backupUnderWay" };

describe("a backup at once", () => {
  it("is asked for by the system administrator alone, and stands in the record", async () => {
    for (const role of ["editor", "signer", "securityAdmin", "auditor"] as const)
      await expect(backUpNow(await person([role]))).rejects.toMatchObject({ key: "forbidden" });
    expect([await backupByHand(), await takeBackupAsked()]).toEqual([null, false]);
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
    expect(taken.sort()).toEqual([false, true]);
    expect(await backupByHand()).toBeNull();
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
      expect(await takeBackupAsked()).toBe(false);
    });
    expect(await takeBackupAsked()).toBe(true);
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
});
