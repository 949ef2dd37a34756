import { expect, test } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { recordRefusal } from "@/lib/refused";
import { acknowledge } from "../post/receipts";
import { onDatabase } from "../testing/database";
import { compiled, distributed, issueOf } from "../testing/issues";
import { story } from "../testing/items";
import { house, person } from "../testing/people";
import { queriesOf } from "../testing/queries";
import { resetPassword } from "./accounts";
import { exportRecord, readRecord, recordFilter } from "./record";

onDatabase();

const all = recordFilter.parse({});

test("an acknowledgement names its issue, an adoption its item and issue, a reset its account", async () => {
  travel(new Date("2026-05-08T02:00:00Z"));
  const people = await house();
  const issueId = await distributed(people);
  await acknowledge(people.leader, issueId);
  await resetPassword(await person(["systemAdmin"]), people.writer.id);
  const { events, subjects } = await readRecord(await person(["auditor"]), all);
  const of = (act: string) => events.find((each) => each.act === act);
  const { year, number } = await issueOf(issueId);
  const issue = { kind: "issue", publication: people.publication.name, year, number: String(number), edition: 1 };
  expect(subjects.get(of("acknowledge")?.issueId ?? "")).toMatchObject(issue);
  expect(subjects.get(of("adopt")?.issueId ?? "")).toMatchObject(issue);
  const item = subjects.get(of("adopt")?.itemId ?? "");
  expect(item).toEqual({ kind: "item", office: people.north.shortName, day: "2026-05-08" });
  const { name, account } = people.writer;
  expect(subjects.get(of("resetPassword")?.subjectId ?? "")).toEqual({ kind: "account", name, account });
  // The auditor reads no texts.
  const known = JSON.stringify([...subjects.values()]);
  for (const text of story(people.publication).headline) expect(known).not.toContain(text);
  travel();
});

test("an issue without a number yet is named by its publication, and so is one that was refused", async () => {
  const people = await house();
  const id = await compiled(people);
  await recordRefusal(people.leader, missing(), { act: "signOff", id });
  const { events, subjects } = await readRecord(await person(["auditor"]), recordFilter.parse({ refused: "1" }));
  expect(events).toHaveLength(1);
  expect(subjects.get(id)).toMatchObject({ publication: people.publication.name, number: null });
});

test("what is not there any more has no name, and breaks nothing", async () => {
  const itemId = crypto.randomUUID();
  await db.event.create({ data: { at: new Date(), act: "saveDraft", itemId, detail: { number: 3, levels: null } } });
  const { subjects } = await readRecord(await person(["auditor"]), all);
  expect(subjects.size).toBe(0);
});

test("a page of fifty lines asks no more often than one of a few", async () => {
  const people = await house();
  const auditor = await person(["auditor"]);
  const asked = async () => (await queriesOf(() => readRecord(auditor, all))).queries.length;
  await distributed(people);
  const few = await asked();
  for (let at = 0; at < 5; at++) await distributed(people);
  expect((await readRecord(auditor, all)).events).toHaveLength(50);
  // Fewer where the latest lines are about fewer things.
  expect(await asked()).toBeLessThanOrEqual(few);
  // The lines, then items, issues and four tables of others, with what Prisma joins to them.
  expect(few).toBeLessThan(12);
});

test("what is taken out is named the same", async () => {
  const people = await house();
  const issueId = await distributed(people);
  const auditor = await person(["auditor"]);
  for await (const { subjects } of exportRecord(auditor, recordFilter.parse({ act: "distribute" })))
    expect(subjects.get(issueId)).toMatchObject({ kind: "issue", publication: people.publication.name });
});
