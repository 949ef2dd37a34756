import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { falsify, onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { lines, sealed } from "../testing/sealed";
import { verifyRecord } from "./verifyRecord";

onDatabase();

test("the auditor is told how many lines, up to which and when, and that they fit; it stands in the record", async () => {
  const ids = await lines(5);
  await sealed();
  const auditor = await person(["auditor"]);
  const { at } = await db.event.findUniqueOrThrow({ where: { id: ids.at(-1) } });
  expect(await verifyRecord(auditor)).toEqual({
    ...{ place: 5n, last: ids.at(-1), lines: 5, waiting: 0, findings: 0, anchors: 0 },
    ...{ at, told: [] },
  });
  expect(await db.event.findMany({ where: { act: "verifyRecord" } })).toMatchObject([
    { actorId: auditor.id, detail: { lines: 5, findings: 0 } },
  ]);
});

test("where it is broken is told, the first of many, and how many there are", async () => {
  const ids = await lines(30);
  await sealed();
  await falsify(`UPDATE "Event" SET act = 'other' WHERE id = ${ids[3]}`);
  expect(await verifyRecord(await person(["auditor"]))).toMatchObject({
    ...{ findings: 1, lines: 30, told: [{ kind: "changed", id: ids[3] }] },
  });
  await falsify(`DELETE FROM "Event" WHERE id IN (${ids.slice(0, 25).join()})`);
  const { findings, told } = await verifyRecord(await person(["auditor"]));
  expect([findings, told.length]).toEqual([25, 20]);
});

test("an empty chain has nothing to fit", async () => {
  expect(await verifyRecord(await person(["auditor"]))).toMatchObject({ lines: 0, at: null, findings: 0 });
});

test("a record too long for a page is refused, and so is whoever is no auditor", async () => {
  await lines(3);
  await sealed();
  await expect(verifyRecord(await person(["auditor"]), AbortSignal.abort())).rejects.toMatchObject({
    key: "recordTooLong",
  });
  for (const role of ["systemAdmin", "securityAdmin", "editor"] as const)
    await expect(verifyRecord(await person([role]))).rejects.toMatchObject({ key: "forbidden" });
  expect(await db.event.count({ where: { act: "verifyRecord" } })).toBe(0);
});
