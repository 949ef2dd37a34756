import { expect, it } from "vitest";
import { isTooMuch, mostValues } from "./amount";

it("what is sent may hold so many values and no more, wherever they are", () => {
  const list = Array(mostValues).fill(0);
  expect(isTooMuch(list)).toBe(false);
  expect(isTooMuch([...list, 0])).toBe(true);
  expect(isTooMuch({ ids: list })).toBe(true);
  expect(isTooMuch(Object.fromEntries(list.map((_, at) => [`k${at}`, 0])))).toBe(false);
  expect(isTooMuch(Array.from({ length: 400 }, () => Array(250).fill(0)))).toBe(true);
  for (const small of [null, undefined, "text", 7, [], {}, [[], [{}]]]) expect(isTooMuch(small)).toBe(false);
});

it("a value within itself comes to no end, and is too much", () => {
  const round: { again?: object } = {};
  round.again = [round, round];
  expect(isTooMuch(round)).toBe(true);
  const line: { again?: object } = {};
  line.again = line;
  expect(isTooMuch(line)).toBe(true);
});
