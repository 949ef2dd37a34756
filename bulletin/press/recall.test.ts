import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { fateOf } from "../intake/fate";
import { imageFor, takeImage } from "../intake/images";
import { carryingOurs, tray, trayFilter, unreadCount } from "../post/reading";
import { noticeInPlaceOf, readingOf } from "../post/readingOf";
import { acknowledge, open } from "../post/receipts";
import { remind } from "../post/reminders";
import { onDatabase } from "../testing/database";
import { distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { type House, house, person } from "../testing/people";
import { photograph } from "../testing/photographs";
import { deputising, withPhotograph } from "../testing/post";
import { fileFor } from "./file";
import { recall, recallSchema } from "./recall";

onDatabase();

const missing = { key: "missing" };

async function recalled(people: House, id: string): Promise<string> {
  await recall(people.signer, { ...(await seenIssue(id)), reason: "内容有误" });
  return id;
}

describe("an issue that is recalled", () => {
  it("is recalled by a signer alone, while it is out, with the reason", async () => {
    const people = await house();
    const seen = { ...(await seenIssue(await distributed(people))), reason: "内容有误" };
    for (const actor of [people.editor, people.reviewer])
      await expect(recall(actor, seen)).rejects.toMatchObject({ key: "forbidden" });
    for (const actor of [people.leader, people.writer])
      await expect(recall(actor, seen)).rejects.toMatchObject(missing);
    expect(recallSchema.safeParse({ ...seen, reason: " \n" }).success).toBe(false);
    const early = { ...(await seenIssue(await signed(people))), reason: "内容有误" };
    await expect(recall(people.signer, early)).rejects.toMatchObject({ key: "overtaken" });
    await recall(people.signer, seen);
    const { name: recalledByName } = people.signer;
    const stands = { state: "recalled", recallReason: "内容有误", recalledAt: expect.any(Date), recalledByName };
    expect(await issueOf(seen.id)).toMatchObject(stands);
    await expect(recall(people.signer, seen)).rejects.toMatchObject({ key: "overtaken" });
    const line = await db.event.findFirstOrThrow({ where: { act: "recall", issueId: seen.id } });
    expect(line.detail).toEqual({ reason: "内容有误", asked: 0 });
  });

  it("is nowhere before a reader from that moment on: page, tray, file, photograph, list of the office", async () => {
    const people = await house();
    const { id: image } = await takeImage(people.writer, await photograph());
    const item = await withPhotograph(people.writer, people.publication, image);
    const id = await distributed(people, { items: [item] });
    expect([await unreadCount(people.leader), (await carryingOurs(people.writer)).length]).toEqual([1, 1]);
    expect((await fateOf(people.writer, item.id)).printings[0]?.after).not.toBeNull();
    await recalled(people, id);
    for (const actor of [people.leader, people.writer, people.editor, deputising(people.southWriter, people.leader)]) {
      await expect(readingOf(actor, id)).rejects.toMatchObject(missing);
    }
    for (const actor of [people.writer, people.editor]) await expect(open(actor, id)).rejects.toMatchObject(missing);
    for (const actor of [people.leader, people.writer])
      for (const format of ["pdf", "docx", "print"] as const)
        await expect(fileFor(actor, id, format)).rejects.toMatchObject(missing);
    await expect(imageFor(people.leader, image)).rejects.toMatchObject(missing);
    await expect(acknowledge(people.leader, id)).rejects.toMatchObject(missing);
    const nothing = { unread: [], more: false, count: 0, read: [], next: null };
    expect(await tray(people.leader, trayFilter.parse({}))).toEqual(nothing);
    expect([await unreadCount(people.leader), await carryingOurs(people.writer)]).toEqual([0, []]);
    await expect(remind(people.editor, { id })).rejects.toMatchObject({ key: "notOut" });
    // The secretariat keeps it, as a file; the office's own text and photograph stay its own.
    expect((await fileFor(people.editor, id, "pdf")).bytes.length).toBeGreaterThan(0);
    expect((await imageFor(people.writer, image)).type).toBe("image/jpeg");
    const [printing] = (await fateOf(people.writer, item.id)).printings;
    const gone = { before: null, after: null, difference: null, reasons: [] };
    expect(printing).toMatchObject({ issue: { id, state: "recalled" }, isOut: true, ...gone });
    expect((await fateOf(people.editor, item.id)).printings[0]?.after).not.toBeNull();
  });

  it("is told to nobody who has become an administrator since, though they took it with them", async () => {
    const people = await house();
    const id = await distributed(people);
    const [taker, auditor] = [people.southWriter, await person(["auditor"])];
    for (const { id: actorId, name: actorName } of [taker, auditor])
      await db.event.create({ data: { at: now(), act: "download", issueId: id, actorId, actorName, detail: {} } });
    await recalled(people, id);
    const asked = await db.notice.findMany({ where: { kind: "recalled", asksConfirmation: true } });
    expect(asked.map(({ accountId }) => accountId)).toEqual([taker.id]);
    expect(await db.event.findFirst({ where: { act: "recall" } })).toMatchObject({ detail: { asked: 1 } });
  });

  it("leaves a notice in its place, for those before whom it was, with who recalled it and why", async () => {
    const people = await house();
    const id = await recalled(people, await distributed(people));
    const notice = {
      state: "recalled",
      number: 1,
      recallReason: "内容有误",
      recalledAt: expect.any(Date),
      newer: null,
    };
    for (const actor of [people.leader, people.writer, people.editor, deputising(people.southWriter, people.leader)])
      expect(await noticeInPlaceOf(actor, id)).toMatchObject(notice);
    expect(Object.keys((await noticeInPlaceOf(people.leader, id)) ?? {})).not.toContain("content");
    for (const actor of [people.leader2, people.southWriter]) expect(await noticeInPlaceOf(actor, id)).toBeNull();
    expect(await noticeInPlaceOf(people.leader, crypto.randomUUID())).toBeNull();
  });
});
