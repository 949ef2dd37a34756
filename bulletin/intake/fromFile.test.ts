import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { photograph } from "@/seeds/city/photographs";
import { onDatabase } from "../testing/database";
import { house } from "../testing/people";
import { itemFromFile } from "./fromFile";
import { imageFor } from "./images";

onDatabase();

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function word(): Promise<Uint8Array> {
  const picture = {
    type: "jpg" as const,
    data: await photograph("bridge", 7),
    transformation: { width: 80, height: 60 },
  };
  const row = (...cells: string[]) =>
    new TableRow({ children: cells.map((each) => new TableCell({ children: [new Paragraph(each)] })) });
  const children = [
    new Paragraph({ text: "白石县举办茶产业推介会", heading: HeadingLevel.TITLE }),
    new Paragraph("签约项目十二个"),
    new Paragraph({ children: [new TextRun({ text: "一是搭平台。", bold: true }), new TextRun("组织茶企参展。")] }),
    new Paragraph({ children: [new ImageRun(picture)] }),
    new Paragraph("图为推介会现场。"),
    new Table({
      rows: [
        row("乡镇", "面积"),
        new TableRow({
          children: [
            new TableCell({ children: [new Paragraph({ children: [new TextRun("青禾镇"), new ImageRun(picture)] })] }),
            new TableCell({ children: [new Paragraph("1.2万亩")] }),
          ],
        }),
      ],
    }),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe("a Word file as an item", () => {
  it("has its headline, bold, table and photograph, which is the office's own", async () => {
    const { writer, southWriter } = await house();
    const { kind, headline, blocks } = await itemFromFile(writer, await word());
    expect([kind, headline]).toEqual(["story", ["白石县举办茶产业推介会", "签约项目十二个"]]);
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "figure", "table", "figure"]);
    expect(blocks[1]).toMatchObject({ caption: "图为推介会现场。" });
    expect(blocks[2]).toMatchObject({ rows: [expect.anything(), [{ runs: [{ text: "青禾镇" }] }, expect.anything()]] });
    expect(blocks[0]).toMatchObject({ runs: [{ text: "一是搭平台。", bold: true }, { text: "组织茶企参展。" }] });
    const image = blocks[1]?.type === "figure" ? blocks[1].image : "";
    expect((await imageFor(writer, image)).type).toBe("image/jpeg");
    await expect(imageFor(southWriter, image)).rejects.toMatchObject({ key: "missing" });
  });

  it("is the contributor's to make, and stores no item by itself", async () => {
    const people = await house();
    for (const actor of [people.editor, people.leader, people.reviewer])
      await expect(itemFromFile(actor, await word())).rejects.toMatchObject({ key: "forbidden" });
    await itemFromFile(people.writer, await word());
    expect(await db.item.count()).toBe(0);
  });
});

describe("a text as an item", () => {
  it("of one paragraph is a brief, and one that was cut by its lines is whole again", async () => {
    const { writer } = await house();
    const text = "5月9日，白石县组织茶企负责人赴外地考察，学习茶园管理和品牌建\n设经验，与三家企业达成合作意向。";
    const { kind, headline, blocks } = await itemFromFile(writer, bytesOf(text));
    expect([kind, headline]).toEqual(["brief", []]);
    expect(blocks).toEqual([{ type: "paragraph", runs: [{ text: text.replace("\n", "") }] }]);
  });

  it.each([
    ["classified", "机密★1年\n白石县茶产业情况。"],
    ["emptyFile", "  \n"],
  ])("is refused as %s", async (key, text) => {
    const { writer } = await house();
    await expect(itemFromFile(writer, bytesOf(text))).rejects.toMatchObject({ key });
  });
});
