import { describe, expect, it } from "vitest";
import { typeOf } from "./attachable";
import { zipOf } from "./testing/files/zip";

const zipWith = (...names: string[]) => zipOf(names.map((name) => ({ name, bytes: Buffer.from("x") })));
const word = zipWith("[Content_Types].xml", "word/document.xml");
const pdf = new TextEncoder().encode("%PDF-1.7\n");
const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

describe("an attached file", () => {
  it.each([
    ["方案.docx", word, "application/zip"],
    ["表.xlsx", zipWith("xl/workbook.xml"), "application/zip"],
    ["片.PPTX", zipWith("ppt/presentation.xml"), "application/zip"],
    ["文.ofd", zipWith("OFD.xml", "Doc_0/Document.xml"), "application/zip"],
    ["包.zip", zipWith("a.txt"), "application/zip"],
    ["文.pdf", pdf, "application/pdf"],
    ["旧.doc", old, "application/octet-stream"],
    ["旧.wps", old, "application/octet-stream"],
    ["字.txt", new TextEncoder().encode("字"), "text/plain"],
  ])("%s is taken where it is one", async (name, bytes, type) => {
    expect(await typeOf(name, bytes)).toBe(type);
  });

  it.each([
    ["方案.docx", pdf],
    ["方案.docx", zipWith("a.txt")],
    ["方案.docx", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])],
    ["方案.docx", zipWith("xl/workbook.xml")],
    ["文.ofd", word],
    ["文.pdf", word],
    ["文.pdf", new TextEncoder().encode("<html>%PDF-1.7")],
    ["旧.doc", new TextEncoder().encode("<html>")],
    ["图.png", new TextEncoder().encode("GIF89a")],
  ])("%s is refused where its bytes are something else", async (name, bytes) => {
    await expect(typeOf(name, bytes)).rejects.toMatchObject({ key: "notWhatItSays" });
  });

  it.each(["页.html", "图.svg", "程序.exe", "宏.docm", "无", "文.pdf.js"])(
    "%s is of no kind that is taken",
    async (name) => {
      await expect(typeOf(name, pdf)).rejects.toMatchObject({ key: "attachmentKind" });
    },
  );
});
