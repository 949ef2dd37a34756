import fc from "fast-check";
import { someText } from "./searchWorld";

/** What somebody might type: mostly what does stand somewhere. */
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "政",
      "会",
      "期",
      "政协",
      "协会",
      "会会",
      "政协会",
      "协会会",
      "会政协",
      "第18期",
      "8期",
      "工作",
      "ａ",
      "县",
    ),
  },
  { weight: 1, arbitrary: someText(4) },
);

/** Mostly not. */
const seldom = <T>(given: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: given });

/** What somebody might ask. */
export const question = fc.record({
  words: fc.array(fc.record({ word, left: seldom(fc.constant(true)), quoted: fc.boolean() }), { maxLength: 2 }),
  kind: seldom(fc.constantFrom("item", "entry", "issue", "instruction", "official")),
  publication: seldom(fc.nat(1)),
  section: seldom(fc.constantFrom("会议", "重要活动", "领导活动")),
  office: seldom(fc.nat(2)),
  official: seldom(fc.nat(2)),
  days: seldom(fc.tuple(fc.nat(900), fc.nat(900))),
  order: fc.constantFrom("relevance", "date"),
});
