import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { db } from "@/lib/db";
import { board } from "../../desk/board";
import { readingOf } from "../../post/readingOf";
import { ledger, ledgerFilter } from "../../press/ledger";
import { takeNumber } from "../../press/numbering";
import { onDatabase } from "../../testing/database";
import { gb18030 } from "../../testing/files/gb18030";
import { zipOf } from "../../testing/files/zip";
import { pastWeekly as weekly } from "../../testing/pastWeekly";
import { type House, house } from "../../testing/people";
import { publication as newPublication } from "../../testing/publications";
import { join, relabel } from "../recognise/acts";
import type { Piece } from "../recognise/pieces";
import { shelf, shelfFilter } from "../shelf";
import { contentIn } from "../yearFile/contentSchema";
import { addressIssue, addressYear, unarchive } from "./address";
import { archiveImport } from "./archive";
import { archiveMany } from "./archiveMany";
import { correctImport, correctionSchema } from "./correct";
import { piecesOf } from "./piecesOf";
import { discardImport, sayIssue, sayPublication } from "./say";
import { takeFile } from "./take";
import { takeAll } from "./takeAll";
import { withoutStep, withStep } from "./undo";
import { importOf, importsOf, originalOf, waitingFilter } from "./waiting";

onDatabase();

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function taken(people: House, text: string, name = "周报.txt") {
  const file = await takeFile(people.editor, { name, bytes: bytesOf(text) });
  return db.importedFile.findUniqueOrThrow({ where: { id: file.id } });
}

async function archived(people: House, text: string, publicationId: string) {
  const { id } = await taken(people, text);
  const seen = await sayPublication(people.editor, { id, version: 1, publicationId });
  await archiveImport(people.editor, { id, ...seen });
  return db.issue.findFirstOrThrow({ where: { importId: id }, orderBy: { number: "asc" } });
}

describe("a file of past bulletins", () => {
  it("waits for a person, and is known again by its bytes under any name", async () => {
    const people = await house();
    const first = await takeFile(people.editor, { name: "甲.txt", bytes: bytesOf(weekly(9)) });
    const second = await takeFile(people.editor, { name: "乙.txt", bytes: bytesOf(weekly(9)) });
    expect(first).toMatchObject({ again: null, issues: 1, entries: 3 });
    expect(second).toMatchObject({ id: first.id, again: "waiting", name: "甲.txt" });
    expect(await db.importedFile.count()).toBe(1);
  });

  it("brought by two at once is kept once", async () => {
    const people = await house();
    const bring = () => takeFile(people.editor, { name: "甲.txt", bytes: bytesOf(weekly(9)) });
    const all = await Promise.all([bring(), bring(), bring()]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await db.importedFile.count()).toBe(1);
  });

  it("is of the publication that its masthead names", async () => {
    const people = await house();
    const known = await newPublication({ name: "青禾工作周报" });
    expect((await taken(people, weekly(9))).publicationId).toBe(known.id);
    expect((await taken(people, weekly(9, { name: "某某简讯" }))).publicationId).toBeNull();
  });

  it("is not of a publication of the same name in another city", async () => {
    const people = await house();
    const known = await newPublication({ name: "工作周报", region: "青禾市" });
    expect((await taken(people, weekly(9, { name: "青禾市\n工作周报" }))).publicationId).toBe(known.id);
    expect((await taken(people, weekly(9, { name: "柳泉市\n工作周报" }))).publicationId).toBeNull();
  });

  it("with a classified marking is refused", async () => {
    const people = await house();
    await expect(taken(people, `机密★1年\n${weekly(9)}`)).rejects.toMatchObject({ key: "classified" });
    expect(await db.importedFile.count()).toBe(0);
  });

  it("in a zip is read with those that can be, the others named with the reason", async () => {
    const people = await house();
    const zip = zipOf([
      { name: "2024/周报9.txt", bytes: Buffer.from(weekly(9)) },
      { name: "2024/坏.docx", bytes: Buffer.from("PK\u0003\u0004坏") },
      { name: "../../周报10.txt", bytes: Buffer.from(gb18030(weekly(10))) },
      { name: "__MACOSX/._周报9.txt", bytes: Buffer.from("x") },
    ]);
    const results = [];
    for await (const each of takeAll(people.editor, { name: "一年.zip", bytes: zip })) results.push(each);
    expect(results.map(({ name }) => name)).toEqual([
      "一年.zip／2024/周报9.txt",
      "一年.zip／2024/坏.docx",
      "一年.zip／周报10.txt",
    ]);
    expect(
      results.map((each) => ("refusal" in each ? each.refusal.key : "issues" in each ? each.issues : each.archived)),
    ).toEqual([1, "brokenFile", 1]);
  });

  it("is nobody's but the editors'", async () => {
    const people = await house();
    const { id } = await taken(people, weekly(9));
    for (const actor of [people.writer, people.leader, people.reviewer, people.signer]) {
      await expect(takeFile(actor, { name: "甲", bytes: bytesOf("甲") })).rejects.toMatchObject({ key: "forbidden" });
      await expect(importOf(actor, id)).rejects.toMatchObject({ key: "missing" });
      await expect(originalOf(actor, id)).rejects.toMatchObject({ key: "missing" });
      expect((await importsOf(actor, waitingFilter.parse({}))).rows).toEqual([]);
      await expect(archiveImport(actor, { id, version: 1 })).rejects.toMatchObject({ key: "forbidden" });
      await expect(discardImport(actor, { id, version: 1 })).rejects.toMatchObject({ key: "forbidden" });
    }
  });
});

