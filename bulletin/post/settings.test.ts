import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { house, person } from "../testing/people";
import { at } from "../testing/post";
import { isQuiet, postSettings, postSettingsSchema, setPost } from "./settings";

onDatabase();

const hours = (quietFrom: string, quietTo: string) => ({ quietFrom, quietTo, deadlineWarnings: false });
const isQuietAt = (from: string, to: string, time: string) => isQuiet(hours(from, to), at("2026-11-20", time));

describe("quiet hours", () => {
  it.each([
    ["22:00", "07:00", "21:59", false],
    ["22:00", "07:00", "22:00", true],
    ["22:00", "07:00", "23:59", true],
    ["22:00", "07:00", "00:00", true],
    ["22:00", "07:00", "06:59", true],
    ["22:00", "07:00", "07:00", false],
    ["12:00", "14:00", "11:59", false],
    ["12:00", "14:00", "12:00", true],
    ["12:00", "14:00", "13:59", true],
    ["12:00", "14:00", "14:00", false],
    ["08:00", "08:00", "08:00", false],
    ["", "", "03:00", false],
  ])("from %s to %s: at %s %s", (from, to, time, quiet) => {
    expect(isQuietAt(from, to, time)).toBe(quiet);
  });
});

describe("the settings of the post", () => {
  it("are from ten to seven and without warnings, until an editor sets them", async () => {
    const { editor } = await house();
    expect(await postSettings()).toEqual(hours("22:00", "07:00"));
    const set = { ...hours("20:30", "08:00"), deadlineWarnings: true };
    await setPost(editor, hours("", ""));
    await setPost(editor, set);
    expect(await postSettings()).toEqual(set);
    const lines = await db.event.findMany({ where: { act: "setPost" }, orderBy: { id: "asc" } });
    expect(lines.at(-1)).toMatchObject({ actorId: editor.id, detail: set });
  });

  it("are set by nobody else", async () => {
    const { reviewer, signer, leader, writer } = await house();
    for (const actor of [reviewer, signer, leader, writer, await person(["systemAdmin"])])
      await expect(setPost(actor, hours("", ""))).rejects.toMatchObject({ key: "forbidden" });
    expect(await db.setting.count()).toBe(0);
  });

  it.each([
    ["22:00", ""],
    ["", "07:00"],
    ["24:00", "07:00"],
    ["22:00", "7:00"],
    ["late", "early"],
  ])("are not from '%s' to '%s'", (quietFrom, quietTo) => {
    expect(postSettingsSchema.safeParse({ quietFrom, quietTo }).success).toBe(false);
  });

  it("are given by a form with its box ticked, or without", () => {
    expect(postSettingsSchema.parse({ ...hours("22:00", "07:00"), deadlineWarnings: "on" }).deadlineWarnings).toBe(
      true,
    );
    expect(postSettingsSchema.parse({ quietFrom: "", quietTo: "" })).toEqual(hours("", ""));
  });
});
