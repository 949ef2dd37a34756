import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PressIssue } from "./document";
import { type Pages, typeset } from "./press";
import { anyIssue } from "./testing/anyIssue";
import { press } from "./testing/press";
import { readPdf } from "./testing/readPdf";
import { bodyOn, writtenIn } from "./testing/writtenIn";

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
      fc.asyncProperty(anyIssue, async (given) => holds(typeset(press(), given), given)),
      { numRuns: 40, seed: 9704, endOnFailure: true },
    );
  });
});
