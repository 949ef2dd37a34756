import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { putBack } from "../desk/adopt";
import { editEntry, entryFor } from "../desk/entries";
import { correct } from "../press/correct";
import { onDatabase } from "../testing/database";
import {
  corrected,
  forwarded,
  given,
  type Led,
  led,
  outOfTwo,
  recalled,
  seenInstruction,
  sendOut,
  sentence,
  told,
} from "../testing/instructions";
import { paragraphs } from "../testing/items";
import { person } from "../testing/people";
import { close, release } from "./forwarding";
import { instructionOf, releasedOn } from "./instructionOf";
import { instructionsOn, withdrawInstruction } from "./instructions";

onDatabase();

let people: Led;
let issue: Awaited<ReturnType<typeof outOfTwo>>;

beforeEach(async () => {
  people = await led();
  issue = await outOfTwo(people);
});

describe("the page of an instruction", () => {
  it("says where it stands, what may be done, and whether the issue may be read", async () => {
    const { leader, editor, third, writer } = people;
    const id = await given(leader, issue.issueId, { entryId: issue.north });
    await forwarded(editor, id, [third.officeId]);
    expect(await instructionOf(editor, id)).toMatchObject({
      ...{ acts: ["forward", "close"], mayRelease: true, mayReadIssue: true, state: "forwarded" },
      issue: { id: issue.issueId, number: 1, edition: 1, publication: { name: people.publication.name } },
      entry: { id: issue.north, headline: ["调研组到北岭县走访"] },
    });
    expect(await instructionOf(leader, id)).toMatchObject({ acts: [], mayRelease: false, mayReadIssue: true });
    const office = await instructionOf(third, id);
    expect(office).toMatchObject({ acts: ["answer"], mayRelease: false, mayReadIssue: false });
    expect(office.issue).not.toHaveProperty("content");
    await expect(instructionOf(writer, id)).rejects.toMatchObject({ key: "missing" });
    await expect(instructionOf(editor, randomUUID())).rejects.toMatchObject({ key: "missing" });
  });

  it("has no entry where it was written on the whole issue", async () => {
    const id = await given(people.leader, issue.issueId);
    expect(await instructionOf(people.editor, id)).toMatchObject({ entry: null, mayRelease: false });
  });
});

describe("an instruction on an earlier edition", () => {
  it("stands at the same entry of each later one, or at none where that is gone", async () => {
    const { leader, editor } = people;
    await given(leader, issue.issueId, { entryId: issue.north, quote: sentence, text: "北" });
    await given(leader, issue.issueId, { entryId: issue.south, text: "南" });
    await given(leader, issue.issueId, { text: "全" });
    const second = await corrected(people, issue.issueId);
    const [north, south] = [await copyOf(issue.north), await copyOf(issue.south)];
    await given(leader, second, { entryId: north, text: "新" });
    const places = async (on: string) => (await instructionsOn(leader, on)).map(({ text, place }) => [text, place]);
    expect(await places(second)).toEqual([
      ["北", north],
      ["南", south],
      ["全", null],
      ["新", north],
    ]);
    const third = await correct(editor, { id: second, reason: "撤下一篇，改一句" });
    const [northern, southern] = [await copyOf(north), await copyOf(south)];
    await putBack(editor, southern);
    const { version, headline, date, place } = await entryFor(editor, third, northern);
    const changed = { id: northern, version, headline, date, place, reason: "" };
    await editEntry(editor, { ...changed, blocks: paragraphs("调研组走访了四个村。") });
    await sendOut(people, third);
    expect(await places(third)).toEqual([
      ["北", northern],
      ["南", null],
      ["全", null],
      ["新", northern],
    ]);
    expect((await instructionsOn(leader, issue.issueId)).map(({ text }) => text)).toEqual(["北", "南", "全"]);
  });

  const copyOf = async (correctsId: string) => (await db.entry.findFirstOrThrow({ where: { correctsId } })).id;
});

describe("what an office is told of instructions on its item", () => {
  it("is what an editor released, once, whoever of the office is there", async () => {
    const { leader, editor, editor2, north, writer } = people;
    const lead = await person(["officeLead"], { office: north });
    await person(["contributor"], { office: north, disabledAt: now() });
    const id = await given(leader, issue.issueId, { entryId: issue.north, quote: sentence });
    expect(await releasedOn(issue.itemId)).toEqual([]);
    await release(editor, { id });
    await release(editor2, { id });
    expect(await told("released")).toEqual({ [writer.id]: 1, [lead.id]: 1 });
    expect(await db.event.findMany({ where: { act: "release" } })).toMatchObject([
      { actorId: editor.id, subjectId: id },
    ]);
    expect(await releasedOn(issue.itemId)).toMatchObject([{ id, text: "请研究办理。", leaderName: leader.name }]);
    expect(await instructionOf(editor, id)).toMatchObject({ mayRelease: false });
  });

  it("is nothing of the whole issue, behind which there is no item", async () => {
    const id = await given(people.leader, issue.issueId);
    await expect(release(people.editor, { id })).rejects.toMatchObject({ key: "noItemBehind" });
    expect(await told("released")).toEqual({});
  });

  it("is released by editors alone", async () => {
    const id = await given(people.leader, issue.issueId, { entryId: issue.north });
    for (const actor of [people.leader, people.reviewer, people.signer])
      await expect(release(actor, { id })).rejects.toMatchObject({ key: "forbidden" });
    await expect(release(people.writer, { id })).rejects.toMatchObject({ key: "missing" });
    await withdrawInstruction(people.leader, await seenInstruction(id));
    await expect(release(people.editor, { id })).rejects.toMatchObject({ key: "missing" });
    expect(await db.instruction.count({ where: { releasedAt: { not: null } } })).toBe(0);
  });

  it("stays when it is closed and when the issue is corrected, and goes with a recall", async () => {
    const { leader, editor } = people;
    const id = await given(leader, issue.issueId, { entryId: issue.north });
    await given(leader, issue.issueId, { entryId: issue.south });
    await release(editor, { id });
    await close(editor, { ...(await seenInstruction(id)), closing: "办结。" });
    expect(await releasedOn(issue.itemId)).toMatchObject([{ id, state: "closed" }]);
    const edition = await corrected(people, issue.issueId);
    expect(await releasedOn(issue.itemId)).toMatchObject([{ id }]);
    await recalled(people, edition);
    expect(await releasedOn(issue.itemId)).toEqual([]);
  });
});
