import { readFileSync } from "node:fs";
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { gb18030 } from "../../testing/files/gb18030";
import { zipOf } from "../../testing/files/zip";
import { readFile } from "./read";
import { namesIn, unpacked } from "./zip";

const sentence = "全县春耕备耕工作会议在县政府三楼召开，各乡镇负责同志参加。";
const text = Array.from({ length: 40 }, (_, at) => `${at + 1}月份，${sentence}`).join("\n");
const bytesOf = (...all: number[]) => new Uint8Array(all);
const document = (inner: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`;

function utf16(all: string, { big = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${all}` : all, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
}

describe("a text file", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16 little-endian", utf16(text)],
    ["UTF-16 big-endian", utf16(text, { big: true })],
    ["UTF-16 without its mark", utf16(text, { mark: false })],
    ["UTF-16 big-endian without its mark", utf16(text, { big: true, mark: false })],
    ["GB18030", gb18030(text)],
  ])("in %s is read as it was written", async (_, bytes) => {
    expect((await readFile(bytes)).text).toBe(text);
  });

  it.each([
    ["emptyFile", bytesOf()],
    ["emptyFile", new TextEncoder().encode(" \n\n ")],
    ["notText", bytesOf(...Array.from({ length: 400 }, (_, at) => (at * 7) % 32))],
    ["oldWord", bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
    ["pictureOfText", bytesOf(0xff, 0xd8, 0xff, 0xe0)],
    ["tooManyLinesToImport", new TextEncoder().encode("甲\n".repeat(300_001))],
    ["fileTooLarge", new Uint8Array(26 * 1_048_576)],
    ["brokenFile", new TextEncoder().encode("%PDF-1.7 and then nothing")],
    ["brokenFile", bytesOf(0x50, 0x4b, 3, 4, 9, 9, 9)],
  ])("is refused as %s where it is that", async (key, bytes) => {
    await expect(readFile(bytes)).rejects.toMatchObject({ key });
  });
});

describe("a Word file", () => {
  it("keeps headings, bold, tables, pictures and broken lines", async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#888" } })
      .png()
      .toBuffer();
    const doc = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: "春耕备耕全面启动", heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun({ text: "一是备足种子。", bold: true }), new TextRun("调运良种。")],
            }),
            new Paragraph({
              children: [new ImageRun({ type: "png", data: picture, transformation: { width: 40, height: 30 } })],
            }),
            new Table({
              rows: [
                ["乡镇", "面积"],
                ["青禾镇", "1.2万亩"],
              ].map(
                (row) =>
                  new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
              ),
            }),
            new Paragraph({
              children: [
                new ExternalHyperlink({ link: "https://example.invalid/x", children: [new TextRun("详见附件")] }),
              ],
            }),
          ],
        },
      ],
    });
    const read = await readFile(new Uint8Array(await Packer.toBuffer(doc)));
    expect(read.blocks).toEqual([
      { type: "heading", level: 1, runs: [{ text: "春耕备耕全面启动" }] },
      { type: "paragraph", runs: [{ text: "一是备足种子。", bold: true }, { text: "调运良种。" }] },
      { type: "figure", image: "picture-1", caption: "", credit: "" },
      {
        type: "table",
        rows: [
          [{ runs: [{ text: "乡镇" }] }, { runs: [{ text: "面积" }] }],
          [{ runs: [{ text: "青禾镇" }] }, { runs: [{ text: "1.2万亩" }] }],
        ],
      },
      { type: "paragraph", runs: [{ text: "详见附件" }] },
    ]);
    expect(read.pictures).toHaveLength(1);
    expect(read.remarks).toEqual(["externalLinks"]);
    expect(read.text).toContain("**一是备足种子。**调运良种。");
  });

  it.each([
    ["xmlEntity", `<!DOCTYPE w [<!ENTITY a "甲">]>${document("<w:p/>")}`],
    ["xmlEntity", `<!DOCTYPE w SYSTEM "file:///etc/passwd">${document("<w:p/>")}`],
  ])("with a DTD is refused as %s", async (key, xml) => {
    await expect(readFile(zipOf([{ name: "word/document.xml", bytes: Buffer.from(xml) }]))).rejects.toMatchObject({
      key,
    });
  });

  it("that is another kind of zip is told apart", async () => {
    await expect(readFile(zipOf([{ name: "xl/workbook.xml", bytes: Buffer.from("<a/>") }]))).rejects.toMatchObject({
      key: "notWord",
    });
  });
});

describe("a zip", () => {
  const limits = { entries: 10, each: 1_000_000, all: 2_000_000 };
  const all = async (bytes: Uint8Array) => {
    const found: string[] = [];
    for await (const { name } of unpacked(bytes, limits, () => true)) found.push(name);
    return found;
  };

  it("is refused before it is unpacked where it claims too much, and while where it claims too little", async () => {
    const zeros = Buffer.alloc(3_000_000);
    await expect(all(zipOf([{ name: "a.txt", bytes: zeros }]))).rejects.toMatchObject({ key: "zipTooLarge" });
    await expect(all(zipOf([{ name: "a.txt", bytes: zeros, claims: 100 }]))).rejects.toMatchObject({
      key: "brokenFile",
    });
  });

  it("is refused with too many files in it, and encrypted", async () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.txt`, bytes: Buffer.from("甲") }));
    await expect(all(zipOf(many))).rejects.toMatchObject({ key: "zipTooMany" });
    await expect(all(zipOf([{ name: "a.txt", bytes: Buffer.from("甲"), encrypted: true }]))).rejects.toMatchObject({
      key: "encrypted",
    });
  });

  it("of Chinese Windows has its names read", async () => {
    const name = Buffer.from(gb18030("周报第4期.txt"));
    expect(await namesIn(zipOf([{ name, bytes: Buffer.from("甲") }]), limits)).toEqual(["周报第4期.txt"]);
    expect(await namesIn(zipOf([{ name: "../../../etc/x.txt", bytes: Buffer.from("甲") }]), limits)).toEqual([
      "../../../etc/x.txt",
    ]);
  });
});

describe("no reader", () => {
  it("opens a path that a file names", () => {
    for (const file of ["docx.ts", "pdf.ts", "html.ts", "read.ts"])
      expect(readFileSync(new URL(file, import.meta.url), "utf8")).not.toMatch(/node:fs|fetch\(/);
  });
});
