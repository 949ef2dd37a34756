import fc from "fast-check";
import type { PressIssue } from "../document";
import { figure, issueOf, story } from "./issues";

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

/** An issue with any text in every field that a person can fill. */
export const anyIssue = fc
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
