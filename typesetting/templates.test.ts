import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { templatesIn } from "./templates";

test("what an editor leaves in the folder while a template is open is none", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-templates-"));
  writeFileSync(path.join(folder, "foot.typ"), "#let foot() = none\n");
  writeFileSync(path.join(folder, "empty.typ"), "");
  writeFileSync(path.join(folder, "huge.typ"), " ".repeat(400_000));
  writeFileSync(path.join(folder, "foot.typ~"), "older");
  mkdirSync(path.join(folder, "weekly.typ"));
  // Emacs marks a file that is being edited so.
  symlinkSync("editor@machine.123", path.join(folder, ".#page.typ"));
  symlinkSync("/nowhere/at/all", path.join(folder, "flash.typ"));
  expect([...templatesIn(folder)]).toEqual([["foot.typ", "#let foot() = none\n"]]);
  expect(templatesIn(path.join(folder, "none")).size).toBe(0);
  rmSync(folder, { recursive: true });
});
