import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { drafted, itemOf, paragraphs, story, submitted } from "../testing/items";
import { house, official, person } from "../testing/people";
import { photograph } from "../testing/photographs";
import { publication as anotherPublication } from "../testing/publications";
import { discardDraft, draftFor, draftSchema, saveDraft, saveSchema, startDraft } from "./draft";
import { takeImage } from "./images";

onDatabase();

describe("a draft that is saved", () => {
  it("is made by its first save, under the id that the page chose", async () => {
    const { writer, publication, north } = await house();
    const id = randomUUID();
    const draft = story(publication, { place: "北岭县", note: "请核实人数" });
    expect(await saveDraft(writer, { id, version: 0, draft })).toMatchObject({ version: 2 });
    const item = await itemOf(id);
    expect(item).toMatchObject({ state: "draft", officeId: north.id, authorId: writer.id, note: "请核实人数" });
    expect([fromColumn(item.date), item.blocks]).toEqual([draft.date, draft.blocks]);
  });

  it("is one draft although its first save was sent twice, at once or later", async () => {
    const { writer, publication } = await house();
    const id = randomUUID();
    const save = () => saveDraft(writer, { id, version: 0, draft: story(publication) });
    for (const answer of await Promise.all([save(), save()])) expect(answer.version).toBe(2);
    expect((await save()).version).toBe(2);
    expect(await db.item.count()).toBe(1);
  });

  it("is not made a second time by another page that chose its id, were it the same person's", async () => {
    const { writer, publication } = await house();
    const { id } = await drafted(writer, publication);
    const before = await itemOf(id);
    const save = saveDraft(writer, { id, version: 0, draft: story(publication, { headline: ["另一稿"] }) });
    await expect(save).rejects.toMatchObject({ key: "stale", stale: { version: 2, text: story(publication) } });
    expect(await itemOf(id)).toEqual(before);
  });

  it("is not saved over what a colleague wrote meanwhile; the answer says who, when and what", async () => {
    travel(new Date("2026-11-22T04:00:00Z"));
    const { writer, north, publication } = await house();
    const colleague = await person(["contributor"], { office: north, name: "纪云舟" });
    const { id, version } = await drafted(writer, publication);
    travel(new Date("2026-11-22T07:42:00Z"));
    const theirs = story(publication, { headline: ["同事的题目"] });
    await saveDraft(colleague, { id, version, draft: theirs });
    const before = await itemOf(id);
    await expect(saveDraft(writer, { id, version, draft: story(publication) })).rejects.toMatchObject({
      key: "stale",
      stale: { by: "纪云舟", at: expect.stringMatching(/^2026-11-22T07:42:/), version: version + 1, text: theirs },
    });
    expect(await itemOf(id)).toEqual(before);
  });

  it("is not saved any more once it is at the desk", async () => {
    const { writer, publication } = await house();
    const { id, version } = await submitted(writer, publication);
    const before = await itemOf(id);
    const save = saveDraft(writer, { id, version, draft: story(publication) });
    await expect(save).rejects.toMatchObject({ key: "alreadySent" });
    expect(await itemOf(id)).toEqual(before);
  });

  it("keeps its officials in rank order, whatever the order of choosing", async () => {
    const { writer, publication } = await house();
    const [third, first] = [await official("罗启明", 3), await official("顾承岳", 1)];
    const { id } = await drafted(writer, publication, { officialIds: [third, first] });
    expect((await itemOf(id)).officialIds).toEqual([first, third]);
  });

  it("leaves one line in the record for a quarter of an hour of writing", async () => {
    const { writer, publication } = await house();
    let { id, version } = await drafted(writer, publication);
    const save = async () => ({ version } = await saveDraft(writer, { id, version, draft: story(publication) }));
    for (let time = 0; time < 3; time++) await save();
    expect(await db.event.count({ where: { itemId: id, act: "saveDraft" } })).toBe(1);
    travel(new Date(Date.now() + 16 * 60_000));
    await save();
    expect(await db.event.count({ where: { itemId: id, act: "saveDraft" } })).toBe(2);
  });
});

