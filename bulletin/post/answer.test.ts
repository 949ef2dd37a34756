import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
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
import { person } from "../testing/people";
import { attachToAnswer } from "./answerFiles";
import { answer, answerSchema, close } from "./forwarding";

onDatabase();

let people: Led;
let id: string;

beforeEach(async () => {
  people = await led();
  id = await given(people.leader, (await outOfTwo(people)).issueId);
});

describe("an answer", () => {
  it("is given by a contributor or a lead of the office alone; anybody else finds nothing", async () => {
    const { editor, north, south, writer, southWriter, southLead, leader, third } = people;
    await forwarded(editor, id, [north.id, south.id]);
    const [northern, southern] = [await forwardTo(north.id, id), await forwardTo(south.id, id)];
    const reader = await person(["reader"], { office: north });
    for (const actor of [southWriter, third, leader, reader, editor])
      await expect(answer(actor, { id: northern, text: "好" })).rejects.toMatchObject({ key: "missing" });
    await expect(answer(writer, { id: randomUUID(), text: "好" })).rejects.toMatchObject({ key: "missing" });
    expect(await db.answer.count()).toBe(0);
    await answer(writer, { id: northern, text: "北边办了。" });
    await answer(southLead, { id: southern, text: "南边办了。" });
    expect(await db.answer.findMany({ orderBy: { at: "asc" } })).toMatchObject([
      { forwardId: northern, text: "北边办了。", byName: writer.name },
      { forwardId: southern, text: "南边办了。", byName: southLead.name },
    ]);
  });

  it("is not empty", () => {
    expect(answerSchema.safeParse({ id: randomUUID(), text: "\n " }).success).toBe(false);
    expect(answerSchema.safeParse({ id: randomUUID(), text: "好" }).success).toBe(true);
  });

  it("may come in parts, each with its files, and each is told to the editors", async () => {
    const { editor, editor2, north, writer } = people;
    await forwarded(editor, id, [north.id]);
    const forwardId = await forwardTo(north.id, id);
    const attach = (name: string) => attachToAnswer(writer, forwardId, { name, bytes: Buffer.from("%PDF-1.7") });
    await attach("一.pdf");
    await attach("二.pdf");
    await answered(writer, id, "先办了一半。");
    await attach("三.pdf");
    await answered(writer, id, "办完了。");
    await attach("四.pdf");
    const parts = await db.answer.findMany({
      orderBy: { at: "asc" },
      include: { files: { orderBy: { name: "asc" } } },
    });
    expect(parts.map(({ text, files }) => [text, files.map(({ name }) => name).sort()])).toEqual([
      ["先办了一半。", ["一.pdf", "二.pdf"]],
      ["办完了。", ["三.pdf"]],
    ]);
    expect(await db.answerFile.findMany({ where: { answerId: null } })).toMatchObject([{ name: "四.pdf" }]);
    expect(await told("answered")).toEqual({ [editor.id]: 2, [editor2.id]: 2 });
  });

  it("makes the instruction answered with the last of the offices, and not before", async () => {
    const { editor, north, south, writer, southWriter } = people;
    await forwarded(editor, id, [north.id, south.id]);
    await answered(writer, id);
    await answered(writer, id, "还有。");
    expect((await instructionRow(id)).state).toBe("forwarded");
    await answered(southWriter, id);
    expect((await instructionRow(id)).state).toBe("answered");
    await answered(writer, id, "再补一点。");
    expect((await instructionRow(id)).state).toBe("answered");
  });

  it("ends in answered, although the last two offices answer at the same moment", async () => {
    const { editor, north, south, writer, southWriter } = people;
    await forwarded(editor, id, [north.id, south.id]);
    const [northern, southern] = [await forwardTo(north.id, id), await forwardTo(south.id, id)];
    const results = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([
        through(one, () => answer(writer, { id: northern, text: "北" })),
        through(two, () => answer(southWriter, { id: southern, text: "南" })),
      ]),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await instructionRow(id)).toMatchObject({ state: "answered", version: 4 });
    expect(await db.answer.count()).toBe(2);
  });

  it("comes too late once the instruction is closed, and says who closed it", async () => {
    const { editor, north, writer } = people;
    await forwarded(editor, id, [north.id]);
    await close(editor, { ...(await seenInstruction(id)), closing: "不必再报。" });
    await expect(answered(writer, id)).rejects.toMatchObject({ key: "overtaken", stale: { by: editor.name } });
    expect(await db.answer.count()).toBe(0);
  });
});
