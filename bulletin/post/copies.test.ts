import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readPdf } from "@/typesetting/testing/readPdf";
import { fileFor } from "../press/file";
import { onDatabase } from "../testing/database";
import { compiled, distributed, seenIssue, signed } from "../testing/issues";
import { house, person } from "../testing/people";
import { publication } from "../testing/publications";
import { copySchema, numberFor, ownerOfCopy } from "./copies";
import { distribute } from "./distribute";
import { besides } from "./reading";

onDatabase();

/** What the page of an issue is told of its copies; nothing is given by that. */
const tracingOf = (actor: Actor, issueId: string) => besides(actor, issueId, null, new Date(0));

const form = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A house whose publication traces its copies, to both readers. */
async function traced() {
  const people = await house();
  const { leader, leader2 } = people;
  return { ...people, of: { publication: await publication({ readers: [leader, leader2], traceCopies: true }) } };
}

/** The number in a file: in its keywords, and at the foot of each of its pages. */
async function numberIn(actor: Actor, id: string): Promise<string | null> {
  const { bytes } = await fileFor(actor, id, "pdf");
  const number = (await PDFDocument.load(bytes, { updateMetadata: false })).getKeywords() ?? null;
  const feet = (await readPdf(bytes)).map(({ lines }) => lines.find(({ text }) => form.test(text))?.text ?? null);
  expect(feet.length).toBeGreaterThan(0);
  for (const foot of feet) expect(foot).toBe(number);
  return number;
}

describe("the copies of a publication that traces them", () => {
  it("are numbered for each reader of each issue when it goes out, by chance", async () => {
    const people = await traced();
    const [one, two] = [await distributed(people, people.of), await distributed(people, people.of)];
    const copies = await db.copy.findMany();
    expect(copies.map(({ issueId, accountId }) => `${issueId} ${accountId}`).sort()).toEqual(
      [one, two].flatMap((id) => [people.leader, people.leader2].map((reader) => `${id} ${reader.id}`)).sort(),
    );
    expect(new Set(copies.map(({ number }) => number)).size).toBe(4);
    for (const { number } of copies) expect(number).toMatch(form);
    expect((await tracingOf(people.leader, one)).number).toBe(await numberFor(people.leader, one));
  });

  it("differ in it from reader to reader, and stay the same for each", async () => {
    const people = await traced();
    const id = await distributed(people, people.of);
    const [one, two] = [await numberIn(people.leader, id), await numberIn(people.leader2, id)];
    expect([one, two]).toEqual([
      (await tracingOf(people.leader, id)).number,
      (await tracingOf(people.leader2, id)).number,
    ]);
    expect(one).not.toBe(two);
    expect(await numberIn(people.leader, id)).toBe(one);
  });

  it("of whoever was not addressed are numbered with the first that they take away, once", async () => {
    const people = await traced();
    const id = await signed(people, people.of);
    const early = await numberIn(people.signer, id);
    expect(early).toMatch(form);
    await distribute(people.editor, await seenIssue(id));
    for (const actor of [people.writer, people.editor]) {
      expect((await tracingOf(actor, id)).number).toBeNull();
      const [one, again] = await Promise.all([numberFor(actor, id), numberFor(actor, id)]);
      expect([again, await numberIn(actor, id)]).toEqual([one, one]);
    }
    expect(await numberIn(people.signer, id)).toBe(early);
    expect(await db.copy.count()).toBe(5);
  });

  it("leave the bytes that were signed untouched", async () => {
    const people = await traced();
    const id = await distributed(people, people.of);
    const before = await db.issueFile.findUniqueOrThrow({ where: { issueId: id } });
    await numberIn(people.leader, id);
    const after = await db.issueFile.findUniqueOrThrow({ where: { issueId: id } });
    expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
    expect(createHash("sha256").update(after.bytes).digest("hex")).toBe(before.hash);
    expect((await PDFDocument.load(after.bytes, { updateMetadata: false })).getKeywords()).toBeUndefined();
  });

  it("are no Word files for readers, who could take the number out; the secretariat has them", async () => {
    const people = await traced();
    const id = await distributed(people, people.of);
    for (const actor of [people.leader, people.writer])
      await expect(fileFor(actor, id, "docx")).rejects.toMatchObject({ key: "tracedOnly" });
    expect(await db.event.count({ where: { act: "download" } })).toBe(0);
    expect((await fileFor(people.editor, id, "docx")).name).toMatch(/docx$/);
  });

  it("have no number while the issue is in work", async () => {
    const people = await traced();
    const id = await compiled(people, people.of);
    expect(await numberIn(people.editor, id)).toBeNull();
    expect(await db.copy.count()).toBe(0);
  });
});

describe("a publication that traces nothing", () => {
  it("has no numbers, in its files neither, and Word files for its readers", async () => {
    const people = await house();
    const id = await distributed(people);
    for (const actor of [people.leader, people.writer, people.editor]) expect(await numberIn(actor, id)).toBeNull();
    expect((await fileFor(people.leader, id, "docx")).name).toMatch(/docx$/);
    expect(await db.copy.count()).toBe(0);
  });
});

describe("whose copy it is", () => {
  it("is looked up by the auditor alone, and the question is entered in the record", async () => {
    const people = await traced();
    const id = await distributed(people, people.of);
    const number = (await tracingOf(people.leader, id)).number ?? "";
    const auditor = await person(["auditor"]);
    const others = [people.editor, people.signer, people.leader, people.writer];
    for (const actor of [...others, await person(["systemAdmin"]), await person(["securityAdmin"])])
      await expect(ownerOfCopy(actor, { number })).rejects.toMatchObject({ key: "forbidden" });
    expect(await db.event.count({ where: { act: "lookUpCopy" } })).toBe(0);
    expect(await ownerOfCopy(auditor, { number })).toMatchObject({
      ...{ number, account: { name: people.leader.name, office: { name: people.leader.officeName } } },
      issue: { number: 1, publication: { name: people.of.publication.name } },
    });
    const nobodys = { number: "ZZZZ-ZZZZ" };
    await expect(ownerOfCopy(auditor, nobodys)).rejects.toMatchObject({ key: "noSuchCopy", field: "number" });
    expect(await db.event.findMany({ where: { act: "lookUpCopy" }, orderBy: { id: "asc" } })).toMatchObject([
      { actorId: auditor.id, subjectId: people.leader.id, detail: { number, found: true } },
      { actorId: auditor.id, subjectId: null, detail: { ...nobodys, found: false } },
    ]);
  });

  it.each(["K0Q1-9MFD", "k0q1-9mfd", "KOQI 9MFD", " koql9mfd ", "KoQl—9MFD"])(
    "is found as typed from paper: %s",
    (typed) => {
      expect(copySchema.parse({ number: typed }).number).toBe("K0Q1-9MFD");
    },
  );
});
