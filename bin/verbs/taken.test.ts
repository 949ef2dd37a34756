import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";

onDatabase();

const root = path.resolve(import.meta.dirname, "../..");

/** The verb as a process of its own, on the database of the test. */
function verb(name: string, ...given: string[]): Promise<{ code: number; said: string }> {
  const all = ["--import", "tsx", path.join(import.meta.dirname, `${name}.ts`), ...given];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: root, env: process.env }, (error, _, said) => {
      resolve({ code: Number(error?.code ?? 0), said });
    });
  });
}

test.each([["export", "2026", "--out"], ["audit", "prune", "--before", "2020-01-01", "--out"], ["backup"]])(
  "%s does not write over a file that is there, and says what to do",
  async (name, ...given) => {
    const folder = mkdtempSync(path.join(tmpdir(), "bianfa-taken-"));
    try {
      const file = path.join(folder, "kept.zip");
      writeFileSync(file, "mine");
      expect(await verb(name, ...given, file)).toEqual({
        code: 1,
        said: `${file} 已经存在：请换一个文件名，或先把它删除。\n`,
      });
      expect(readFileSync(file, "utf8")).toBe("mine");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test.each([
  ["export", "2026", "--out"],
  ["audit", "prune", "--before", "2020-01-01", "--out"],
  ["typeset", "刊", "2026", "1", "--out"],
  ["backup"],
])("%s says in a sentence that the folder for its file is not there, or is none", async (name, ...given) => {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-taken-"));
  try {
    const none = path.join(folder, "none");
    expect(await verb(name, ...given, path.join(none, "kept.pdf"))).toEqual({
      code: 1,
      said: `文件夹 ${none} 不存在：请先建立，或换一个文件夹。\n`,
    });
    writeFileSync(none, "a file");
    expect(await verb(name, ...given, path.join(none, "kept.pdf"))).toEqual({
      code: 1,
      said: `不能写入 ${none}（ENOTDIR）：请检查文件夹和权限。\n`,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
