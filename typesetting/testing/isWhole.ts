import { expect } from "vitest";
import type { Block, PressIssue } from "../document";
import { typeset } from "../press";
import { issueOf, story } from "./issues";
import { press } from "./press";
import { readPdf } from "./readPdf";
import { bodyOn, writtenIn } from "./writtenIn";

export const withStory = (...blocks: Block[]): PressIssue =>
  issueOf({ sections: [{ title: "重要活动", entries: [story(["一则"], blocks)] }] });

/** Everything is there, the foot stands at its place, and nothing runs out of the type area. */
export async function isWhole(issue: PressIssue, { longFoot = false } = {}) {
  const pages = typeset(press(), issue);
  const read = await readPdf(pages.pdf());
  expect(bodyOn(read)).toBe(writtenIn(issue, pages.marks));
  const end = read.at(-1)?.filled.at(-1)?.bottom;
  // A foot of several pages ends where it ends.
  if (longFoot) expect(end).toBeLessThan(262.1);
  else expect(end).toBeCloseTo(262, 1);
  for (const { text, left, right } of read.flatMap(({ lines }) => lines)) {
    expect(left, text).toBeGreaterThan(25);
    expect(right, text).toBeLessThan(187);
  }
  return { pages, read };
}
