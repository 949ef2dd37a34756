import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { distribute } from "../post/distribute";
import { onDatabase } from "../testing/database";
import { approved, compiled, issueOf, seenIssue, signed } from "../testing/issues";
import { paragraphs, submitted } from "../testing/items";
import { house } from "../testing/people";
import { fileFor } from "./file";
import { operatorFile } from "./operator";
import { signOff, voidIssue } from "./signOff";

onDatabase();

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("the pages of a signed issue", () => {
  it("are kept with their hash, and stand", async () => {
    const people = await house();
    const id = await signed(people);
    const file = await db.issueFile.findUniqueOrThrow({ where: { issueId: id } });
    expect(text(file.bytes).slice(0, 5)).toBe("%PDF-");
    expect(file).toMatchObject({ pages: 1, hash: createHash("sha256").update(file.bytes).digest("hex") });
    await expect(db.issueFile.update({ where: { issueId: id }, data: { pages: 2 } })).rejects.toThrow(/stand/);
    await expect(db.issueFile.delete({ where: { issueId: id } })).rejects.toThrow(/stand/);
  });

  it("are the same bytes for everyone who may read it, and a line in the record each time", async () => {
    const people = await house();
    const id = await signed(people);
    await distribute(people.editor, await seenIssue(id));
    const { bytes } = await db.issueFile.findUniqueOrThrow({ where: { issueId: id } });
    for (const actor of [people.leader, people.writer, people.editor]) {
      const file = await fileFor(actor, id, "pdf");
      expect(Buffer.from(file.bytes).equals(Buffer.from(bytes))).toBe(true);
    }
    await fileFor(people.leader, id, "print");
    const lines = await db.event.findMany({ where: { act: "download", issueId: id }, orderBy: { id: "asc" } });
    expect(lines.map(({ actorName, detail }) => [actorName, (detail as { format: string }).format])).toEqual([
      [people.leader.name, "pdf"],
      [people.writer.name, "pdf"],
      [people.editor.name, "pdf"],
      [people.leader.name, "print"],
    ]);
  });

  it("are not there for whom it was not addressed to, nor before it is sent out", async () => {
    const people = await house();
    const id = await signed(people);
    await expect(fileFor(people.leader, id, "pdf")).rejects.toMatchObject({ key: "missing" });
    await distribute(people.editor, await seenIssue(id));
    for (const actor of [people.leader2, people.southWriter])
      for (const format of ["pdf", "docx"] as const)
        await expect(fileFor(actor, id, format)).rejects.toMatchObject({ key: "missing" });
    expect(await db.event.count({ where: { act: "download" } })).toBe(0);
  });

  it("come as Word too, and for the operator by number", async () => {
    const people = await house();
    const id = await signed(people);
    const word = await fileFor(people.editor, id, "docx");
    expect(text(word.bytes).slice(0, 2)).toBe("PK");
    const { number, year } = await issueOf(id);
    const wanted = { publication: people.publication.name, year, number: number ?? 0 };
    const [pdf] = (await operatorFile(wanted, "pdf")) ?? [];
    const kept = await db.issueFile.findUniqueOrThrow({ where: { issueId: id } });
    expect(Buffer.from(pdf ?? []).equals(Buffer.from(kept.bytes))).toBe(true);
    const [svg] = (await operatorFile(wanted, "svg")) ?? [];
    expect(text(svg ?? new Uint8Array())).toMatch(/^<svg /);
    expect(await operatorFile({ ...wanted, number: 999 }, "pdf")).toBeNull();
    expect(await operatorFile({ ...wanted, series: "supplement" }, "pdf")).toBeNull();
  });

  it("say in their name that the issue was voided, and the operator gets none", async () => {
    const people = await house();
    const id = await signed(people);
    const { number, year } = await issueOf(id);
    expect((await fileFor(people.editor, id, "pdf")).name).not.toContain("作废");
    await voidIssue(people.signer, { ...(await seenIssue(id)), reason: "印错了" });
    expect((await fileFor(people.editor, id, "pdf")).name).toBe(
      `${people.publication.name}${year}年第${number}期（作废）.pdf`,
    );
    expect(await operatorFile({ publication: people.publication.name, year, number: number ?? 0 }, "pdf")).toBeNull();
  });
});

describe("an issue in work", () => {
  it("is a file with a tentative number, for the secretariat alone", async () => {
    const people = await house();
    const id = await compiled(people);
    const { name } = await fileFor(people.reviewer, id, "pdf");
    expect(name).toContain("（拟）");
    for (const actor of [people.writer, people.leader])
      await expect(fileFor(actor, id, "pdf")).rejects.toMatchObject({ key: "missing" });
  });

  it("is not signed while a character has no face, and the blocker names it", async () => {
    const people = await house();
    const rare = "\u{e000}";
    const item = await submitted(people.writer, people.publication, { blocks: paragraphs(`会议由王${rare}主持。`) });
    const id = await approved(people, { items: [item] });
    const { bytes } = await fileFor(people.editor, id, "pdf");
    expect(text(bytes).slice(0, 5)).toBe("%PDF-");
    await expect(signOff(people.signer, await seenIssue(id))).rejects.toMatchObject({
      key: "blocked",
      values: { count: 1 },
    });
  });
});
