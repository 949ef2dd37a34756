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