describe("a decision of the recognition", () => {
  it("is changed by one act, once: who comes second is told who was first", async () => {
    const people = await house();
    const { id } = await taken(people, weekly(9));
    const { pieces } = await importOf(people.editor, id);
    const title = pieces.find(({ text }) => text === "市政协召开主席会议");
    const correction = { act: "relabel" as const, pieces: [title?.id ?? ""], label: "paragraph" as const };
    expect(await correctImport(people.editor, { id, version: 1, correction })).toEqual({ version: 2 });
    const changed = await importOf(people.editor, id);
    expect(changed.pieces.find((each) => each.id === title?.id)?.label).toBe("paragraph");
    await expect(correctImport(people.editor, { id, version: 1, correction })).rejects.toMatchObject({
      key: "overtaken",
      values: { by: people.editor.name, at: expect.any(String) },
    });
  });

  it("that makes an issue fewer leaves what was said of the others with them", async () => {
    const people = await house();
    const { id } = await taken(people, [8, 9, 10].map((number) => weekly(number)).join("\n\n"));
    const said = { series: "regular", lastNumber: null, total: null, date: "2024-03-04", leftOut: false } as const;
    await sayIssue(people.editor, { id, version: 1, at: 1, number: 66, ...said });
    await sayIssue(people.editor, { id, version: 2, at: 2, number: 77, ...said });
    const { pieces, issues } = await importOf(people.editor, id);
    const head = issues[1]?.issue.pieces.filter((each) =>
      ["publication", "number", "issuer", "date"].includes(pieces.find((piece) => piece.id === each)?.label ?? ""),
    );
    const correction = { act: "relabel" as const, pieces: head ?? [], label: "furniture" as const };
    await correctImport(people.editor, { id, version: 3, correction });
    const after = await importOf(people.editor, id);
    expect(after.issues.map(({ said: { number } }) => number)).toEqual([8, 77]);
  });

  it("of a piece that is not there is refused", async () => {
    const people = await house();
    const { id } = await taken(people, weekly(9));
    const correction = { act: "join", piece: "9999:0" } as const;
    await expect(correctImport(people.editor, { id, version: 1, correction })).rejects.toMatchObject({
      key: "missing",
    });
  });

  it("moves a piece to the end of its issue, not of the file", async () => {
    const people = await house();
    const { id } = await taken(people, `${weekly(8)}\n\n${weekly(9)}`);
    const before = await importOf(people.editor, id);
    const first = piecesOf(before.pieces, before.recognised, 0);
    const second = piecesOf(before.pieces, before.recognised, 1);
    expect([first.behind, second.behind]).toEqual([second.pieces[0]?.id, null]);
    const last = first.pieces.at(-2)?.id ?? "";
    const correction = { act: "move" as const, pieces: [last], before: first.behind };
    await correctImport(people.editor, { id, version: 1, correction });
    const after = await importOf(people.editor, id);
    expect(piecesOf(after.pieces, after.recognised, 0).pieces.at(-1)?.id).toBe(last);
  });

  it("teaches the next file of its publication", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "青禾工作周报" });
    const manner = (number: number) => weekly(number).replaceAll("※领导活动※", "〔领导活动〕");
    const first = await taken(people, manner(9));
    const { pieces } = await importOf(people.editor, first.id);
    const mark = pieces.find(({ text }) => text.includes("〔领导活动〕"));
    const correction = { act: "relabel" as const, pieces: [mark?.id ?? ""], label: "section" as const };
    const seen = await correctImport(people.editor, { id: first.id, version: 1, correction });
    await archiveImport(people.editor, { id: first.id, ...seen });
    expect(await db.importProfile.count({ where: { publicationId } })).toBe(1);
    const second = await taken(people, manner(10));
    const { recognised } = await importOf(people.editor, second.id);
    expect(recognised.issues[0]?.sections.map(({ title }) => title)).toEqual(["重要会议", "领导活动"]);
  });
});

