import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { addDays, fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import {
  answered,
  forwarded,
  forwardTo,
  given,
  instructionRow,
  type Led,
  led,
  outOfTwo,
  seenInstruction,
  told,
} from "../testing/instructions";
import { office, person } from "../testing/people";
import { close, closeSchema, forward, reopen } from "./forwarding";

onDatabase();

let people: Led;
let id: string;

beforeEach(async () => {
  people = await led();
  id = await given(people.leader, (await outOfTwo(people)).issueId);
});

describe("an instruction that is forwarded", () => {
  it("stands with each office once, and its contributors and leads are told once", async () => {
    const { editor, north, south, writer, southWriter, southLead } = people;
    const left = await person(["contributor"], { office: north, disabledAt: now() });
    await person(["reader"], { office: north });
    await forwarded(editor, id, [north.id, south.id, south.id], addDays(today(), 7));
    expect(await instructionRow(id)).toMatchObject({ state: "forwarded", version: 2 });
    const forwards = await db.forward.findMany({ orderBy: { id: "asc" } });
    expect(forwards.map(({ officeId }) => officeId).sort()).toEqual([north.id, south.id].sort());
    for (const each of forwards) {
      expect(each).toMatchObject({ words: "请按时反馈。", byName: editor.name, answeredAt: null });
      expect(fromColumn(each.dueOn)).toBe(addDays(today(), 7));
    }
    expect(await told("forwarded")).toEqual({ [writer.id]: 1, [southWriter.id]: 1, [southLead.id]: 1 });
    expect(await told("forwarded")).not.toHaveProperty(left.id);
    expect(await db.event.findMany({ where: { act: "forward" } })).toMatchObject([
      { actorId: editor.id, subjectId: id, detail: { dueOn: addDays(today(), 7) } },
    ]);
  });

  it.each([
    ["to no office", () => [], 0, "noOffice"],
    ["to an office that is not there", () => [randomUUID()], 0, "unknownOffice"],
    ["to an office that is closed, among others", (open: string, closed: string) => [open, closed], 0, "unknownOffice"],
    ["until a day that has passed", (open: string) => [open], -1, "dayPassed"],
    ["until a day in three years", (open: string) => [open], 3 * 366, "absurdDay"],
  ] as const)("is not forwarded %s", async (_, officesOf, days, key) => {
    const closed = await office({ closedAt: now() });
    const officeIds = [...officesOf(people.north.id, closed.id)];
    const due = addDays(today(), days);
    await expect(forwarded(people.editor, id, officeIds, due)).rejects.toMatchObject({ key });
    expect(await instructionRow(id)).toMatchObject({ state: "given", version: 1 });
    expect([await db.forward.count(), await told("forwarded")]).toEqual([0, {}]);
  });

  it("may be due today", async () => {
    await forwarded(people.editor, id, [people.north.id], today());
    expect(await db.forward.count()).toBe(1);
  });

  it("is forwarded by editors alone, and by the one who saw it as it stands", async () => {
    const { leader, reviewer, signer, writer, editor, editor2, north } = people;
    const seen = { ...(await seenInstruction(id)), officeIds: [north.id], dueOn: null, words: "" };
    for (const actor of [leader, reviewer, signer])
      await expect(forward(actor, seen)).rejects.toMatchObject({ key: "forbidden" });
    await expect(forward(writer, seen)).rejects.toMatchObject({ key: "missing" });
    await forward(editor, seen);
    const second = { key: "overtaken", stale: { by: editor.name } };
    await expect(forward(editor2, seen)).rejects.toMatchObject(second);
    expect(await db.forward.count()).toBe(1);
  });

  it("keeps one forward of an office, with the new day, and is open again; others' answers stand", async () => {
    const { editor, north, south, writer, southWriter } = people;
    await forwarded(editor, id, [north.id, south.id], today());
    await answered(writer, id);
    await answered(southWriter, id);
    expect((await instructionRow(id)).state).toBe("answered");
    await forwarded(editor, id, [north.id], addDays(today(), 3));
    expect((await instructionRow(id)).state).toBe("forwarded");
    const [northern, southern] = [await forwardTo(north.id, id), await forwardTo(south.id, id)];
    const rows = await db.forward.findMany({ include: { answers: true } });
    expect(rows).toHaveLength(2);
    const of = (each: string) => rows.find((row) => row.id === each);
    expect(of(northern)).toMatchObject({ answeredAt: null, answers: [{ text: "已经办了。" }] });
    expect(fromColumn(of(northern)?.dueOn ?? null)).toBe(addDays(today(), 3));
    expect(of(southern)?.answeredAt).not.toBeNull();
    expect(await told("forwarded")).toMatchObject({ [writer.id]: 2, [southWriter.id]: 1 });
    await answered(writer, id, "又办了。");
    expect((await instructionRow(id)).state).toBe("answered");
  });
});

describe("an instruction that is closed", () => {
  const closing = "已经办结。";

  it("says what became of it, and its leader alone is told", async () => {
    await close(people.editor, { ...(await seenInstruction(id)), closing });
    expect(await instructionRow(id)).toMatchObject({ state: "closed", closing, closedAt: expect.any(Date) });
    expect(await told("closed")).toEqual({ [people.leader.id]: 1 });
    await expect(forwarded(people.editor, id, [people.north.id])).rejects.toMatchObject({ key: "overtaken" });
    expect(closeSchema.safeParse({ id, version: 1, closing: " \n" }).success).toBe(false);
  });

  it("is closed and opened again by editors alone, each from the page as it stands", async () => {
    const { leader, reviewer, signer, writer, editor } = people;
    await forwarded(editor, id, [people.north.id]);
    const seen = await seenInstruction(id);
    for (const actor of [leader, reviewer, signer, writer]) {
      await expect(close(actor, { ...seen, closing })).rejects.toMatchObject({ key: "forbidden" });
      await expect(reopen(actor, seen)).rejects.toMatchObject({ key: "forbidden" });
    }
    await expect(reopen(editor, seen)).rejects.toMatchObject({ key: "overtaken" });
    await close(editor, { ...seen, closing });
    await expect(close(people.editor2, { ...seen, closing })).rejects.toMatchObject({ stale: { by: editor.name } });
  });

  it.each(["given", "forwarded", "answered"] as const)("goes back to where it was: %s", async (state) => {
    const { editor, north, south, writer, southWriter } = people;
    if (state !== "given") await forwarded(editor, id, [north.id, south.id]);
    if (state !== "given") await answered(writer, id);
    if (state === "answered") await answered(southWriter, id);
    await close(editor, { ...(await seenInstruction(id)), closing });
    await reopen(editor, await seenInstruction(id));
    expect(await instructionRow(id)).toMatchObject({ state, closing: "", closedAt: null });
    await close(editor, { ...(await seenInstruction(id)), closing });
    expect(await told("closed")).toEqual({ [people.leader.id]: 2 });
  });
});
