import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { asJson } from "./json";
import { recognise } from "./recognise";

/** Bulletins in the manners of invented offices, each with what a person reads in it. */
const folder = path.join(import.meta.dirname, "testing/manners");
const manners = readdirSync(folder).flatMap((each) => (each.endsWith(".txt") ? each.slice(0, -4) : []));
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");

describe("bulletins of other offices", () => {
  test.each(manners)("%s", (name) => {
    const { issues, leftovers, coverage } = asJson(recognise(read(`${name}.txt`)).recognised, name);
    expect({ issues, leftovers }).toEqual(JSON.parse(read(`${name}.json`)));
    expect(coverage).toBeGreaterThanOrEqual(0.99);
  });

  test.each(manners)("%s reads the same with line ends of Windows, marks of width and blanks at the ends", (name) => {
    const text = read(`${name}.txt`);
    const { issues } = asJson(recognise(text).recognised, name);
    const other = `\ufeff${text.replace(/\n/g, "  \r\n").replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}`;
    const { issues: read2 } = asJson(recognise(other).recognised, name);
    const same = (all: unknown) =>
      JSON.stringify(all).replace(/[０-９]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
    expect(same(read2)).toBe(same(issues));
  });
});
