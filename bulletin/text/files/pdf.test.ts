import { PDFDocument } from "@cantoo/pdf-lib";
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

  it("without a text layer says so", async () => {
    const scan = await PDFDocument.create();
    scan.addPage();
    scan.addPage();
    await expect(readFile(await scan.save())).rejects.toMatchObject({ key: "pdfWithoutText" });
  });
});
