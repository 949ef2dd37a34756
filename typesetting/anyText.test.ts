import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PressIssue } from "./document";
import { type Pages, typeset } from "./press";
import { figure, issueOf, story } from "./testing/issues";
import { press } from "./testing/press";
import { readPdf } from "./testing/readPdf";
import { bodyOn, writtenIn } from "./testing/writtenIn";

const nasty = [
  ...[
    '#read("/etc/passwd")',
    "#import",
    "$x$",
    "@label",
    "\\",
    "<a>",
    "*b*",
    "_c_",
    "`d`",
    "//",
    "/*",
    "]",
    "}",
    "[",
    "{",
  ],
  ...[
    "\0",
    "\ud800",
    "\udfff",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\r\n",
    "\t",
    "~",
    "--",
    "...",
    "'",
    '"',
    "= 一",
    "- 二",
    "+ 三",
  ],
  ...[
    "{{x}}",
    "%s",
    "<script>",
    "&amp;",
    "喆堃",
    "🙂",
    "👩‍👩‍👧",
    "e\u0301",
    "……",
    "——",
    "W".repeat(70),
    ")".repeat(40),
    "a.".repeat(60),
  ],
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...nasty),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.string({ unit: "binary-ascii", maxLength: 12 }),
      fc.constantFrom("云川市", "会议强调，", "落实。", "“两山”"),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));
const runs = fc.array(fc.record({ text, bold: fc.constant(true) }, { requiredKeys: ["text"] }), { maxLength: 3 });

const issue = fc
  .record({
    ...{ title: text, region: text, issuer: text, number: text, total: text, date: text, weekday: text },
    ...{
      section: text,
      headline: fc.array(text, { maxLength: 3 }),
      caption: text,
      credit: text,
      note: text,
      label: text,
    },
    ...{ addressees: fc.array(text, { minLength: 1, maxLength: 4 }), imprint: fc.tuple(text, text, text, text, text) },
    ...{
      paragraph: runs,
      heading: runs,
      items: fc.array(runs, { maxLength: 3 }),
      cells: fc.array(runs, { maxLength: 4 }),
    },
    ...{
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      layout: fc.constantFrom("weekly" as const, "flash" as const),
    },
  })
  .map((given): PressIssue => {
    const { title, region, issuer, number, total, date, weekday } = given;
    const [editors, reviewers, signer, phone, email] = given.imprint;
    const masthead = { ...issueOf().masthead, title, region, issuer, number, total, date, weekday };
    const entry = story(given.headline, [
      { type: "paragraph", runs: given.paragraph },
      { type: "heading", level: given.level, runs: given.heading },
      { type: "list", ordered: false, items: given.items },
      { type: "table", rows: given.cells.length ? [given.cells.map((each) => ({ runs: each }))] : [] },
      { ...figure("wanting", given.caption), credit: given.credit } as ReturnType<typeof figure>,
    ]);
    return issueOf({
      ...{
        layout: given.layout,
        masthead,
        editorNote: given.note,
        sections: [{ title: given.section, entries: [entry] }],
      },
      lists: [{ label: given.label, addressees: given.addressees }],
      imprint: { editors, reviewers, signer, phone, email, copies: 0 },
    });
  });

// Of what is written from right to left the order is another one on the page, of clusters the number.
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u{800}-\u{8ff}\u{fb1d}-\u{fdff}\u{fe70}-\u{feff}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const invisible = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cn}\p{Co}]/gu;

/** What can be compared: characters that a face has, each drawn as one. */
function comparable(written: string): string {
  const plain = written.normalize("NFC").replace(invisible, "");
  const wanting = new Set(press().faces.missingIn(plain));
  return [...plain].filter((each) => !wanting.has(each)).join("");
}

async function holds(pages: Pages, given: PressIssue) {
  const read = await readPdf(pages.pdf());
  expect(read[0]?.lines[0]?.y).toBeCloseTo(44.23, 1);
  expect(read.at(-1)?.filled.at(-1)?.bottom).toBeCloseTo(262, 1);
  const [there, wanted] = [bodyOn(read), writtenIn(given, pages.marks)].map(comparable) as [string, string];
  const sorted = (all: string) => [...all].sort().join("");
  if (rightToLeft.test(writtenIn(given, pages.marks))) expect(sorted(there)).toBe(sorted(wanted));
  else expect(there).toBe(wanted);
}

describe("any text", () => {
  test("is printed as it is, in every field, and moves neither head nor foot", async () => {
    await fc.assert(
      fc.asyncProperty(issue, async (given) => holds(typeset(press(), given), given)),
      { numRuns: 40, seed: 9704, endOnFailure: true },
    );
  });
});
