import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { recordRefusal } from "@/lib/refused";
import { onDatabase } from "../testing/database";
import { distributed } from "../testing/issues";
import { story } from "../testing/items";
import { house, person } from "../testing/people";
import { readRecord, recordFilter } from "./record";

onDatabase();

describe("the record of acts", () => {
  it("has a line for each step from the draft to the readers, newest first, and none of the texts", async () => {
    const people = await house();
    await distributed(people);
    const { events } = await readRecord(await person(["auditor"]), recordFilter.parse({}));
    expect(events.map(({ act }) => act).reverse()).toEqual([
      ...["createIssue", "startDraft", "saveDraft", "submit", "adopt", "requestReview"],
      ...["approve", "signOff", "publish", "distribute"],
    ]);
    const words = events.map(({ detail }) => JSON.stringify(detail)).join();
    for (const text of story(people.publication).headline) expect(words).not.toContain(text);
  });

  it("has a line for an act that was refused, and can show these alone", async () => {
    const { writer, leader } = await house();
    await recordRefusal(leader, missing(), { path: "/issues/1" });
    await db.event.create({ data: { at: new Date(), actorName: writer.name, act: "submit", detail: {} } });
    const auditor = await person(["auditor"]);
    const { events } = await readRecord(auditor, recordFilter.parse({ refused: "1" }));
    expect(events).toMatchObject([
      { actorId: leader.id, refused: true, detail: { reason: "missing", path: "/issues/1" } },
    ]);
    expect((await readRecord(auditor, recordFilter.parse({ who: writer.name }))).events).toHaveLength(1);
  });

  it("is read page by page without a line lost", async () => {
    const data = Array.from({ length: 120 }, (_, at) => ({ at: new Date(), act: `act${at}`, detail: {} }));
    await db.event.createMany({ data });
    const auditor = await person(["auditor"]);
    const acts: string[] = [];
    for (let before: string | undefined; ; ) {
      const { events, next } = await readRecord(auditor, recordFilter.parse({ before }));
      acts.push(...events.map(({ act }) => act));
      if (!next) break;
      before = next;
    }
    expect(acts).toEqual(data.map(({ act }) => act).reverse());
  });

  it.each(["systemAdmin", "securityAdmin", "editor", "signer", "reader"] as const)(
    "is not shown to a %s",
    async (role) => {
      await expect(readRecord(await person([role]), recordFilter.parse({}))).rejects.toMatchObject({
        key: "forbidden",
      });
    },
  );
});
