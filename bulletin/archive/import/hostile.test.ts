import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { photograph } from "@/seeds/city/photographs";
import { itemFromFile } from "../../intake/fromFile";
import { imageFor, takeImage } from "../../intake/images";
import { readingOf } from "../../post/readingOf";
import { onDatabase } from "../../testing/database";
import { zipOf } from "../../testing/files/zip";
import { pastWeekly as weekly } from "../../testing/pastWeekly";
import { type House, house } from "../../testing/people";
import { publication as newPublication } from "../../testing/publications";
import { archiveImport } from "./archive";
import { sayPublication } from "./say";
import { takeText } from "./take";
import { type Result, takeAll } from "./takeAll";

onDatabase();

const bytesOf = (text: string) => new TextEncoder().encode(text);
const withFigure = (image: string) =>
  weekly(9).replace("会上还讨论了机关内部事务。", `会上还讨论了机关内部事务。\n\n![会场](image:${image})\n`);

async function resultsOf(people: House, name: string, bytes: Uint8Array): Promise<Result[]> {
  const results = [];
  for await (const each of takeAll(people.editor, { name, bytes })) results.push(each);
  return results;
}

async function archived(people: House, text: string) {
  const { id: publicationId } = await newPublication();
  const { id } = await takeText(people.editor, { name: "周报", text });
  const seen = await sayPublication(people.editor, { id, version: 1, publicationId });
  await archiveImport(people.editor, { id, ...seen });
  return db.issue.findFirstOrThrow({ where: { importId: id } });
}

describe("a text that names a photograph", () => {
  it("of somebody else does not show it", async () => {
    const people = await house();
    const { id } = await takeImage(people.writer, await photograph("bridge", 7));
    await expect(imageFor(people.editor, id)).rejects.toMatchObject({ key: "missing" });
    await archived(people, withFigure(id));
    await expect(imageFor(people.editor, id)).rejects.toMatchObject({ key: "missing" });
  });

  it.each([randomUUID(), "-".repeat(36), "x"])("that there is not (%s) leaves its caption", async (image) => {
    const people = await house();
    const { id } = await archived(people, withFigure(image));
    const { content } = await readingOf(people.editor, id);
    const blocks = content.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.blocks));
    expect(blocks.map(({ type }) => type)).not.toContain("figure");
    expect(JSON.stringify(blocks)).toContain("会场");
  });
});

describe("a name", () => {
  it.each([
    ["a\0b.txt", "ab.txt"],
    ["a\ud800.txt", "a\ufffd.txt"],
    ["../../a\nb\u202e.txt", "a b.txt"],
  ])("%j is kept as it can be shown", async (given, shown) => {
    const people = await house();
    const [one] = await resultsOf(people, given, bytesOf(weekly(9)));
    expect(one).toMatchObject({ name: shown, issues: 1 });
  });

  it("that holds what no name can does not stop the others of its zip", async () => {
    const people = await house();
    const zip = zipOf([
      { name: "a\0.txt", bytes: Buffer.from(weekly(9)) },
      { name: "b.txt", bytes: Buffer.from(weekly(10)) },
    ]);
    expect((await resultsOf(people, "两期.zip", zip)).map((each) => "issues" in each && each.issues)).toEqual([1, 1]);
  });
});

describe("a zip", () => {
  it.each(["Word", "word"])("with a folder called %s is no Word file", async (folder) => {
    const people = await house();
    const zip = zipOf([{ name: `${folder}/周报9.txt`, bytes: Buffer.from(weekly(9)) }]);
    expect(await resultsOf(people, "一年.zip", zip)).toMatchObject([{ issues: 1, entries: 3 }]);
  });
});

describe("a file brought as an item", () => {
  it.each([
    ["classified", "机密\n\n3月2日，市政协召开会议，研究近期工作。"],
    ["emoji", "召开会议😀\n\n3月2日，市政协召开会议，研究近期工作。"],
    ["directionMark", "召开\u202e会议\n\n3月2日，市政协召开会议，研究近期工作。"],
  ])("is refused as %s for its headline as for its text", async (key, text) => {
    const people = await house();
    await expect(itemFromFile(people.writer, bytesOf(text))).rejects.toMatchObject({ name: "Refusal", key });
  });
});
