import { beforeEach, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { backups } from "./backups";

onDatabase();

const hour = 3_600_000;
const run = (ago: number, more: object = {}) => ({
  kind: "backup" as const,
  scheduled: true,
  startedAt: new Date(now().getTime() - ago),
  endedAt: new Date(now().getTime() - ago + 90_000),
  file: "bianfa-2026-11-29T182500Z.backup",
  bytes: 12_345_678n,
  tables: 54,
  rows: 4_148n,
  ...more,
});

describe("backups", () => {
  beforeEach(() => travel(new Date("2026-11-30T09:00:00+08:00")));

  it("are told to the system administrator alone", async () => {
    for (const role of ["contributor", "editor", "signer", "reader", "securityAdmin", "auditor"] as const)
      await expect(backups(await person([role]))).rejects.toMatchObject({ key: "forbidden" });
  });

  it("say when, how large, how long, and what came of the rehearsal", async () => {
    const admin = await person(["systemAdmin"]);
    expect(await backups(admin)).toMatchObject({ last: null, rehearsal: null, failure: null, late: false, recent: [] });
    await db.backupRun.createMany({ data: [run(6 * hour), run(5 * hour, { kind: "rehearsal", bytes: null })] });
    expect(await backups(admin)).toMatchObject({
      last: { megabytes: 12.3, tables: 54, rows: 4148, seconds: 90 },
      rehearsal: { rows: 4148, failure: null },
      failure: null,
      late: false,
    });
  });

  it("say why the newest could not be written, beside the one that could", async () => {
    const admin = await person(["systemAdmin"]);
    await db.backupRun.createMany({
      data: [run(30 * hour), run(6 * hour, { failure: "diskFull", bytes: null, tables: null, rows: null })],
    });
    expect(await backups(admin)).toMatchObject({ last: { tables: 54 }, failure: "diskFull", late: true });
  });

  it("say that a rehearsal found something else than was written", async () => {
    const admin = await person(["systemAdmin"]);
    await db.backupRun.createMany({
      data: [
        run(6 * hour),
        run(8 * hour, { kind: "rehearsal" }),
        run(5 * hour, { kind: "rehearsal", failure: "unequal" }),
      ],
    });
    expect(await backups(admin)).toMatchObject({ rehearsal: { failure: "unequal" }, failure: null });
  });
});
