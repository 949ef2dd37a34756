import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { exportRecord, readRecord, recordFilter } from "./record";

onDatabase();

const found = async (auditor: Actor, asked: Record<string, string>) =>
  (await readRecord(auditor, recordFilter.parse(asked))).events.map(({ act }) => act);

test("lines are found by person, act, days of the office, subject and refusal, and by all of them at once", async () => {
  const auditor = await person(["auditor"]);
  const who = await person(["editor"], { name: "王审阅", account: "wang" });
  const subjectId = crypto.randomUUID();
  const at = (text: string) => new Date(text);
  const line = { actorName: "", detail: {} };
  await db.event.createMany({
    data: [
      // The last moment of the fifth and the first of the sixth, as the office counts days.
      { ...line, at: at("2026-05-05T15:59:59.999Z"), act: "adopt", actorId: who.id, actorName: "旧名" },
      { ...line, at: at("2026-05-05T16:00:00Z"), act: "decline", actorId: who.id, actorName: "王审阅", subjectId },
      { ...line, at: at("2026-05-06T15:59:59.999Z"), act: "refused", refused: true, actorName: "100%" },
      { ...line, at: at("2026-05-06T16:00:00Z"), act: "adopt", itemId: subjectId },
    ],
  });
  expect(await found(auditor, { who: "审阅" })).toEqual(["decline", "adopt"]);
  expect(await found(auditor, { who: "wang" })).toEqual(["decline", "adopt"]);
  expect(await found(auditor, { who: "旧名" })).toEqual(["adopt"]);
  expect(await found(auditor, { who: "%" })).toEqual(["refused"]);
  expect(await found(auditor, { act: "adopt" })).toEqual(["adopt", "adopt"]);
  expect(await found(auditor, { from: "2026-05-06", to: "2026-05-06" })).toEqual(["refused", "decline"]);
  expect(await found(auditor, { subject: subjectId })).toEqual(["adopt", "decline"]);
  expect(await found(auditor, { refused: "1" })).toEqual(["refused"]);
  expect(await found(auditor, { who: "审阅", act: "decline", from: "2026-05-06", subject: subjectId })).toEqual([
    "decline",
  ]);
  // Nonsense in the address asks for nothing.
  expect(await found(auditor, { from: "2026-13-40", subject: "x'", act: "--", before: "y" })).toHaveLength(4);
});

test("all that was found is taken out in batches, without a line twice, and that stands in the record", async () => {
  const auditor = await person(["auditor"]);
  const data = Array.from({ length: 4_500 }, (_, n) => ({
    at: new Date(),
    act: n % 9 ? "probe" : "other",
    detail: { n },
  }));
  await db.event.createMany({ data });
  const numbers: number[] = [];
  let batches = 0;
  for await (const { events } of exportRecord(auditor, recordFilter.parse({ act: "probe" }))) {
    batches++;
    numbers.push(...events.map(({ detail }) => (detail as { n: number }).n));
  }
  expect(batches).toBe(3);
  expect(numbers).toEqual(data.flatMap(({ act }, n) => (act === "probe" ? [n] : [])).reverse());
  expect(await db.event.findMany({ where: { act: "exportRecord" } })).toMatchObject([
    { actorId: auditor.id, detail: { act: "probe" } },
  ]);
});

test.each(["systemAdmin", "securityAdmin", "editor", "reader"] as const)("a %s takes nothing out", async (role) => {
  await expect(exportRecord(await person([role]), recordFilter.parse({})).next()).rejects.toMatchObject({
    key: "forbidden",
  });
  expect(await db.event.count()).toBe(0);
});