describe("a save is refused", () => {
  it.each([
    ["for a publication that does not exist", { publicationId: randomUUID(), sectionId: null }, "noPublication"],
    ["for a section that does not exist", { sectionId: randomUUID() }, "unknownSection"],
    ["for an official who is not on the roster", { officialIds: [randomUUID()] }, "unknownOfficial"],
  ])("%s", async (_, given, key) => {
    const { writer, publication } = await house();
    const { id, version } = await drafted(writer, publication);
    const before = await itemOf(id);
    await expect(saveDraft(writer, { id, version, draft: story(publication, given) })).rejects.toMatchObject({ key });
    expect(await itemOf(id)).toEqual(before);
  });

  it("for a section of another publication, and for one that is no longer used", async () => {
    const { writer, publication } = await house();
    const foreign = (await anotherPublication()).sections[0]?.id ?? "";
    await expect(drafted(writer, publication, { sectionId: foreign })).rejects.toMatchObject({ key: "unknownSection" });
    await db.section.updateMany({ data: { retiredAt: new Date() } });
    await expect(drafted(writer, publication)).rejects.toMatchObject({ key: "unknownSection", field: "sectionId" });
  });

  it("for a photograph of another office: putting it into a text would show it", async () => {
    const { writer, southWriter, publication } = await house();
    const { id: image } = await takeImage(southWriter, await photograph());
    const blocks = [{ type: "figure" as const, image, caption: "图", credit: "" }];
    await expect(drafted(writer, publication, { blocks })).rejects.toMatchObject({ key: "unknownImage" });
    expect((await itemOf((await drafted(southWriter, publication, { blocks })).id)).imageIds).toEqual([image]);
  });

  it("for another office, as if there were no such item", async () => {
    const { writer, southWriter, publication } = await house();
    const { id, version } = await drafted(writer, publication);
    for (const seen of [version, 0])
      await expect(saveDraft(southWriter, { id, version: seen, draft: story(publication) })).rejects.toMatchObject({
        key: "missing",
      });
    await expect(draftFor(southWriter, id)).rejects.toMatchObject({ key: "missing" });
    expect(await draftFor(writer, id)).toMatchObject({ id, headline: ["调研组到北岭县走访"] });
  });

  it("for an editor, who sees the item and has not written it", async () => {
    const { writer, editor, publication } = await house();
    const { id, version } = await submitted(writer, publication);
    const save = saveDraft(editor, { id, version, draft: story(publication) });
    await expect(save).rejects.toMatchObject({ key: "forbidden" });
    await expect(startDraft(editor, "story")).rejects.toMatchObject({ key: "forbidden" });
  });

  it("for whatever is no draft at all, before it reaches the database", () => {
    const draft = { kind: "story", headline: [], publicationId: "", officialIds: [], blocks: [] };
    expect(draftSchema.safeParse(draft).success).toBe(true);
    expect(draftSchema.safeParse({ ...draft, officialIds: [{ not: "" }] }).success).toBe(false);
    expect(draftSchema.safeParse({ ...draft, kind: "poem" }).success).toBe(false);
    expect(saveSchema.safeParse({ id: { contains: "" }, version: 1, draft }).success).toBe(false);
  });
});

describe("a draft that is thrown away", () => {
  it("is gone, with its line in the record", async () => {
    const { writer, publication } = await house();
    const { id } = await drafted(writer, publication);
    await discardDraft(writer, id);
    expect(await db.item.findUnique({ where: { id } })).toBeNull();
    expect(await db.event.count({ where: { act: "discardDraft", subjectId: id } })).toBe(1);
  });

  it("stays where the desk has it or another office asks", async () => {
    const { writer, southWriter, publication } = await house();
    const sent = await submitted(writer, publication);
    await expect(discardDraft(writer, sent.id)).rejects.toMatchObject({ key: "alreadySent" });
    const draft = await drafted(writer, publication, { blocks: paragraphs("一") });
    await expect(discardDraft(southWriter, draft.id)).rejects.toMatchObject({ key: "missing" });
    expect(await db.item.count()).toBe(2);
  });
});
