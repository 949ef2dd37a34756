import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { template } from "@/bulletin/testing/globalSetup";
import { travel } from "@/lib/clock";
import { failureOf } from "@/lib/failure";
import { log } from "@/lib/log";
import { withClient } from "../client";
import { nameAt } from "./keep";
import { backUp, backUpIfDue, latestHour } from "./nightly";
import { inFolder, onDatabases, writeStrange } from "./testing";

const folder = inFolder();
const { made } = onDatabases();
let url: string;
const env = (name: string) => ({
  BIANFA_DATA: folder(`${name}-data`),
  BIANFA_BACKUPS: folder(name),
  BIANFA_BACKUP_HOUR: 2,
  BIANFA_BACKUP_KEEP: { days: 2, weeks: 0, months: 0 },
});
const at = (time: string) => travel(new Date(`${time}+08:00`));
const runs = async () =>
  (
    await withClient(url, (client) =>
      client.query(`SELECT kind, scheduled, file, rows, failure FROM "BackupRun" ORDER BY "startedAt"`),
    )
  ).rows;

beforeAll(async () => {
  url = await made(template);
  await writeStrange(url);
});
afterEach(() => travel());

describe("by night", () => {
  it("writes one after its hour, rehearses once a week, makes up for what was missed, clears away", async () => {
    const nights = env("nights");
    at("2026-11-30T01:25:00");
    expect(await backUpIfDue(url, nights)).toBe("both");
    expect(await backUpIfDue(url, nights)).toBe(null);
    at("2026-11-30T02:25:00");
    expect(await backUpIfDue(url, nights)).toBe("backup");
    at("2026-12-01T01:25:00");
    expect(await backUpIfDue(url, nights)).toBe(null);
    at("2026-12-03T16:25:00");
    expect(await backUpIfDue(url, nights)).toBe("backup");
    expect(readdirSync(nights.BIANFA_BACKUPS)).toEqual([
      nameAt(new Date("2026-11-29T18:25:00Z")),
      nameAt(new Date("2026-12-03T08:25:00Z")),
    ]);
    at("2026-12-07T02:25:00");
    expect(await backUpIfDue(url, nights)).toBe("both");
    expect(readdirSync(nights.BIANFA_DATA)).toEqual([]);
    const all = await runs();
    expect(all.map(({ kind }) => kind).filter((kind) => kind === "rehearsal")).toHaveLength(2);
    expect(all.every(({ failure, scheduled }) => failure === null && scheduled)).toBe(true);
  });

  it("says in the log why an old one could not be removed, and is written all the same", async () => {
    const kept = env("kept");
    at("2026-12-07T12:25:00");
    mkdirSync(`${kept.BIANFA_BACKUPS}/${nameAt(new Date("2026-11-01T02:25:00+08:00"))}`, { recursive: true });
    const logged = vi.spyOn(log, "warn");
    await backUp(url, { ...kept, BIANFA_BACKUP_KEEP: { days: 1, weeks: 0, months: 0 } });
    expect(
      logged.mock.calls.map(([given, said]) => [failureOf((given as { error: unknown }).error).code, said]),
    ).toEqual([["ERR_FS_EISDIR", "an old backup could not be removed"]]);
    logged.mockRestore();
  });

  it("leaves the older ones where the disk is full, and notes it", async () => {
    const full = env("full");
    at("2026-12-08T02:25:00");
    await backUp(url, full);
    const before = readdirSync(full.BIANFA_BACKUPS);
    const moment = new Date("2026-12-09T02:25:00+08:00");
    for (let second = 0; second < 3; second++)
      symlinkSync("/dev/full", `${full.BIANFA_BACKUPS}/${nameAt(new Date(moment.getTime() + second * 1_000))}.part`);
    travel(moment);
    await expect(backUpIfDue(url, full)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(readdirSync(full.BIANFA_BACKUPS).filter((name) => !name.endsWith(".part"))).toEqual(before);
    expect((await runs()).at(-1)).toMatchObject({ kind: "backup", failure: "diskFull", rows: null });
    // An hour later there is room again.
    at("2026-12-09T03:25:00");
    expect(await backUpIfDue(url, full)).toBe("backup");
  });

  it("says so where the folder cannot be made, and where it is not to be", async () => {
    writeFileSync(folder("a file"), "");
    await expect(backUp(url, env("a file/in it"))).rejects.toMatchObject({ failure: "folder" });
    // In /proc no folder can be made, and whoever tries on for ever makes none either.
    await expect(backUp(url, { ...env("proc"), BIANFA_BACKUPS: "/proc/none/in it" })).rejects.toMatchObject({
      failure: "folder",
    });
    expect(await backUpIfDue(url, { ...env("never"), BIANFA_BACKUP_HOUR: null as never })).toBe(null);
    expect(existsSync(folder("never"))).toBe(false);
  });

  it("refuses a name that is taken, which is no backup that failed", async () => {
    const before = await runs();
    writeFileSync(folder("taken.backup"), "");
    await expect(backUp(url, env("taken"), { file: folder("taken.backup") })).rejects.toThrow("已经存在");
    expect(await runs()).toEqual(before);
  });

  it("counts its hour in the office's day", () => {
    at("2026-11-30T01:59:59");
    expect(latestHour(2)).toEqual(new Date("2026-11-29T02:00:00+08:00"));
    at("2026-11-30T02:00:00");
    expect(latestHour(2)).toEqual(new Date("2026-11-30T02:00:00+08:00"));
  });
});
