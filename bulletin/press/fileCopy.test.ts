import { createHash } from "node:crypto";
import { extractText, getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { withdrawInstruction } from "../post/instructions";
import { drawingOf } from "../post/strokes";
import { onDatabase } from "../testing/database";
import { corrected, given, type Led, led, outOfTwo, recalled, seenInstruction } from "../testing/instructions";
import { compiled } from "../testing/issues";
import { fileFor } from "./file";
import { fileCopyFor } from "./fileCopy";

onDatabase();

let people: Led;
let issue: Awaited<ReturnType<typeof outOfTwo>>;

beforeEach(async () => {
  people = await led();
  issue = await outOfTwo(people);
});

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, "");
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const keptOf = (issueId: string) => db.issueFile.findUniqueOrThrow({ where: { issueId } });

describe("the file copy", () => {
  it("has the signed text, what the leaders wrote and their names; what is withdrawn is not on it", async () => {
    const { leader, leader2, editor } = people;
    await given(leader, issue.issueId, { text: "请农业局研办。", entryId: issue.north });
    await given(leader2, issue.issueId, { text: "同意。" });
    const gone = await given(leader2, issue.issueId, { text: "收回的话" });
    await withdrawInstruction(leader2, await seenInstruction(gone));
    const { bytes, name, type } = await fileCopyFor(editor, issue.issueId);
    const text = await textOf(bytes);
    for (const part of ["请农业局研办。", leader.name, "同意。", leader2.name, "座谈会上十二人发言。"])
      expect(text).toContain(part);
    expect(text).not.toContain("收回的话");
    expect(type).toBe("application/pdf");
    expect(name).toMatch(/第1期.*（存档件）\.pdf$/);
  });

  it("has the strokes of a pen as paths, and the name beside them", async () => {
    const { leader, editor } = people;
    const before = await fileCopyFor(editor, issue.issueId);
    expect(await textOf(before.bytes)).not.toContain(leader.name);
    const drawing = drawingOf([[100, 100, 50, 300, 140, 60, 500, 100, 50]]);
    await given(leader, issue.issueId, { text: "", drawing, entryId: issue.south });
    const { bytes } = await fileCopyFor(editor, issue.issueId);
    expect(await textOf(bytes)).toContain(leader.name);
    expect(await pathsIn(bytes)).toBeGreaterThan(await pathsIn(before.bytes));
  });

  it("leaves the kept pages as they were signed, byte for byte, and is them where nobody wrote", async () => {
    const { leader, editor } = people;
    const before = await keptOf(issue.issueId);
    expect(Buffer.from((await fileCopyFor(editor, issue.issueId)).bytes)).toEqual(Buffer.from(before.bytes));
    await given(leader, issue.issueId);
    const copy = await fileCopyFor(editor, issue.issueId);
    expect(hashOf(copy.bytes)).not.toBe(before.hash);
    expect(await keptOf(issue.issueId)).toEqual(before);
    expect(hashOf((await keptOf(issue.issueId)).bytes)).toBe(before.hash);
    expect(hashOf((await fileFor(leader, issue.issueId, "pdf")).bytes)).toBe(before.hash);
  });

  it("is the secretariat's alone, and that it left stands in the record", async () => {
    const { leader, plain, writer, southLead, third, editor, reviewer, signer } = people;
    await given(leader, issue.issueId);
    for (const actor of [leader, plain, writer, southLead, third])
      await expect(fileCopyFor(actor, issue.issueId)).rejects.toMatchObject({ key: "missing" });
    expect(await db.event.count({ where: { act: "download" } })).toBe(0);
    for (const actor of [editor, reviewer, signer]) await fileCopyFor(actor, issue.issueId);
    const lines = await db.event.findMany({
      where: { act: "download", issueId: issue.issueId },
      orderBy: { id: "asc" },
    });
    expect(lines.map(({ actorName, detail }) => [actorName, detail])).toEqual(
      [editor, reviewer, signer].map(({ name }) => [name, { format: "fileCopy" }]),
    );
  });

  it("is there of a recalled issue, of a later edition with what was written on the earlier, and of none in work", async () => {
    const { leader, editor } = people;
    await given(leader, issue.issueId, { text: "写在首版", entryId: issue.north });
    const edition = await corrected(people, issue.issueId);
    expect(await textOf((await fileCopyFor(editor, edition)).bytes)).toContain("写在首版");
    await recalled(people, edition);
    expect(await textOf((await fileCopyFor(editor, edition)).bytes)).toContain("写在首版");
    const inWork = await compiled(people);
    await expect(fileCopyFor(editor, inWork)).rejects.toMatchObject({ key: "missing" });
  });
});

/** How many paths the pages draw, in forms laid over them too. */
async function pathsIn(bytes: Uint8Array): Promise<number> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { fnArray } = await (await pdf.getPage(1)).getOperatorList();
  return fnArray.filter((operator) => operator === OPS.constructPath).length;
}
