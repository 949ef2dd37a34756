import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
import { zipOf } from "../testing/files/zip";
import { answered, forwarded, forwardTo, given, type Led, led, outOfTwo } from "../testing/instructions";
import { answerFileFor, attachToAnswer, detachFromAnswer } from "./answerFiles";

onDatabase();

const pdf = Buffer.from("%PDF-1.7\n内容");
const zip = zipOf([{ name: "xl/workbook.xml", bytes: Buffer.from("<a/>") }]);

let people: Led;
let instructionId: string;
let forwardId: string;

beforeEach(async () => {
  people = await led();
  instructionId = await given(people.leader, (await outOfTwo(people)).issueId);
  await forwarded(people.editor, instructionId, [people.north.id, people.south.id]);
  forwardId = await forwardTo(people.north.id, instructionId);
});

const put = (name: string, bytes: Uint8Array = pdf) => attachToAnswer(people.writer, forwardId, { name, bytes });

describe("a file beside an answer", () => {
  it.each([
    ["方案.pdf", pdf, "方案.pdf", "application/pdf"],
    ["C:\\资料\\名单.XLSX", zip, "名单.XLSX", "application/zip"],
    ["讲话.wps", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "讲话.wps", "application/octet-stream"],
    ["现场.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "现场.jpg", "image/jpeg"],
    ["说明.txt", Buffer.from("文字"), "说明.txt", "text/plain"],
  ])("%s is kept as it came", async (given, bytes, name, type) => {
    const { id, size } = await put(given, bytes);
    expect(size).toBe(bytes.length);
    const kept = await answerFileFor(people.writer, id);
    expect(kept).toMatchObject({ forwardId, answerId: null, name, type, size });
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(bytes));
    expect(await db.event.findMany({ where: { act: "attachToAnswer" } })).toMatchObject([
      { actorId: people.writer.id, subjectId: instructionId, detail: { name } },
    ]);
  });

  it.each([
    ["方案.pdf", "", "emptyFile"],
    ["方案.pdf", "MZ 程序", "notWhatItSays"],
    ["现场.png", "%PDF-1.7", "notWhatItSays"],
    ["程序.exe", "MZ", "attachmentKind"],
    ["图.svg", "<svg onload='x'>", "attachmentKind"],
    ["说明.txt", "文\u0000字", "attachmentKind"],
    ["方案\u202efdp.exe", "%PDF", "fileName"],
    ["文件夹/", "%PDF", "fileName"],
  ])("%j with the content %j is refused", async (name, content, key) => {
    await expect(put(name, Buffer.from(content))).rejects.toMatchObject({ key, field: "attachment" });
    expect(await db.answerFile.count()).toBe(0);
  });

  it("is one of ten at most; those that went with an answer are not counted", async () => {
    for (let number = 1; number <= 9; number++) await put(`${number}.pdf`);
    const file = (name: string) => ({ name, bytes: pdf });
    const results = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([
        through(one, () => attachToAnswer(people.writer, forwardId, file("十.pdf"))),
        through(two, () => attachToAnswer(people.writer, forwardId, file("十一.pdf"))),
      ]),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(put("12.pdf")).rejects.toMatchObject({ key: "tooManyAttachments", values: { max: 10 } });
    expect(await db.answerFile.count()).toBe(10);
    await answered(people.writer, instructionId);
    await put("又.pdf");
    expect(await db.answerFile.count({ where: { answerId: null } })).toBe(1);
  });

  it("is laid there by the office alone, and not by one of it who only edits", async () => {
    const { southWriter, third, leader, editor, secretariat } = people;
    await forwarded(editor, instructionId, [secretariat.id]);
    const ours = await forwardTo(secretariat.id, instructionId);
    for (const actor of [southWriter, third, leader, editor])
      for (const to of [forwardId, ours, randomUUID()]) {
        const laid = attachToAnswer(actor, to, { name: "方案.pdf", bytes: pdf });
        await expect(laid).rejects.toMatchObject({ key: "missing" });
      }
    expect(await db.answerFile.count()).toBe(0);
  });

  it("is taken away by the office alone, and only before it went with the answer", async () => {
    const { southWriter, leader, editor, writer } = people;
    const [first, second] = [await put("一.pdf"), await put("二.pdf")];
    for (const actor of [southWriter, leader, editor])
      await expect(detachFromAnswer(actor, first.id)).rejects.toMatchObject({ key: "missing" });
    await detachFromAnswer(writer, first.id);
    await expect(detachFromAnswer(writer, first.id)).rejects.toMatchObject({ key: "missing" });
    await answered(writer, instructionId);
    await expect(detachFromAnswer(writer, second.id)).rejects.toMatchObject({ key: "alreadySent" });
    expect(await db.answerFile.findMany()).toMatchObject([{ id: second.id, name: "二.pdf" }]);
    expect(await db.event.count({ where: { act: "detachFromAnswer", subjectId: instructionId } })).toBe(1);
  });

  it("is fetched by its office, and once the answer is given by secretariat and leader; by no other office", async () => {
    const { writer, editor, reviewer, signer, leader, leader2, plain, southWriter, southLead, third } = people;
    const { id } = await put("方案.pdf");
    const finds = async (actor: typeof writer) => (await answerFileFor(actor, id)).name;
    expect(await finds(writer)).toBe("方案.pdf");
    const others = [leader2, plain, southWriter, southLead, third];
    for (const actor of [editor, reviewer, signer, leader, ...others])
      await expect(finds(actor)).rejects.toMatchObject({ key: "missing" });
    await answered(writer, instructionId);
    for (const actor of [writer, editor, reviewer, signer, leader]) expect(await finds(actor)).toBe("方案.pdf");
    for (const actor of others) await expect(finds(actor)).rejects.toMatchObject({ key: "missing" });
  });
});
