import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import {
  compiledOfTwo,
  corrected,
  deputyOf,
  given,
  instructionRow,
  type Led,
  led,
  outOfTwo,
  recalled,
  seenInstruction,
  sentence,
  told,
  words,
} from "../testing/instructions";
import { person } from "../testing/people";
import { instruct, instructionsOn, instructSchema, rewrite } from "./instructions";
import { drawingOf, nothingDrawn } from "./strokes";

onDatabase();

let people: Led;
let issue: Awaited<ReturnType<typeof outOfTwo>>;

beforeEach(async () => {
  people = await led();
  issue = await outOfTwo(people);
});

const again = { quote: "", text: "请尽快办理。", drawing: nothingDrawn };

describe("who may write", () => {
  it("is a leader to whom the issue was delivered; both editors are told once, and the record has it", async () => {
    const { leader, editor, editor2 } = people;
    const id = await given(leader, issue.issueId);
    expect(await instructionRow(id)).toMatchObject({
      ...{ state: "given", leaderId: leader.id, leaderName: leader.name, writtenById: null, writtenByName: "" },
      ...{ issueId: issue.issueId, entryId: null, text: "请研究办理。" },
    });
    expect(await told("instructed")).toEqual({ [editor.id]: 1, [editor2.id]: 1 });
    expect(await db.event.findMany({ where: { act: "instruct" } })).toMatchObject([
      { actorId: leader.id, subjectId: id, issueId: issue.issueId },
    ]);
  });

  it("is no reader who does not stand on the roster", async () => {
    await expect(given(people.plain, issue.issueId)).rejects.toMatchObject({ key: "forbidden" });
    expect(await db.instruction.count()).toBe(0);
  });

  it("is no leader to whom it was not delivered", async () => {
    await db.delivery.deleteMany({ where: { accountId: people.leader2.id } });
    const inTheNorth = { ...people.leader2, roles: ["reader", "contributor"] as const, officeId: people.north.id };
    for (const actor of [people.leader2, inTheNorth])
      for (const id of [issue.issueId, randomUUID()])
        await expect(given(actor, id)).rejects.toMatchObject({ key: "missing" });
    const deputy = deputyOf(people.leader2, people.plain, true);
    const forThem = instruct(deputy, words(issue.issueId, { of: people.leader2.id }));
    await expect(forThem).rejects.toMatchObject({ key: "missing" });
  });

  it("is a deputy with leave, whose name stands beside that of the leader", async () => {
    const deputy = deputyOf(people.leader, people.third, true);
    const id = await instruct(deputy, words(issue.issueId, { of: people.leader.id }));
    expect(await instructionRow(id)).toMatchObject({
      ...{ leaderId: people.leader.id, leaderName: people.leader.name },
      ...{ writtenById: deputy.id, writtenByName: deputy.name },
    });
    expect(await db.event.findMany({ where: { act: "instruct" } })).toMatchObject([
      { actorId: deputy.id, detail: { inPlaceOf: people.leader.name } },
    ]);
  });

  it("is no deputy without leave, and nobody for a leader whose tray they do not have", async () => {
    const deputy = deputyOf(people.leader, people.third, false);
    const write = (of: string) => instruct(deputy, words(issue.issueId, { of }));
    await expect(write(people.leader.id)).rejects.toMatchObject({ key: "forbidden" });
    await expect(write(people.leader2.id)).rejects.toMatchObject({ key: "missing" });
    expect(await db.instruction.count()).toBe(0);
  });

  it("is nobody of the secretariat or an office, and no administrator", async () => {
    const { editor, reviewer, signer, writer, southLead } = people;
    const administrators = (["systemAdmin", "securityAdmin", "auditor"] as const).map((role) => person([role]));
    for (const actor of [editor, reviewer, signer, writer, southLead, ...(await Promise.all(administrators))])
      await expect(given(actor, issue.issueId), actor.roles.join()).rejects.toMatchObject({ key: "missing" });
    expect(await db.instruction.count()).toBe(0);
  });
});

describe("what is written", () => {
  it("is text, or a drawing, or both, on an entry or a sentence of it", async () => {
    const drawing = drawingOf([[100, 100, 50, 200, 100, 50]]);
    const broken = `${sentence.slice(0, 4)}\n  ${sentence.slice(4)}`;
    await given(people.leader, issue.issueId, { entryId: issue.north });
    await given(people.leader, issue.issueId, { entryId: issue.north, quote: sentence, text: "", drawing });
    await given(people.leader, issue.issueId, { entryId: issue.north, quote: broken, drawing });
    expect(await instructionsOn(people.leader, issue.issueId)).toMatchObject([
      { place: issue.north, quote: "", text: "请研究办理。", drawing: nothingDrawn },
      { place: issue.north, quote: sentence, text: "", drawing },
      { place: issue.north, quote: broken, text: "请研究办理。", drawing },
    ]);
  });

  it.each([
    ["a sentence that stands nowhere", "north", "没有这句话。", "notThere"],
    ["a sentence of another entry", "south", sentence, "notThere"],
    ["a sentence of no entry", null, sentence, "missing"],
  ] as const)("is not on %s", async (_, at, quote, key) => {
    const there = { entryId: at && issue[at], quote };
    await expect(given(people.leader, issue.issueId, there)).rejects.toMatchObject({ key });
    expect([await db.instruction.count(), await told("instructed")]).toEqual([0, {}]);
  });

  it("is not on an entry of another issue", async () => {
    const { north } = await outOfTwo(people);
    const there = { entryId: north };
    await expect(given(people.leader, issue.issueId, there)).rejects.toMatchObject({ key: "missing" });
  });

  it("is not nothing, whether new or written anew", async () => {
    const nothing = instructSchema.parse({ id: issue.issueId, entryId: "", text: " \n ", drawing: "" });
    await expect(instruct(people.leader, nothing)).rejects.toMatchObject({ key: "nothingWritten", field: "text" });
    const seen = await seenInstruction(await given(people.leader, issue.issueId));
    const emptied = rewrite(people.leader, { ...seen, ...again, text: "" });
    await expect(emptied).rejects.toMatchObject({ key: "nothingWritten" });
    expect(await instructionRow(seen.id)).toMatchObject({ version: 1, text: "请研究办理。" });
  });
});

describe("the time in which a leader writes", () => {
  it("begins with the distribution", async () => {
    const { issueId } = await compiledOfTwo(people);
    await expect(given(people.leader, issueId)).rejects.toMatchObject({ key: "missing" });
  });

  it("ends with the recall, and for an edition with the next one", async () => {
    const edition = await corrected(people, issue.issueId);
    await expect(given(people.leader, issue.issueId)).rejects.toMatchObject({ key: "missing" });
    await given(people.leader, edition);
    await recalled(people, edition);
    await expect(given(people.leader, edition)).rejects.toMatchObject({ key: "missing" });
  });
});
