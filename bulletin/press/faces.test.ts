import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forbidden } from "@/lib/refusal";
import { english, madeUpFace } from "@/typesetting/testing/face";
import { onDatabase } from "../testing/database";
import { house, person } from "../testing/people";
import { pressFaces } from "./faces";

onDatabase();

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-fonts-"));
  vi.stubEnv("BIANFA_FONTS", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("the faces of the press", () => {
  it("are the system administrator's business alone", async () => {
    const { editor } = await house();
    for (const other of [editor, await person(["securityAdmin"]), await person(["auditor"])])
      expect(() => pressFaces(other)).toThrow(forbidden());
  });

  it("show which family is used, from where, and what cannot be read", async () => {
    writeFileSync(path.join(folder, "simfang.ttf"), madeUpFace([{ language: english, family: "FangSong" }], "编"));
    writeFileSync(path.join(folder, "broken.ttf"), "not a face");
    const { roles, own, lacking, unreadable } = pressFaces(await person(["systemAdmin"]));
    expect(roles.find(({ id }) => id === "fang")?.used).toEqual({
      family: "FangSong",
      files: ["simfang.ttf"],
      origin: "own",
    });
    expect(roles.find(({ id }) => id === "title")?.used).toMatchObject({ family: "Noto Serif SC", origin: "noto" });
    expect(roles.find(({ id }) => id === "digits")?.used).toBeUndefined();
    expect(own).toEqual(["FangSong"]);
    expect(lacking).not.toContain("fang");
    expect(unreadable).toEqual([{ id: "broken.ttf", reason: "noFace" }]);
  });
});
