import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, defaultSettings, type PressIssue } from "../document";
import { issueOf, paragraph, story } from "../testing/issues";
import { documentOf, faultIn, partOf, partsOf, textOf } from "./testing";
import { xmlText } from "./text";

const hostile: [string, string][] = [
  ["甲\u0000乙\u0008丙", "甲乙丙"],
  ["半个\ud800字", "半个\ufffd字"],
  ["半个\udc00字", "半个\ufffd字"],
  ["<w:p>&amp;]]>\"'", "<w:p>&amp;]]>\"'"],
  ["\ufffe空\uffff", "空"],
  ["{ordered-1}{points-2}", "{ordered-1}{points-2}"],
  ["CURRENT", "CURRENT"],
  ["TOTAL_PAGES", "TOTAL_PAGES"],
  ["一行\r\n二行", "一行\n二行"],
  ["𠮷野家🏮", "𠮷野家🏮"],
];

test.each(hostile)("%j reads %j", async (text, read) => {
  const blocks: Block[] = [
    { type: "list", ordered: true, items: [[{ text: "有数的" }]] },
    { type: "list", ordered: false, items: [[{ text: "有点的" }]] },
    paragraph(`始${text}终`),
  ];
  const xml = await documentOf(issueOf({ sections: [{ title: "", entries: [story([], blocks)] }] }));
  expect(faultIn(xml)).toBeUndefined();
  expect(textOf(xml)).toContain(`始${read}终`);
});

/** Strings of any UTF-16 units, with those more often that mean something to XML or to docx. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(...[..."<>&\"']{}\u0000\n\t ≤"].map((character) => character.charCodeAt(0))),
    ),
    { maxLength: 20 },
  )
  .map((units) => String.fromCharCode(...units));

/** An issue with a text of its own in every field, in the order in which they are printed. */
function issueSaying(say: () => string): PressIssue {
  const masthead = {
    ...issueOf().masthead,
    region: say(),
    title: say(),
    number: say(),
    total: say(),
    issuer: say(),
    date: say(),
  };
  const editorNote = say();
  return issueOf({
    masthead,
    editorNote,
    settings: { ...defaultSettings, faces: { fang: '仿<&"宋', digits: "数]]>字" }, red: "no colour" },
    sections: [
      {
        title: say(),
        entries: [
          story(
            [say()],
            [
              {
                type: "paragraph",
                runs: [
                  { text: say(), bold: true },
                  { text: say(), italic: true },
                  { text: say(), underline: true },
                ],
              },
              { type: "heading", level: 1, runs: [{ text: say() }] },
              { type: "list", ordered: true, items: [[{ text: say() }], [{ text: say() }]] },
              {
                type: "table",
                rows: [
                  [
                    { runs: [{ text: say() }], header: true },
                    { runs: [{ text: say() }], colspan: 2 },
                  ],
                ],
              },
              { type: "figure", image: "none", caption: say(), credit: say() },
            ],
          ),
        ],
      },
    ],
    lists: [{ label: say(), addressees: [say(), say()] }],
    imprint: { editors: say(), reviewers: say(), signer: say(), phone: say(), email: say(), copies: 1 },
  });
}

// White space is the page's business: a headline is one line, an address is trimmed, a long word can be broken.
const solid = (text: string) => text.replace(/[\s\u200b|]+/g, "");

test("any text in any field gives a file, and is found again in its order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 27, maxLength: 27 }), async (texts) => {
      const said: string[] = [];
      const issue = issueSaying(() => {
        const text = `始${said.length}${texts[said.length] ?? ""}终`;
        said.push(text);
        return text;
      });
      expect(said.length).toBeLessThanOrEqual(texts.length);
      const parts = await partsOf(issue);
      for (const [name, part] of parts)
        if (/\.(xml|rels)$/.test(name)) expect([name, faultIn(part.toString())]).toEqual([name, undefined]);
      const read = solid(textOf(partOf(parts, "word/document.xml")));
      let at = 0;
      for (const text of said) {
        const found = read.indexOf(solid(xmlText(text)), at);
        expect([text, found >= 0]).toEqual([text, true]);
        at = found + 1;
      }
    }),
    { numRuns: 40 },
  );
});
