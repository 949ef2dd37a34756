import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { recognise } from "../../archive/recognise/recognise";
import { setPages } from "../../press/machine";
import { pressIssueOf } from "../../press/pressIssue";
import { pastContentSample } from "../../testing/pastContent";
import { readFile } from "./read";

describe("a PDF", () => {
  it("that the press made comes back: masthead, sections, entries, paragraphs whole, foot", async () => {
    const content = pastContentSample();
    const pages = setPages(pressIssueOf(content, { tentative: false, images: {} }));
    expect(pages.count).toBeGreaterThan(2);
    const { text, type } = await readFile(new Uint8Array(pages.archive()));
    expect(type).toBe("pdf");
    const { recognised } = recognise(text);
    const [issue] = recognised.issues;
    expect(issue).toMatchObject({ numbers: [18], date: "2026-05-11", issuer: content.issuer });
    const bare = (words: string) => words.replace(/[\s　]/g, "");
    expect(issue?.sections.map(({ title, entries }) => [title, entries.length])).toEqual(
      content.sections.map(({ title, entries }) => [title, entries.length]),
    );
    const paragraphs = (all: {
      sections: { entries: { blocks: { type: string; runs?: { text: string }[] }[] }[] }[];
    }) =>
      all.sections.flatMap(({ entries }) =>
        entries.flatMap(({ blocks }) =>
          blocks.flatMap(({ type: kind, runs = [] }) =>
            kind === "paragraph" ? bare(runs.map((run) => run.text).join("")) : [],
          ),
        ),
      );
    expect(issue && paragraphs(issue as never)).toEqual(paragraphs(content as never));
    expect(issue?.distribution.map(({ label, addressees }) => [label, addressees])).toEqual(
      content.lists.map(({ label, addressees }) => [label, addressees.map((each) => each.label)]),
    );
  });

  it("keeps its pictures where they stood, each with its caption, and a headline below one is no caption", async () => {
    const content = pastContentSample();
    const [first, second] = content.sections[0]?.entries ?? [];
    const ids = [1, 2, 3].map((at) => `10000000-0000-4000-8000-00000000000${at}`);
    const figure = (at: number, caption: string) =>
      ({ type: "figure", image: ids[at] ?? "", caption, credit: "" }) as const;
    first?.blocks.splice(1, 0, figure(0, "会议现场"));
    first?.blocks.push(figure(1, ""));
    second?.blocks.push(figure(2, "委员在青禾区调研春耕备耕情况"));
    const images = Object.fromEntries(
      await Promise.all(
        ids.map(async (id, at) => [id, { bytes: await photograph(at), width: 600, height: 400 }] as const),
      ),
    );
    const pages = setPages(pressIssueOf(content, { tentative: false, images }));
    const { text, pictures, remarks } = await readFile(new Uint8Array(pages.archive()));
    expect(remarks).toEqual([]);
    expect(await Promise.all(pictures.map(({ bytes }) => greyOf(bytes)))).toEqual([60, 120, 180]);
    const { issues } = recognise(text).recognised;
    const shapes = issues.flatMap(({ sections }) =>
      sections.flatMap(({ entries }) =>
        entries.map(({ title, blocks }) => [
          title.join("").replace(/\s/g, ""),
          ...blocks.flatMap((each) => (each.type === "figure" ? [[each.image, each.caption]] : [])),
        ]),
      ),
    );
    expect(shapes.slice(0, 3)).toEqual([
      ["市政协召开第1次专题协商会", ["picture-1", "会议现场"], ["picture-2", ""]],
      ["市政协召开第2次专题协商会", ["picture-3", "委员在青禾区调研春耕备耕情况"]],
      ["市政协召开第3次专题协商会"],
    ]);
  });

  it("leaves out of its pictures the letterhead of every page and the scan under a text, and says which it could not read", async () => {
    const pdf = await PDFDocument.create();
    const [letterhead, scan, whole] = await Promise.all(
      [60, 120, 180].map(async (_, at) => pdf.embedJpg(await photograph(at))),
    );
    for (let at = 0; at < 3; at += 1) {
      const page = pdf.addPage([400, 600]);
      if (letterhead) page.drawImage(letterhead, { x: 100, y: 500, width: 200, height: 60 });
      if (scan && at === 1) page.drawImage(scan, { x: 0, y: 0, width: 400, height: 600 });
      if (whole && at === 2) page.drawImage(whole, { x: 100, y: 100, width: 200, height: 130 });
      page.drawText("The week of the office, read by everybody.", { x: 40, y: 300, size: 12 });
    }
    const bytes = await pdf.save({ useObjectStreams: false });
    const read = await readFile(bytes);
    expect(await Promise.all(read.pictures.map((each) => greyOf(each.bytes)))).toEqual([180]);
    expect(read.text.match(/!\[\]/g)).toHaveLength(1);
    expect(read.remarks).toEqual([]);
    // Without its first bytes a JPEG is none.
    const damaged = Buffer.from(bytes);
    const begins = Buffer.from([0xff, 0xd8, 0xff]);
    for (let at = damaged.indexOf(begins); at >= 0; at = damaged.indexOf(begins, at + 1)) damaged.fill(0, at, at + 60);
    const other = await readFile(new Uint8Array(damaged));
    expect(other.pictures).toEqual([]);
    expect(other.remarks).toEqual(["pictureUnreadable"]);
  });

  it("takes a picture in black and white as well, eight points a byte", async () => {
    const rows = Array.from({ length: 64 }, (_, y) => "ff".repeat(y < 32 ? 10 : 0).padEnd(20, "0"));
    const page =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F1 4 0 R>>/XObject<</I 6 0 R>>>>/Contents 5 0 R>>";
    const content = "BT /F1 12 Tf 40 500 Td (Weekly bulletin, number seven) Tj ET q 200 0 0 160 100 200 cm /I Do Q";
    const hex = `${rows.join("")}>`;
    const image = `<</Type/XObject/Subtype/Image/Width 80/Height 64/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode/Length ${hex.length}>>`;
    const objects = [
      ...["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page],
      ...[
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ],
      `${image}\nstream\n${hex}\nendstream`,
    ].map((each, at) => `${at + 1} 0 obj\n${each}\nendobj\n`);
    const pdf = `%PDF-1.4\n${objects.join("")}trailer\n<</Size 7/Root 1 0 R>>\n%%EOF\n`;
    const { pictures } = await readFile(new TextEncoder().encode(pdf));
    expect(await Promise.all(pictures.map(({ bytes }) => greyOf(bytes)))).toEqual([130]);
  });

  it("without a text layer says so", async () => {
    const scan = await PDFDocument.create();
    scan.addPage();
    scan.addPage();
    await expect(readFile(await scan.save())).rejects.toMatchObject({ key: "pdfWithoutText" });
  });
});

/** A picture of one grey, by which it is known again. */
async function photograph(at: number): Promise<Uint8Array> {
  const grey = 60 * (at + 1);
  const background = { r: grey, g: grey, b: grey };
  return new Uint8Array(
    await sharp({ create: { width: 600, height: 400, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
}

async function greyOf(bytes: Uint8Array): Promise<number> {
  const { channels } = await sharp(bytes).stats();
  return Math.round((channels[0]?.mean ?? 0) / 10) * 10;
}
