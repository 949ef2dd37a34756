import { Document, ImageRun, Packer, Paragraph, TextRun } from "docx";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readApart } from "./apart";
import { readFile } from "./read";

/** A PDF of these objects, the first being its catalogue. */
function pdfOf(objects: string[]): Uint8Array {
  const body = objects.map((each, at) => `${at + 1} 0 obj\n${each}\nendobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\n%%EOF\n`);
}

const text = "BT /F1 12 Tf 10 700 Td (Weekly bulletin, number seven) Tj ET";
const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>";
const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const stream = `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
const pdf = (kids: string) =>
  pdfOf(["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Count 2/Kids[${kids}]>>`, page, font, stream, page]);

async function word(): Promise<Uint8Array> {
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#a00" } })
    .png()
    .toBuffer();
  const picture = () =>
    new Paragraph({ children: [new ImageRun({ type: "png", data, transformation: { width: 9, height: 9 } })] });
  const children = [picture(), new Paragraph({ children: [new TextRun("召开会议。")] }), picture(), picture()];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe("a file read in a process of its own", () => {
  it("is what it is when read here", async () => {
    const bytes = await word();
    expect(await readApart(bytes)).toEqual(await readFile(bytes));
    const sound = pdf("3 0 R 6 0 R");
    expect((await readApart(sound)).text).toContain("number seven");
  });

  it("is refused for the same reasons", async () => {
    await expect(readApart(new TextEncoder().encode("%PDF-1.7 and then nothing"))).rejects.toMatchObject({
      name: "Refusal",
      key: "brokenFile",
    });
  });

  it("is refused when it takes longer than it may, and the next is read", async () => {
    await expect(readApart(pdf("3 0 R 6 0 R"), 1)).rejects.toMatchObject({ key: "tooHardToRead" });
    expect((await readApart(pdf("3 0 R 6 0 R"))).type).toBe("pdf");
  });
});

describe("a file that is damaged further in", () => {
  it.each(["3 0 R 9 0 R", "3 0 R 2 0 R", "3 0 R (x)"])("is refused as that: pages %s", async (kids) => {
    await expect(readFile(pdf(kids))).rejects.toMatchObject({ key: "brokenFile" });
  });

  it("keeps a picture once, however often it stands in the text", async () => {
    const { pictures, blocks } = await readFile(await word());
    expect(pictures).toHaveLength(1);
    expect(blocks?.filter(({ type }) => type === "figure")).toHaveLength(3);
  });
});
