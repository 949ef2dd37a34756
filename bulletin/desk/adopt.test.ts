import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { withdraw } from "../intake/submit";
import { distribute } from "../post/distribute";
import { onDatabase } from "../testing/database";
import {
  adoptInto,
  approved,
  compiled,
  distributed,
  issueBy,
  issueOf,
  sectionsOf,
  seenIssue,
  signed,
} from "../testing/issues";
import { itemOf, paragraphs, seenItem, submitted } from "../testing/items";
import { house } from "../testing/people";
import { publication as anotherPublication } from "../testing/publications";
import { adopt, putBack } from "./adopt";
import { board } from "./board";
import { editEntry, entryFor } from "./entries";
import { flag } from "./select";

onDatabase();

const text = { headline: ["编辑改的题"], date: null, place: "", reason: "压缩" };

describe("an item that is adopted", () => {
  it("is still marked on the board as needing a check, until the mark is taken away", async () => {
    const { editor, writer, publication } = await house();
    const item = await submitted(writer, publication);
    await flag(editor, { id: item.id, flag: "needsCheck", on: true });
    const issueId = await issueBy(editor, publication);
    await adoptInto(issueId, editor, [await seenItem(item.id), await submitted(writer, publication)]);
    const marks = async () =>
      (await board(editor, issueId)).sections.flatMap(({ entries }) => entries.map(({ needsCheck }) => needsCheck));
    expect(await marks()).toEqual([true, false]);
    await flag(editor, { id: item.id, flag: "needsCheck", on: false });
    expect(await marks()).toEqual([false, false]);
  });

  it("stands in the issue as a copy: whatever the editor makes of it, the original is untouched", async () => {
    const { editor, writer, publication } = await house();
    const item = await submitted(writer, publication);
    const before = await itemOf(item.id);
    const issueId = await issueBy(editor, publication);
    const [entryId = ""] = await adoptInto(issueId, editor, [item]);
    const entry = await db.entry.findUniqueOrThrow({ where: { id: entryId } });
    const { kind, headline, date, place, officialIds, blocks, imageIds } = before;
    expect(entry).toMatchObject({
      itemId: item.id,
      submission: 1,
      kind,
      headline,
      date,
      place,
      officialIds,
      blocks,
      imageIds,
    });
    await editEntry(editor, { id: entryId, version: 1, ...text, blocks: paragraphs("只留一句。") });
    const after = await itemOf(item.id);
    expect({ ...after, state: 0, version: 0, updatedAt: 0, handledAt: 0 }).toEqual({
      ...before,
      ...{ state: 0, version: 0, updatedAt: 0, handledAt: 0 },
    });
    expect(after.state).toBe("adopted");
    expect(
      (await entryFor(editor, (await db.entry.findUniqueOrThrow({ where: { id: entryId } })).issueId, entryId))
        .original,
    ).toMatchObject({ headline, blocks });
  });

  it("may stand in issues of two publications, and goes back to the desk when the last one lets it go", async () => {
    const people = await house();
    const { editor, writer, publication } = people;
    const item = await submitted(writer, publication);
    const [first = ""] = await adoptInto(await issueBy(editor, publication), editor, [item]);
    const other = await issueBy(editor, await anotherPublication());
    const [second = ""] = await adoptInto(other, editor, [await seenItem(item.id)]);
    await putBack(editor, first);
    expect((await itemOf(item.id)).state).toBe("adopted");
    await putBack(editor, second);
    expect(await itemOf(item.id)).toMatchObject({ state: "submitted", handledAt: null });
    expect(await db.entry.count()).toBe(0);
  });

  it("stands in one issue once, also where two editors adopt it at the same moment", async () => {
    const { editor, editor2, writer, publication } = await house();
    const item = await submitted(writer, publication);
    const issueId = await issueBy(editor, publication);
    const both = await Promise.allSettled([adoptInto(issueId, editor, [item]), adoptInto(issueId, editor2, [item])]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = adoptInto(issueId, editor, [await seenItem(item.id)], 1);
    await expect(again).rejects.toMatchObject({ key: "alreadyAdopted" });
    expect(await db.entry.count()).toBe(1);
  });

  it("stays published where another publication takes it up later", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    await distributed(people, { items: [item] });
    const publication = await anotherPublication({ readers: [people.leader] });
    const later = await compiled(people, { publication, items: [await seenItem(item.id)] });
    expect((await itemOf(item.id)).state).toBe("published");
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: later } });
    await putBack(people.editor, entry.id);
    expect((await itemOf(item.id)).state).toBe("published");
  });

  it("is published by the first of its issues that goes out", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const first = await signed(people, { items: [item] });
    const publication = await anotherPublication({ readers: [people.leader] });
    await compiled(people, { publication, items: [await seenItem(item.id)] });
    await distribute(people.editor, await seenIssue(first));
    expect((await itemOf(item.id)).state).toBe("published");
  });

  it("voids the approval of the issue, and enters the editor among its compilers", async () => {
    const people = await house();
    const id = await approved(people);
    await adoptInto(id, people.editor2, [await submitted(people.writer, people.publication)]);
    const issue = await issueOf(id);
    expect(issue).toMatchObject({ state: "compiling", approvedById: null });
    expect(issue.compilerIds).toEqual([people.editor.id, people.editor2.id]);
  });
});

describe("adopting is refused", () => {
  it("for an item that its office has taken back or changed since", async () => {
    const { editor, writer, publication } = await house();
    const { id, version } = await submitted(writer, publication);
    await db.item.update({ where: { id }, data: { version: version + 1 } });
    const issueId = await issueBy(editor, publication);
    await expect(adoptInto(issueId, editor, [{ id, version }])).rejects.toMatchObject({ key: "overtaken" });
    await withdraw(writer, id);
    const gone = { key: "overtaken", stale: { by: writer.name } };
    await expect(adoptInto(issueId, editor, [await seenItem(id)])).rejects.toMatchObject(gone);
    expect(await db.entry.count()).toBe(0);
  });

  it("into a section of another issue", async () => {
    const { editor, writer, publication } = await house();
    const { id: itemId, version } = await submitted(writer, publication);
    const [issueId, other] = [await issueBy(editor, publication), await issueBy(editor, publication)];
    const [section] = await sectionsOf(other);
    const act = adopt(editor, { itemId, version, issueId, sectionId: section?.id ?? "" });
    await expect(act).rejects.toMatchObject({ key: "sectionGone" });
    expect((await itemOf(itemId)).state).toBe("submitted");
  });

  it("by a reviewer or signer, and by all others as if there were no such issue", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const issueId = await issueBy(people.editor, people.publication);
    for (const actor of [people.reviewer, people.signer])
      await expect(adoptInto(issueId, actor, [item])).rejects.toMatchObject({ key: "forbidden" });
    for (const actor of [people.writer, people.leader])
      await expect(adoptInto(issueId, actor, [item])).rejects.toMatchObject({ key: "missing" });
  });
});

describe("putting back", () => {
  it("what somebody has put back already is said so", async () => {
    const people = await house();
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const both = await Promise.allSettled([putBack(people.editor, entry.id), putBack(people.editor2, entry.id)]);
    const refused = both.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect(refused).toEqual(["alreadyPutBack"]);
    // The auditor reads the record, and no texts: neither headline nor first sentence is in it.
    const lines = await db.event.findMany({ where: { act: "takeOut" } });
    expect(lines).toMatchObject([{ issueId: id, entryId: entry.id, detail: {} }]);
  });
});
