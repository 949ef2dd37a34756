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

test("every act that a line is written with stands in one group, and no other", () => {
  const text = sources();
  const written = [...text.matchAll(/\brecord\(\s*(?:tx|db),\s*[\w.?]+,\s*([^,)]+)/g)].flatMap(([, act = ""]) =>
    [...act.matchAll(/"([A-Za-z]+)"/g)].map(([, name = ""]) => name),
  );
  expect(written.length).toBeGreaterThan(90);
  expect([...new Set(written)].filter((act) => !grouped.includes(act))).toEqual([]);
  expect(grouped.filter((act, at) => grouped.indexOf(act) !== at)).toEqual([]);
  expect(grouped.filter((act) => !text.includes(`"${act}"`))).toEqual([]);
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
