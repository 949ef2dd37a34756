import { describe, expect, it } from "vitest";
import { aroundOf } from "./aroundOf";

describe("of the issues of a file", () => {
  const whole = () => false;

  it.each([
    [3, 0, 0, 3],
    [8, 7, 0, 8],
    [700, 0, 0, 8],
    [700, 4, 0, 8],
    [700, 5, 1, 9],
    [700, 350, 346, 354],
    [700, 699, 692, 700],
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
