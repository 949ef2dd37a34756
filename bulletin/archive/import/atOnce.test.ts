import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { signOff } from "../../press/signOff";
import { onDatabase } from "../../testing/database";
import { approved, seenIssue } from "../../testing/issues";
import { pastWeekly as weekly } from "../../testing/pastWeekly";
import { type House, house } from "../../testing/people";
import { publication as newPublication, type Publication } from "../../testing/publications";
import { unarchive } from "./address";
import { archiveImport } from "./archive";
import { correctImport } from "./correct";
import { sayPublication } from "./say";
import { takeText } from "./take";

onDatabase();

const thisYear = new Date().getFullYear();
const day = `${thisYear}年1月3日`;

/** A file that waits to be archived, of this publication. */
async function ready(actor: Actor, text: string, { id: publicationId }: Publication) {
  const { id } = await takeText(actor, { name: "周报", text });
  return { id, ...(await sayPublication(actor, { id, version: 1, publicationId })) };
}

async function archived(actor: Actor, text: string, publication: Publication) {
  const file = await ready(actor, text, publication);
  await archiveImport(actor, file);
  return db.issue.findFirstOrThrow({ where: { importId: file.id } });
}

async function signedNext(people: House, publication: Publication): Promise<number | null> {
  const id = await approved(people, { publication });
  await signOff(people.signer, await seenIssue(id));
  return (await db.issue.findUniqueOrThrow({ where: { id } })).number;
}

describe("files of one publication archived at once", () => {
  it("with the same number stand beside one another", async () => {
    const people = await house();
    const own = await newPublication();
    const files = [];
    for (const at of [1, 2, 3, 4]) files.push(await ready(people.editor, `${weekly(5)}\n附注：${at}。`, own));
    await Promise.all(files.map((file) => archiveImport(people.editor, file)));
    const issues = await db.issue.findMany({ where: { number: 5 }, orderBy: { twin: "asc" } });
    expect(issues.map(({ twin }) => twin)).toEqual([1, 2, 3, 4]);
  });

  it("with new sections in opposite orders do not wait for one another in a circle", async () => {
    const people = await house();
    const publications = [
      await newPublication(),
      await newPublication(),
      await newPublication(),
      await newPublication(),
    ];
    const titles = [..."甲乙丙丁戊己庚辛壬癸"].map((each) => `新设栏目${each}`);
    const text = (order: string[], at: number) =>
      weekly(7).replace(
        "※领导活动※",
        order.map((title) => `※${title}※\n\n3月2日，市政协主席林远到白石县调研春耕备耕工作${at}。`).join("\n\n"),
      );
    const files = [];
    for (const [at, own] of publications.entries())
      files.push(await ready(people.editor, text(at % 2 ? titles.toReversed() : titles, at), own));
    await Promise.all(files.map((file) => archiveImport(people.editor, file)));
    expect(await db.issue.count({ where: { state: "archived" } })).toBe(4);
  });

  it("beside a signature take no number twice, and leave none out", async () => {
    const people = await house();
    const own = await newPublication({ readers: [people.leader] });
    for (const number of [1, 2, 3]) {
      const id = await approved(people, { publication: own });
      const file = await ready(people.editor, weekly(number * 2, { day }), own);
      const seen = await seenIssue(id);
      await Promise.all([signOff(people.signer, seen), archiveImport(people.editor, file)]);
    }
    const given = await db.issue.findMany({ where: { publicationId: own.id, state: "signed" } });
    expect(given.every(({ twin }) => twin === 1)).toBe(true);
    expect(new Set(given.map(({ number }) => number)).size).toBe(3);
  });
});

describe("a past issue that is taken out again", () => {
  it("gives its number to the next signature", async () => {
    const people = await house();
    const own = await newPublication({ readers: [people.leader] });
    await archived(people.editor, weekly(1, { day }), own);
    const wrong = await archived(people.editor, weekly(2, { day }), own);
    await unarchive(people.editor, { id: wrong.id, version: 1, reason: "期号读错" });
    expect(await signedNext(people, own)).toBe(2);
  });

  it("with another one at the same time gives both numbers back", async () => {
    const people = await house();
    const own = await newPublication({ readers: [people.leader] });
    const all = [];
    for (const number of [1, 2, 3]) all.push(await archived(people.editor, weekly(number, { day }), own));
    const out = all.slice(1).map(({ id }) => unarchive(people.editor, { id, version: 1, reason: "期号读错" }));
    await Promise.all(out);
    expect([await signedNext(people, own), await signedNext(people, own)]).toEqual([2, 3]);
  });

  it("waits in its file again, to be corrected and archived anew", async () => {
    const people = await house();
    const own = await newPublication();
    const wrong = await archived(people.editor, weekly(2), own);
    await unarchive(people.editor, { id: wrong.id, version: 1, reason: "期号读错" });
    const again = await takeText(people.editor, { name: "周报", text: weekly(2) });
    expect(again).toMatchObject({ id: wrong.importId, again: "waiting" });
    const { id, version } = await db.importedFile.findUniqueOrThrow({ where: { id: again.id } });
    await archiveImport(people.editor, { id, version });
    const standing = await db.issue.findMany({ where: { state: "archived" } });
    expect(standing.map(({ number, twin }) => [number, twin])).toEqual([[2, 1]]);
  });
});

describe("one file, two people at once", () => {
  it("is corrected by one of them, and archived as it then stands or not at all", async () => {
    const people = await house();
    const own = await newPublication();
    const file = await ready(people.editor, weekly(3), own);
    const { pieces } = await db.importedFile.findUniqueOrThrow({ where: { id: file.id } });
    const piece = (pieces as { id: string; label: string }[]).find(({ label }) => label === "paragraph");
    const correction = { act: "relabel" as const, pieces: [piece?.id ?? ""], label: "brief" as const };
    const both = await Promise.allSettled([
      correctImport(people.editor, { ...file, correction }),
      archiveImport(people.editor2, file),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.flatMap((each) => (each.status === "rejected" ? each.reason.key : []))).toEqual(["overtaken"]);
  });
});
