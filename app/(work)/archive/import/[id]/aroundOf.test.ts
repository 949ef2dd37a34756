import { describe, expect, it } from "vitest";
import { aroundOf } from "./aroundOf";

describe("of the issues of a file", () => {
  const whole = () => false;

  it.each([
    [3, 0, 0, 3],
    [10, 9, 0, 10],
    [700, 0, 0, 10],
    [700, 5, 0, 10],
    [700, 6, 1, 11],
    [700, 350, 345, 355],
    [700, 699, 690, 700],
  ])("%i, number %i being the present one, those from %i to %i are shown", (count, at, from, to) => {
    expect(aroundOf(count, at, whole)).toEqual({ from, to, before: null, after: null });
  });

  it("the nearest that lack something are shown too, wherever they are", () => {
    const lacking = [2, 90, 400, 699];
    const { before, after } = aroundOf(700, 350, (at) => lacking.includes(at));
    expect([before, after]).toEqual([90, 400]);
    expect(aroundOf(700, 400, (at) => lacking.includes(at))).toMatchObject({ before: 90, after: 699 });
  });
});