describe("a line that was misread", () => {
  it("is put right, and is archived as it was typed; what was read is kept beside it", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报" });
    const { id } = await taken(people, weekly(9));
    const [line] = (await importOf(people.editor, id)).pieces.filter(({ text }) => text.startsWith("3月2日"));
    const typed = "3月2日，市政协主席林远\n 到白石县调研。\u0000";
    const correction = correctionSchema.parse({
      ...{ id, version: 1 },
      correction: { act: "reword", piece: line?.id, text: typed },
    });
    const seen = await correctImport(people.editor, correction);
    const after = await importOf(people.editor, id);
    expect(after.pieces.find((each) => each.id === line?.id)).toMatchObject({
      ...{ text: "3月2日，市政协主席林远到白石县调研。", read: line?.text, label: line?.label },
    });
    await archiveImport(people.editor, { id, ...seen });
    const { content } = await db.issue.findFirstOrThrow({ where: { importId: id } });
    expect(JSON.stringify(content)).toContain("林远到白石县调研。");
    expect(JSON.stringify(content)).not.toContain("春耕备耕");
  });

  it("is refused with a classified marking, and where nothing was typed stays", async () => {
    const people = await house();
    const { id } = await taken(people, weekly(9));
    const piece = (await importOf(people.editor, id)).pieces[0]?.id ?? "";
    const typed = (text: string) => ({ act: "reword" as const, piece, text });
    await expect(correctImport(people.editor, { id, version: 1, correction: typed("机密★1年") })).rejects.toMatchObject(
      { key: "classified" },
    );
    await correctImport(people.editor, { id, version: 1, correction: typed("") });
    expect((await importOf(people.editor, id)).pieces[0]?.text).toBe("青禾工作周报");
  });
});

