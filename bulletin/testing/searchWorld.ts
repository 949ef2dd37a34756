import fc from "fast-check";
import type { IssueState, ItemState } from "@/generated/prisma/enums";

/**
 * A small world for search, written directly (writeWorld.ts): texts of few different characters, so that words meet by
 * chance, in every state that there is.
 */
const letters = [..."政政政协协协会会会工作18第期AＡ，。%'\\-🌾"];
export const someText = (max: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: max }).map((all) => all.join(""));

const itemStates = [
  "draft",
  "awaitingOfficeSignOff",
  "submitted",
  "returned",
  "withdrawn",
  "declined",
  "adopted",
  "merged",
  "published",
];
const issueStates = [
  "compiling",
  "approved",
  "signed",
  "distributed",
  "distributed",
  "distributed",
  "archived",
  "corrected",
  "recalled",
  "void",
];

const oneText = fc.record({
  headline: fc.array(someText(6), { maxLength: 2 }),
  paragraphs: fc.array(someText(14), { minLength: 1, maxLength: 3 }),
});

export const world = fc.record({
  items: fc.array(
    fc.record({
      own: oneText,
      /** As it was sent, where it was. */
      sent: fc.option(oneText),
      office: fc.nat(2),
      state: fc.constantFrom(...(itemStates as ItemState[])),
      officials: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
      day: fc.option(fc.nat(900)),
      section: fc.option(fc.nat(1)),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  issues: fc.array(
    fc.record({
      state: fc.constantFrom(...(issueStates as IssueState[])),
      entries: fc.array(
        fc.record({
          text: oneText,
          item: fc.option(fc.nat(7)),
          /** A further one, where it was merged. */
          more: fc.option(fc.nat(7)),
          officials: fc.uniqueArray(fc.nat(2), { maxLength: 1 }),
        }),
        {
          ...{ minLength: 1, maxLength: 4 },
        },
      ),
      readers: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
      number: fc.option(fc.nat(30)),
      day: fc.nat(900),
      instruction: fc.option(
        fc.record({ text: someText(6), leader: fc.nat(1), forwardedTo: fc.option(fc.nat(2)), withdrawn: fc.boolean() }),
      ),
    }),
    { minLength: 2, maxLength: 5 },
  ),
});

export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;
