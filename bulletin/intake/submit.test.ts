import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { returnItem } from "../desk/select";
import { onDatabase } from "../testing/database";
import { drafted, itemOf, paragraphs, seenItem, story, submitted } from "../testing/items";
import { house, person } from "../testing/people";
import { saveDraft } from "./draft";
import { fateOf } from "./fate";
import { lastReturn } from "./returned";
import { officeReturn, officeSignOff, submit, withdraw } from "./submit";

onDatabase();

describe("an item that is sent", () => {
  it("goes to the desk at once where its office has no sign-off, with its text as it stood", async () => {
    const { writer, publication } = await house();
    const seen = await drafted(writer, publication);
    await submit(writer, seen);
    const item = await itemOf(seen.id);
    expect(item).toMatchObject({ state: "submitted", submissions: 1, version: seen.version + 1 });
    const kept = await db.submission.findMany({ where: { itemId: seen.id } });
    expect(kept).toMatchObject([
      { number: 1, byId: writer.id, content: { headline: item.headline, blocks: item.blocks } },
    ]);
  });

  it("waits for the office's own lead where it has one, and only then reaches the desk", async () => {
    const { southWriter, southLead, editor, publication } = await house();
    const { id } = await submit(southWriter, await drafted(southWriter, publication));
    expect(await itemOf(id)).toMatchObject({ state: "awaitingOfficeSignOff", submissions: 0, submittedAt: null });
    await expect(fateOf(editor, id)).rejects.toMatchObject({ key: "missing" });
    await expect(officeSignOff(southWriter, await seenItem(id))).rejects.toMatchObject({ key: "forbidden" });
    await officeSignOff(southLead, await seenItem(id));
    expect(await itemOf(id)).toMatchObject({ state: "submitted", submissions: 1 });
    expect((await fateOf(editor, id)).item.submitted).toHaveLength(1);
    expect((await itemOf(id)).plain).toBe("调研组到北岭县走访\n调研组走访了三个村。\n座谈会上十二人发言。");
  });

  it("comes back from the lead with words, and nothing of it has been at the desk", async () => {
    const { southWriter, southLead, editor, publication } = await house();
    const { id } = await submit(southWriter, await drafted(southWriter, publication));
    await officeReturn(southLead, { ...(await seenItem(id)), words: "人数再核一遍。" });
    expect(await itemOf(id)).toMatchObject({ state: "returned", submissions: 0 });
    expect(await lastReturn(southWriter, id)).toEqual({
      words: "人数再核一遍。",
      by: southLead.name,
      phone: southLead.phone,
    });
    expect(await lastReturn(editor, id)).toBeNull();
  });

  it.each([
    ["a headline", { headline: [] }, "noHeadline"],
    ["a text", { blocks: paragraphs(" 　", "") }, "noText"],
    ["a date", { date: null }, "noDate"],
    ["a publication", { publicationId: null, sectionId: null }, "noPublication"],
  ])("is refused without %s, and stays a draft", async (_, given, key) => {
    const { writer, publication } = await house();
    const seen = await drafted(writer, publication, given);
    const before = await itemOf(seen.id);
    await expect(submit(writer, seen)).rejects.toMatchObject({ key });
    expect(await itemOf(seen.id)).toEqual(before);
  });

  it("needs no headline where it is a brief", async () => {
    const { writer, publication } = await house();
    const seen = await drafted(writer, publication, { kind: "brief", headline: [] });
    expect((await submit(writer, seen)).state).toBe("submitted");
  });

  it("is the version that the writer saw, or it is refused with who wrote last", async () => {
    const { writer, publication } = await house();
    const seen = await drafted(writer, publication);
    await saveDraft(writer, { ...seen, draft: story(publication, { note: "后来写的" }) });
    await expect(submit(writer, seen)).rejects.toMatchObject({ key: "overtaken", stale: { by: writer.name } });
    expect((await itemOf(seen.id)).state).toBe("draft");
  });

  it("is sent once by two who send it at the same time", async () => {
    const { writer, north, publication } = await house();
    const colleague = await person(["contributor"], { office: north });
    const seen = await drafted(writer, publication);
    const sent = await Promise.allSettled([submit(writer, seen), submit(colleague, seen)]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.submission.count()).toBe(1);
    expect(await db.event.count({ where: { act: "submit" } })).toBe(1);
  });

  it("does not exist for another office, and a lead who does not write may not send it", async () => {
    const { writer, southWriter, southLead, publication } = await house();
    const theirs = await drafted(writer, publication, { headline: [] });
    await expect(submit(southWriter, theirs)).rejects.toMatchObject({ key: "missing" });
    const own = await drafted(southWriter, publication, { headline: [] });
    await expect(submit(southLead, own)).rejects.toMatchObject({ key: "forbidden" });
  });
});

describe("an item that is taken back", () => {
  it("is off the desk, may be written again, and is sent as a second submission", async () => {
    const { writer, editor, publication } = await house();
    const { id } = await submitted(writer, publication);
    await withdraw(writer, id);
    await expect(fateOf(editor, id)).rejects.toMatchObject({ key: "missing" });
    const { version } = await seenItem(id);
    const draft = story(publication, { blocks: paragraphs("改过的一段。") });
    await submit(writer, { id, ...(await saveDraft(writer, { id, version, draft })) });
    const texts = (await db.submission.findMany({ orderBy: { number: "asc" } })).map(({ content }) => content);
    expect(texts).toMatchObject([{ blocks: story(publication).blocks }, { blocks: draft.blocks }]);
  });

  it("is one that nobody has adopted yet", async () => {
    const { writer, publication } = await house();
    const { id } = await submitted(writer, publication);
    await db.item.update({ where: { id }, data: { state: "adopted" } });
    await expect(withdraw(writer, id)).rejects.toMatchObject({ key: "overtaken" });
    expect((await itemOf(id)).state).toBe("adopted");
  });
});

describe("an item that the desk returns", () => {
  it("shows its office the editor's words, and when it comes again what has changed since", async () => {
    const { writer, editor, publication } = await house();
    const sent = await submitted(writer, publication);
    await returnItem(editor, { ...sent, words: "请补充参加人数。" });
    expect(await lastReturn(writer, sent.id)).toEqual({
      words: "请补充参加人数。",
      by: editor.name,
      phone: editor.phone,
    });
    const draft = story(publication, { blocks: paragraphs("调研组走访了三个村。", "座谈会上十五人发言。") });
    const { version } = await seenItem(sent.id);
    await submit(writer, { id: sent.id, ...(await saveDraft(writer, { id: sent.id, version, draft })) });
    const { resubmission, item } = await fateOf(editor, sent.id);
    expect(item).toMatchObject({ state: "submitted", submissions: 2 });
    expect(resubmission?.paragraphs.filter(({ changed }) => changed).map(({ parts }) => parts)).toEqual([
      expect.arrayContaining([
        { kind: "deleted", text: expect.stringContaining("十二") },
        { kind: "added", text: expect.stringContaining("十五") },
      ]),
    ]);
  });
});