describe("the last correction is taken back", () => {
  it("with what was said of the issues on both sides where it stands", async () => {
    const people = await house();
    const { id } = await taken(people, [8, 9, 10].map((number) => weekly(number)).join("\n\n"));
    const { pieces, issues } = await importOf(people.editor, id);
    const said = { series: "regular", lastNumber: null, total: null, date: "2024-03-04", leftOut: false } as const;
    for (const at of [0, 1, 2]) await sayIssue(people.editor, { id, version: at + 1, at, number: 50 + at, ...said });
    const head = issues[1]?.issue.pieces.filter((each) =>
      ["publication", "number", "issuer", "date"].includes(pieces.find((one) => one.id === each)?.label ?? ""),
    );
    const correction = { act: "relabel" as const, pieces: head ?? [], label: "furniture" as const };
    await correctImport(people.editor, { id, version: 4, correction });
    // While it is joined somebody says something else of the last one.
    await sayIssue(people.editor, { id, version: 5, at: 1, number: 99, ...said });
    await correctImport(people.editor, { id, version: 6, correction: { act: "undo" } });
    const after = await importOf(people.editor, id);
    expect(after.issues.map((each) => each.said.number)).toEqual([50, 51, 99]);
  });

  it("as far back as is kept: the last one always", () => {
    const piece = (at: number): Piece => ({
      ...{ id: `${at}:0`, line: at, from: 0, to: 1, text: "文", label: "paragraph", confidence: 1 },
    });
    const all = Array.from({ length: 8_000 }, (_, at) => piece(at + 1));
    const one = relabel(
      all,
      all.map(({ id }) => id),
      "brief",
    );
    const two = relabel(
      one,
      one.map(({ id }) => id),
      "leftover",
    );
    const steps = withStep(withStep([], all, one, {}), one, two, {});
    expect(steps).toHaveLength(1);
    expect(withoutStep(two, steps[0] as (typeof steps)[number])).toEqual(one);
    const small = withStep(withStep([], all, join(all, "2:0"), {}), all, join(all, "3:0"), {});
    expect(small.map(({ pieces }) => pieces.length)).toEqual([1, 1]);
  });

  it("one after the other, down to what was read, with what was said of an issue that had gone", async () => {
    const people = await house();
    const { id } = await taken(people, `${weekly(8)}\n\n${weekly(9)}`);
    const before = await importOf(people.editor, id);
    expect(before.mayUndo).toBe(false);
    const said = { series: "regular", lastNumber: null, total: null, date: "2024-03-04", leftOut: false } as const;
    let { version } = await sayIssue(people.editor, { id, version: 1, at: 1, number: 66, ...said });
    const correct = async (correction: z.input<typeof correctionSchema>["correction"]) => {
      ({ version } = await correctImport(people.editor, correctionSchema.parse({ id, version, correction })));
    };
    const piece = (start: string) => before.pieces.find(({ text }) => text.startsWith(start))?.id ?? "";
    const heads = before.issues[1]?.issue.pieces.filter((each) =>
      ["publication", "number", "issuer", "date"].includes(before.pieces.find((one) => one.id === each)?.label ?? ""),
    );
    await correct({ act: "split", piece: piece("会上还讨论"), at: 4 });
    await correct({ act: "join", piece: piece("3月3日") });
    await correct({ act: "reword", piece: piece("报："), text: "报：市委。" });
    await correct({ act: "move", pieces: [piece("3月3日")], before: piece("3月2日") });
    await correct({ act: "relabel", pieces: heads ?? [], label: "furniture" });
    expect((await importOf(people.editor, id)).issues.map((each) => each.said.number)).toEqual([8]);
    for (let at = 0; at < 5; at += 1) {
      expect((await importOf(people.editor, id)).mayUndo).toBe(true);
      await correct({ act: "undo" });
    }
    const after = await importOf(people.editor, id);
    expect(after.pieces).toEqual(before.pieces);
    expect(after.mayUndo).toBe(false);
    expect(after.issues.map((each) => each.said.number)).toEqual([8, 66]);
    expect(after).toMatchObject({ issueCount: before.issueCount, entryCount: before.entryCount });
    // Nothing is left to take back, or nothing is changed: nothing happens, and is nothing to be taken back.
    const { version: last } = after;
    await correct({ act: "undo" });
    await correct({ act: "join", piece: before.pieces[0]?.id ?? "" });
    expect(await importOf(people.editor, id)).toMatchObject({ pieces: before.pieces, version: last, mayUndo: false });
  });
});

describe("what no page could be set with", () => {
  const reworded = async (people: House, from: string, text: string) => {
    const { id } = await taken(people, weekly(9));
    const piece = (await importOf(people.editor, id)).pieces.find((each) => each.text.startsWith(from))?.id;
    const correction = correctionSchema.parse({ id, version: 1, correction: { act: "reword", piece, text } });
    return { id, ...(await correctImport(people.editor, correction)) };
  };

  it("is refused where it is archived: a masthead or headline of a thousand characters", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报" });
    for (const from of ["青禾市政协办公室", "市政协召开主席会议"]) {
      const file = await reworded(people, from, "甲".repeat(1_000));
      await expect(archiveImport(people.editor, file)).rejects.toMatchObject({ key: "importUnfit", values: { at: 1 } });
      await discardImport(people.editor, file);
    }
  });

  it("is no number: one that was read as more than paper can bear is asked for", async () => {
    const people = await house();
    const { id } = await reworded(people, "第 9 期", "第 99999999999 期");
    expect((await importOf(people.editor, id)).issues[0]?.said).toMatchObject({ number: null, missing: ["number"] });
  });

  it("is not what was printed longer than anybody types today: its page is there, and its year comes back", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "旧刊" });
    const text = weekly(9)
      .replace("0000-1234567", ["0000-1234567", "0000-1234568", "0000-1234569", "0000-1234560"].join("、"))
      .replace("共印 60 份", "共印 200000 份")
      .replace("张三", Array.from({ length: 30 }, () => "张三三").join("　"))
      .replace("送：市委办公室", `送：${"各县区人民政府".repeat(8)}`);
    const issue = await archived(people, text, publicationId);
    const { around } = await board(people.editor, issue.id);
    expect(around.copies).toBe(200_000);
    expect(around.editors.length).toBeGreaterThan(60);
    expect(contentIn(issue.content)).not.toBeNull();
  });
});

