import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { actGroups, actsToFind } from "./recordActs";

onDatabase();

const root = path.resolve(import.meta.dirname, "../..");
const grouped: string[] = Object.values(actGroups).flat();

/** What is written, test files and the table itself apart. */
function sources(): string {
  const files = ["app", "bulletin", "lib"].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.ts$/.test(name) && !/\.test\.|testing\/|recordActs/.test(name))
      .map((name) => readFileSync(path.join(root, room, name), "utf8")),
  );
  return files.join("\n");
}

const recorded = /\brecord\(\s*(?:tx|db),\s*[\w.?]+,\s*([^,)]+)/g;
/** How an act comes to its line where `record` is given it by a variable, or the line is written without it. */
const handedOn = [
  /\bact = ([^;,]+)/g,
  /\b(?:noted|recordFailure)\(([^;]+);/g,
  /\bchanged\(\s*actor,\s*input,[\s\S]{0,400}?\n\s*("[A-Za-z]+"),?\s*\);/g,
  /\bevent\.create\(\{\s*data: \{([^;]+);/g,
];

/** The names that stand in the first group of what a pattern finds. */
function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found = ""]) =>
    [...found.matchAll(/"([A-Za-z]+)"/g)].map(([, name = ""]) => name),
  );
}

test("every act that a line is written with stands in one group, and no other", () => {
  const text = sources();
  const written = namesIn(text, recorded);
  const known = new Set([...written, ...handedOn.flatMap((pattern) => namesIn(text, pattern))]);
  expect(written.length).toBeGreaterThan(90);
  expect([...new Set(written)].filter((act) => !grouped.includes(act))).toEqual([]);
  expect(grouped.filter((act, at) => grouped.indexOf(act) !== at)).toEqual([]);
  expect(grouped.filter((act) => !known.has(act))).toEqual([]);
});

test("the auditor chooses among the acts of which there is a line, in the order of the house", async () => {
  const data = ["signIn", "adopt", "submit", "signIn", "longAgo"].map((act) => ({ at: new Date(), act, detail: {} }));
  await db.event.createMany({ data });
  expect(await actsToFind(await person(["auditor"]))).toEqual([
    { group: "intake", acts: ["submit", "adopt"] },
    { group: "accounts", acts: ["signIn"] },
    { group: "other", acts: ["longAgo"] },
  ]);
  await expect(actsToFind(await person(["securityAdmin"]))).rejects.toMatchObject({ key: "forbidden" });
});

test("an empty record offers none", async () => {
  expect(await actsToFind(await person(["auditor"]))).toEqual([]);
});
