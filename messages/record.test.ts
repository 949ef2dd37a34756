import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { people as english } from "./en/people";
import { people as chinese } from "./zh-CN/people";

const root = path.resolve(import.meta.dirname, "..");

/** The act of each line that is written anywhere, and of each action that can be refused. */
function actsWritten(): string[] {
  const files = ["app", "bulletin", "lib"].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing\//.test(name))
      .map((name) => readFileSync(path.join(root, room, name), "utf8")),
  );
  const way =
    /\b(?:record\(\s*(?:tx|db),\s*[\w.?]+,\s*|recordFailure\(.*?\baccount,\s*|action\(\s*|taking(?:Each)?\(\s*|move(?:Item|Issue|Instruction)\(\s*tx,\s*\w+,\s*)"([A-Za-z]+)"/g;
  return [...new Set(files.flatMap((text) => [...text.matchAll(way)].map(([, act = ""]) => act)))].sort();
}

test("every act that the record can name is a sentence in both languages", () => {
  const acts = actsWritten();
  expect(acts.length).toBeGreaterThan(80);
  for (const known of [chinese.record, english.record]) expect(acts.filter((act) => !(act in known))).toEqual([]);
});