describe("a classified marking", () => {
  it.each(["**机密★1年**", "# 机密★1年", "<b>机密</b>★1年", "&nbsp;机密★1年"])("%s is not read in", async (line) => {
    const people = await house();
    await expect(taken(people, `${line}\n${weekly(9)}`)).rejects.toMatchObject({ key: "classified" });
  });

  it("is none within a sentence that is set wide; in the cell of a table it is one", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报" });
    const wide = await taken(people, weekly(9).replace("会上还讨论", "会议传达　秘密　文件，还讨论"));
    expect(await archiveImport(people.editor, wide)).toEqual({ issues: 1 });
    const table = await taken(people, weekly(10).replace("会上还讨论", "| 密级 | 秘密 |\n\n会上还讨论"));
    await expect(archiveImport(people.editor, table)).rejects.toMatchObject({ key: "classified" });
  });

  it("that is made by cutting or joining lines is not archived", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报" });
    const { id } = await taken(people, weekly(9).replace("会上还讨论了机关内部事务。", "密级说明如下机密★1年"));
    const piece = (await importOf(people.editor, id)).pieces.find((each) => each.text.startsWith("密级"))?.id ?? "";
    const seen = await correctImport(people.editor, { id, version: 1, correction: { act: "split", piece, at: 6 } });
    await expect(archiveImport(people.editor, { id, ...seen })).rejects.toMatchObject({ key: "classified" });
  });
});

