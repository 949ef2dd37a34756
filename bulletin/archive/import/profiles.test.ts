import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../../testing/database";
import { house } from "../../testing/people";
import { publication as newPublication } from "../../testing/publications";
import { forgetProfile, profilesLearnt } from "./profiles";

onDatabase();

describe("what corrections taught about a publication", () => {
  it("is told in what it says, and forgotten by one act that the record keeps", async () => {
    const { editor, ...people } = await house();
    const { id: publicationId } = await newPublication({ name: "青禾工作周报" });
    const learnt = {
      publication: "青禾周报",
      ...{ styles: { "※※": "section", "一、": "headline", "#2": "headline", "**": "section" } },
      ...{ leads: { "◆": true, date: false }, lines: { "第#期快讯": "furniture" } },
    };
    await db.importProfile.create({ data: { publicationId, learnt, updatedAt: new Date(0) } });
    const told = (await profilesLearnt(editor)).get(publicationId) ?? [];
    // The database keeps keys in an order of its own.
    expect(told.toSorted((a, b) => `${a.kind}${a.text}`.localeCompare(`${b.kind}${b.text}`))).toEqual([
      { kind: "bold", text: "", label: "section" },
      { kind: "leads", lead: "mark", text: "◆" },
      { kind: "leadsNone", lead: "date", text: "date" },
      { kind: "line", text: "第#期快讯", label: "furniture" },
      { kind: "marked", text: "※…※", label: "section" },
      { kind: "marked", text: "一、…", label: "headline" },
      { kind: "publication", text: "青禾周报" },
      { kind: "typed", text: "2", label: "headline" },
    ]);
    await expect(profilesLearnt(people.leader)).rejects.toMatchObject({ key: "forbidden" });
    await expect(forgetProfile(people.leader, { publicationId })).rejects.toMatchObject({ key: "forbidden" });
    await forgetProfile(editor, { publicationId });
    expect((await profilesLearnt(editor)).size).toBe(0);
    expect(await db.event.findFirst({ where: { act: "forgetImportProfile" } })).toMatchObject({
      ...{ actorId: editor.id, subjectId: publicationId, detail: { name: "青禾工作周报" } },
    });
    await expect(forgetProfile(editor, { publicationId })).rejects.toMatchObject({ key: "missing" });
  });
});
