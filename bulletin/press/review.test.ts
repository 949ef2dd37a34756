import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { board } from "../desk/board";
import { editEntry } from "../desk/entries";
import { onDatabase } from "../testing/database";
import { approved, compiled, issueBy, issueOf, seenIssue } from "../testing/issues";
import { paragraphs } from "../testing/items";
import { house, person } from "../testing/people";
import { approve, requestReview, sendBack, sendBackSchema, withdrawReview } from "./review";

onDatabase();

describe("review", () => {
  it("is not asked for an issue without entries, and by a contributor not at all", async () => {
    const { editor, writer, publication } = await house();
    const id = await issueBy(editor, publication);
    await expect(requestReview(editor, await seenIssue(id))).rejects.toMatchObject({ key: "noEntries" });
    await expect(requestReview(writer, await seenIssue(id))).rejects.toMatchObject({ key: "missing" });
    expect((await issueOf(id)).state).toBe("compiling");
  });

  it("keeps the editors' hands off, until they withdraw it", async () => {
    const people = await house();
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const edit = () => {
      const text = { headline: ["改"], blocks: paragraphs("改"), date: null, place: "", reason: "" };
      return editEntry(people.editor2, { id: entry.id, version: 1, ...text });
    };
    await requestReview(people.editor, await seenIssue(id));
    await expect(edit()).rejects.toMatchObject({ key: "inReview" });
    await withdrawReview(people.editor, await seenIssue(id));
    await edit();
    expect((await issueOf(id)).state).toBe("compiling");
  });

  it("is not passed by anybody who has assembled the issue, were it by one word", async () => {
    const people = await house();
    const both = await person(["editor", "reviewer"]);
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const text = { headline: entry.headline, blocks: paragraphs("一个字。"), date: null, place: "", reason: "" };
    await editEntry(both, { id: entry.id, version: 1, ...text });
    await requestReview(people.editor, await seenIssue(id));
    expect((await board(both, id)).acts).not.toContain("approve");
    await expect(approve(both, await seenIssue(id))).rejects.toMatchObject({ key: "ownWork" });
    await approve(people.reviewer, await seenIssue(id));
    expect(await issueOf(id)).toMatchObject({ state: "approved", approvedById: people.reviewer.id });
  });

  it("is passed for the version that the reviewer saw", async () => {
    const people = await house();
    const id = await compiled(people);
    await requestReview(people.editor, await seenIssue(id));
    const seen = await seenIssue(id);
    await withdrawReview(people.editor, seen);
    await requestReview(people.editor2, await seenIssue(id));
    await expect(approve(people.reviewer, seen)).rejects.toMatchObject({
      key: "overtaken",
      stale: { by: people.editor2.name },
    });
  });

  it("ends in words where it is sent back, by the reviewer and, once it is approved, by the signer", async () => {
    const people = await house();
    const id = await compiled(people);
    await requestReview(people.editor, await seenIssue(id));
    await expect(sendBack(people.signer, { ...(await seenIssue(id)), words: "再核" })).rejects.toMatchObject({
      key: "forbidden",
    });
    await sendBack(people.reviewer, { ...(await seenIssue(id)), words: "栏目顺序再核。" });
    expect(await issueOf(id)).toMatchObject({ state: "sentBack" });
    expect((await board(people.editor, id)).events[0]).toMatchObject({
      act: "sendBack",
      detail: { words: "栏目顺序再核。" },
    });
    await requestReview(people.editor, await seenIssue(id));
    await approve(people.reviewer, await seenIssue(id));
    await expect(sendBack(people.reviewer, { ...(await seenIssue(id)), words: "再核" })).rejects.toMatchObject({
      key: "forbidden",
    });
    await sendBack(people.signer, { ...(await seenIssue(id)), words: "第一条撤下。" });
    expect(await issueOf(id)).toMatchObject({ state: "sentBack", approvedById: null, approvedAt: null });
    expect(sendBackSchema.safeParse({ id, version: 1, words: " " }).success).toBe(false);
  });

  it("starts anew after any edit of what was approved, and the record says so", async () => {
    const people = await house();
    const id = await approved(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const text = { headline: entry.headline, blocks: paragraphs("改了一处。"), date: null, place: "", reason: "" };
    await editEntry(people.editor, { id: entry.id, version: 1, ...text });
    expect(await issueOf(id)).toMatchObject({ state: "compiling", approvedById: null, approvedAt: null });
    expect(await db.event.count({ where: { issueId: id, act: "voidApproval" } })).toBe(1);
  });
});