describe("a past issue", () => {
  it("keeps its number, date, text and lists, is read by the secretariat and by nobody else", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "旧刊" });
    const issue = await archived(people, weekly(9), publicationId);
    expect(issue).toMatchObject({ state: "archived", number: 9, year: 2024, series: "regular", twin: 1 });
    const { content } = await readingOf(people.reviewer, issue.id);
    expect(content.sections.map(({ title, entries }) => [title, entries.length])).toEqual([
      ["重要会议", 1],
      ["领导活动", 2],
    ]);
    expect(content.lists.map(({ label }) => label)).toEqual(["报", "送"]);
    expect(content.imprint).toMatchObject({ editors: "张三", reviewers: "李四", copies: 60 });
    expect(content.date).toBe("2024-03-04");
    for (const actor of [people.leader, people.writer])
      await expect(readingOf(actor, issue.id)).rejects.toMatchObject({ key: "missing" });
    await expect(db.issue.update({ where: { id: issue.id }, data: { number: 10 } })).rejects.toThrow(/stands/);
    await expect(db.entry.deleteMany({ where: { issueId: issue.id } })).rejects.toThrow(/stands/);
  });

  it("is opened to the readers behind a list, without a notice or a place in their trays", async () => {
    const people = await house();
    const own = await newPublication({ name: "旧刊" });
    const issue = await archived(people, weekly(9), own.id);
    const list = await db.distributionList.create({
      data: {
        publicationId: own.id,
        name: "常用",
        order: 9,
        versions: {
          create: {
            version: 1,
            at: new Date(0),
            lines: [{ label: "报", addressees: [{ label: "主席", accountIds: [people.leader.id], officeIds: [] }] }],
          },
        },
      },
    });
    await addressIssue(people.editor, { id: issue.id, version: 1, listId: list.id });
    expect((await readingOf(people.leader, issue.id)).id).toBe(issue.id);
    expect(await db.notice.count()).toBe(0);
    expect((await shelf(people.leader, shelfFilter.parse({}))).issues.map(({ id }) => id)).toEqual([issue.id]);
    await expect(readingOf(people.leader2, issue.id)).rejects.toMatchObject({ key: "missing" });
    const seen = await db.issue.findUniqueOrThrow({ where: { id: issue.id } });
    await expect(addressIssue(people.reviewer, { ...seen, listId: list.id })).rejects.toMatchObject({
      key: "forbidden",
    });
  });

  it("of a whole year is opened to a list at once, and tells what its masthead and foot said besides", async () => {
    const people = await house();
    const own = await newPublication({ name: "旧刊", readers: [people.leader] });
    await archived(people, weekly(3), own.id);
    const issue = await archived(people, `${weekly(4)}传真：0000-7654321\n`, own.id);
    const { id: listId } = await db.distributionList.findFirstOrThrow({ where: { publicationId: own.id } });
    const year = { publicationId: own.id, year: 2024, listId };
    await expect(addressYear(people.reviewer, year)).rejects.toMatchObject({ key: "forbidden" });
    expect(await addressYear(people.editor, year)).toEqual({ issues: 2, readers: 1 });
    expect(await addressYear(people.editor, year)).toEqual({ issues: 2, readers: 1 });
    expect(await db.delivery.count()).toBe(2);
    expect((await readingOf(people.leader, issue.id)).content.besides?.foot).toEqual(["传真：0000-7654321"]);
  });

  it("joins the ledger: gaps and duplicates are shown, and what is signed next comes after it", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "旧刊" });
    await archived(people, weekly(2), publicationId);
    await archived(people, weekly(5), publicationId);
    const again = await archived(people, `${weekly(5)}\n附注：重印。`, publicationId);
    expect(again.twin).toBe(2);
    const book = await ledger(people.signer, ledgerFilter.parse({ publication: publicationId, year: 2024 }));
    expect([book.gaps, book.twice]).toEqual([[1, 3, 4], [5]]);
    expect(await db.$transaction((tx) => takeNumber(tx, { publicationId, series: "regular", year: 2024 }))).toBe(6);
  });

  it("that is taken out again gives its number back; its file waits, and is confirmed anew", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "旧刊" });
    await archived(people, weekly(2), publicationId);
    const wrong = await archived(people, weekly(1800), publicationId);
    await unarchive(people.editor, { id: wrong.id, version: 1, reason: "期号读错" });
    const book = await ledger(people.signer, ledgerFilter.parse({ publication: publicationId, year: 2024 }));
    expect(book.gaps).toEqual([1]);
    expect(await db.$transaction((tx) => takeNumber(tx, { publicationId, series: "regular", year: 2024 }))).toBe(3);
    await expect(readingOf(people.editor, wrong.id)).rejects.toMatchObject({ key: "missing" });
    const { id, version } = await importOf(people.editor, wrong.importId ?? "");
    const right = { series: "regular", number: 3, lastNumber: null, total: null, date: "2024-03-04" } as const;
    const seen = await sayIssue(people.editor, { id, version, at: 0, ...right, leftOut: false });
    expect(await archiveImport(people.editor, { id, ...seen })).toEqual({ issues: 1 });
    expect(await takeFile(people.editor, { name: "甲", bytes: bytesOf(weekly(1800)) })).toMatchObject({
      again: "archived",
    });
  });

  it("that is taken out while another of its file stands leaves the file as it is", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "旧刊" });
    const first = await archived(people, `${weekly(2)}\n\n${weekly(3)}`, publicationId);
    await unarchive(people.editor, { id: first.id, version: 1, reason: "重复" });
    expect((await importOf(people.editor, first.importId ?? "")).state).toBe("archived");
  });

  it("without number or date is asked for, and the others of its file wait with it", async () => {
    const people = await house();
    const { id: publicationId } = await newPublication({ name: "青禾工作周报" });
    const { id } = await taken(people, `${weekly(8)}\n\n${weekly(9).replace("2024年3月4日", "")}`);
    const { issues } = await importOf(people.editor, id);
    const lacking = issues.findIndex(({ said }) => said.missing.length);
    expect(lacking).toBeGreaterThanOrEqual(0);
    await expect(archiveImport(people.editor, { id, version: 1 })).rejects.toMatchObject({ key: "importIncomplete" });
    expect(await db.issue.count({ where: { publicationId } })).toBe(0);
    const given = {
      series: "regular",
      number: 9,
      lastNumber: null,
      total: null,
      date: "2024-03-04",
      leftOut: false,
    } as const;
    const seen = await sayIssue(people.editor, { id, version: 1, at: lacking, ...given });
    expect(await archiveImport(people.editor, { id, ...seen })).toEqual({ issues: issues.length });
  });

  it("confirmed by two at once is archived once", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报" });
    const { id } = await taken(people, weekly(9));
    const both = await Promise.allSettled([1, 2].map(() => archiveImport(people.editor, { id, version: 1 })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.issue.count({ where: { importId: id } })).toBe(1);
  });

  it("of many files: those that leave no doubt", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报", issuer: "青禾市政协办公室" });
    const doubts: Record<string, string[]> = {};
    const bring = async (text: string, ...expected: string[]) => {
      const { id } = await taken(people, text);
      doubts[id] = expected;
      return id;
    };
    const clear = [await bring(weekly(1)), await bring(weekly(2))];
    await bring(weekly(3).replace("第 3 期", ""), "incomplete");
    await bring(weekly(4, { name: "某某简讯" }), "noPublication");
    // Two that bear one number, and one whose number an archived issue bears.
    await bring(weekly(5), "doubled");
    await bring(weekly(5).replace("张三", "李四"), "doubled");
    const six = await bring(weekly(6));
    const { id, version } = await db.importedFile.findUniqueOrThrow({ where: { id: six } });
    await archiveImport(people.editor, { id, version });
    delete doubts[six];
    await bring(weekly(6).replace("张三", "李四"), "doubled");
    const unsure = await bring(weekly(7), "unsure");
    const { pieces } = await db.importedFile.findUniqueOrThrow({ where: { id: unsure } });
    const doubtful = (pieces as { label: string }[]).map((each) =>
      each.label === "headline" ? { ...each, confidence: 0.4 } : each,
    );
    await db.importedFile.update({ where: { id: unsure }, data: { pieces: doubtful, doubts: ["unsure"] } });
    // Another city's, and one that says nothing of whose it is; 中共 and 人民 make no other office.
    await bring(weekly(9).replace("青禾市政协办公室", "云川市政府办公室"), "otherIssuer");
    await bring(weekly(10).replace("青禾市政协办公室", ""), "noIssuer");
    // A part of the name is another office.
    await bring(weekly(11).replace("青禾市政协办公室", "青禾市办公室"), "otherIssuer");
    const left = await taken(people, weekly(8));
    const line = (left.pieces as { id: string; label: string }[]).find(({ label }) => label === "paragraph")?.id ?? "";
    await correctImport(people.editor, {
      ...{ id: left.id, version: 1 },
      correction: { act: "relabel", pieces: [line], label: "leftover" },
    });
    doubts[left.id] = ["textLeft"];
    const { rows } = await importsOf(people.editor, waitingFilter.parse({}));
    expect(Object.fromEntries(rows.map((each) => [each.id, each.doubts]))).toEqual(doubts);
    const ids = Object.keys(doubts);
    expect(await archiveMany(people.editor, { ids })).toEqual({ archived: 2, waiting: ids.length - 2 });
    expect(await db.importedFile.count({ where: { id: { in: clear }, state: "archived" } })).toBe(2);
  });

  it("of an office whose name a person has archived before: 中共 and 人民 make no other one", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报", region: "青禾市", issuer: "政府办公室" });
    const by = (number: number, issuer: string) => taken(people, weekly(number).replace("青禾市政协办公室", issuer));
    const doubts = async () =>
      Object.fromEntries(
        (await importsOf(people.editor, waitingFilter.parse({}))).rows.map((row) => [row.numbers[0], row.doubts]),
      );
    await by(1, "青禾市人民政府办公室");
    const old = await by(2, "中共青禾市委办公室");
    await by(3, "青禾市委办公室");
    expect(await doubts()).toEqual({
      "regular/2024/1": [],
      "regular/2024/2": ["otherIssuer"],
      "regular/2024/3": ["otherIssuer"],
    });
    await archiveImport(people.editor, old);
    expect(await doubts()).toEqual({ "regular/2024/1": [], "regular/2024/3": [] });
  });

  it("that was read in before a doubt was known says why it was left", async () => {
    const people = await house();
    await newPublication({ name: "青禾工作周报" });
    const { id } = await taken(people, weekly(9));
    await db.importedFile.update({ where: { id }, data: { issuers: [] } });
    expect(await archiveMany(people.editor, { ids: [id] })).toEqual({ archived: 0, waiting: 1 });
    const { rows } = await importsOf(people.editor, waitingFilter.parse({}));
    expect(rows.map((row) => row.doubts)).toEqual([["otherIssuer"]]);
  });

  it("put aside keeps neither bytes nor text, and can be brought again", async () => {
    const people = await house();
    const { id } = await taken(people, weekly(9));
    await discardImport(people.editor, { id, version: 1 });
    expect(await db.importedFile.findUniqueOrThrow({ where: { id } })).toMatchObject({
      bytes: null,
      text: "",
      pieces: [],
    });
    expect((await takeFile(people.editor, { name: "甲", bytes: bytesOf(weekly(9)) })).again).toBeNull();
  });
});
