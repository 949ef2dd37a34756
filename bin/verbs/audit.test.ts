import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { allAnchors } from "@/bulletin/record/anchors";
import { sealAndAnchor } from "@/bulletin/record/seal";
import { falsify, onDatabase } from "@/bulletin/testing/database";
import { lines, sealed } from "@/bulletin/testing/sealed";

onDatabase();

const root = path.resolve(import.meta.dirname, "../..");

/** `npm run bianfa -- audit verify …` as a process of its own, on the database of the test. */
function verifying(...given: string[]): Promise<{ code: number; said: string }> {
  const all = ["--import", "tsx", path.join(import.meta.dirname, "audit.ts"), "verify", ...given];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: root, env: process.env }, (error, said, complained) => {
      resolve({ code: Number(error?.code ?? 0), said: said + complained });
    });
  });
}

test("audit verify ends with nought as long as nothing was changed, and else says what was and does not", async () => {
  const [, second] = await lines(3);
  await sealed();
  expect(await verifying()).toEqual({ code: 0, said: "一致：链上共 3 条，核对 3 条，存证 0 个。\n" });
  await falsify(`UPDATE "Event" SET "actorName" = '别人' WHERE id = ${second}`);
  expect(await verifying()).toEqual({
    code: 1,
    said: `第 ${second} 号记录被改动。\n不一致：1 处。链上共 3 条，核对 3 条，存证 0 个。\n`,
  });
});

test("audit verify --anchors finds the end that was cut off, which the database alone does not tell", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-verify-"));
  const file = path.join(folder, "anchors.txt");
  try {
    const last = (await lines(3)).at(-1);
    await sealed();
    await sealAndAnchor();
    const [anchor] = await allAnchors();
    writeFileSync(file, `${anchor?.day} ${anchor?.eventId} ${anchor?.place} ${anchor?.hash}\n`);
    expect(await verifying("--anchors", file)).toMatchObject({ code: 0 });
    await falsify(
      `DELETE FROM "EventAnchor"; DELETE FROM "EventSeal" WHERE "eventId" = ${last}; DELETE FROM "Event" WHERE id = ${last}`,
    );
    expect(await verifying()).toMatchObject({ code: 0 });
    const outside = await verifying("--anchors", file);
    expect(outside.code).toBe(1);
    expect(outside.said).toContain(`存证（外部文件，第 ${last} 号）与现在的链不符`);
    writeFileSync(file, "2026-01-01 一\n");
    expect(await verifying("--anchors", file)).toEqual({ code: 1, said: `存证文件 ${file} 第 1 行不是存证。\n` });
    expect(await verifying("--anchors")).toMatchObject({ code: 1, said: expect.stringMatching(/^用法：/) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
