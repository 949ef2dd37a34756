import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { confirmNotice } from "../post/notices";
import { noticeInPlaceOf } from "../post/readingOf";
import { open } from "../post/receipts";
import { onDatabase } from "../testing/database";
import { seenIssue } from "../testing/issues";
import { type House, house, person } from "../testing/people";
import { deputising, distributedWith, to, toldTo } from "../testing/post";
import { fileFor } from "./file";
import { confirmationsOf, recall } from "./recall";

onDatabase();

const missing = { key: "missing" };

async function recalled(people: House, id: string): Promise<string> {
  await recall(people.signer, { ...(await seenIssue(id)), reason: "内容有误" });
  return id;
}

describe("whoever had a recalled issue", () => {
  it("is asked to confirm: who opened it, printed it or took it away, also for another or for an office", async () => {
    const people = await house();
    const [opened, printed, took, untouched, principal] = await Promise.all(
      Array.from({ length: 5 }, () => person(["reader"])),
    );
    if (!opened || !printed || !took || !untouched || !principal) throw new Error("five readers");
    const [opening, taking] = [deputising(await person([]), principal), deputising(await person([]), untouched)];
    const all = [opened, printed, took, untouched, principal];
    const id = await distributedWith(people, [
      {
        label: "报",
        addressees: [
          to(
            "主席",
            all.map((each) => each.id),
          ),
        ],
      },
    ]);
    await open(opened, id);
    await fileFor(printed, id, "print");
    await fileFor(took, id, "pdf");
    await open(opening, id, principal.id);
    await fileFor(taking, id, "pdf");
    await fileFor(people.writer, id, "docx");
    await fileFor(people.signer, id, "pdf");
    await recalled(people, id);
    const asked = await db.notice.findMany({ where: { kind: "recalled", asksConfirmation: true } });
    const had = [opened, printed, took, principal, opening, taking, people.writer];
    expect(asked.map(({ accountId }) => accountId).sort()).toEqual(had.map((each) => each.id).sort());
    const told = await db.notice.findMany({ where: { kind: "recalled", asksConfirmation: false } });
    expect(told.map(({ accountId }) => accountId)).toEqual([untouched.id]);
    expect(await db.delivery.findFirst({ where: { accountId: printed.id } })).toMatchObject({
      ...{ printedAt: expect.any(Date), downloadedAt: null, openedAt: null },
    });
  });

  it("is asked whoever of reader and deputy opened it first, and so is an office that read it on the screen", async () => {
    const people = await house();
    const id = await distributedWith(people, [{ label: "报", addressees: [to("主席", [people.leader.id])] }]);
    const deputy = deputising(await person([]), people.leader);
    await open(deputy, id, people.leader.id);
    await open(people.leader, id);
    await open(people.leader, id);
    await open(people.writer, id);
    await open(people.writer, id);
    expect(await db.event.count({ where: { issueId: id, act: "open" } })).toBe(3);
    await recalled(people, id);
    const asked = await db.notice.findMany({ where: { kind: "recalled", asksConfirmation: true } });
    const had = [deputy, people.leader, people.writer].map((each) => each.id);
    expect(asked.map(({ accountId }) => accountId).sort()).toEqual(had.sort());
  });

  it("is asked whoever had the page before them when it was recalled, and said so only then; it is no trespass", async () => {
    const people = await house();
    const id = await distributedWith(people, [{ label: "报", addressees: [to("主席", [people.leader.id])] }]);
    await recalled(people, id);
    expect((await confirmationsOf(people.editor, id)).count).toBe(0);
    await open(people.leader, id);
    await open(people.leader, id);
    expect(await confirmationsOf(people.editor, id)).toMatchObject({ count: 1, confirmed: 0 });
    expect(await db.event.count({ where: { issueId: id, act: "open", refused: false } })).toBe(1);
    await expect(open(people.leader2, id)).rejects.toMatchObject(missing);
  });

  it("confirms for themselves alone, once, and is listed with the others, who have not, first", async () => {
    const people = await house();
    const { leader, leader2, writer, editor } = people;
    const id = await distributedWith(people, [{ label: "报", addressees: [to("主席", [leader.id, leader2.id])] }]);
    await open(leader, id);
    await open(leader2, id);
    await recalled(people, id);
    const notice = (await toldTo(leader)).find(({ kind }) => kind === "recalled")?.id ?? "";
    for (const actor of [leader2, writer, editor, people.signer])
      await expect(confirmNotice(actor, notice)).rejects.toMatchObject(missing);
    const delivered = (await toldTo(leader)).find(({ kind }) => kind === "delivered")?.id ?? "";
    await expect(confirmNotice(leader, delivered)).rejects.toMatchObject(missing);
    expect((await confirmationsOf(editor, id)).rows.map(({ confirmedAt }) => confirmedAt)).toEqual([null, null]);
    await Promise.all([confirmNotice(leader, notice), confirmNotice(leader, notice)]);
    const confirmed = { confirmedAt: expect.any(Date), readAt: expect.any(Date) };
    expect(await db.notice.findUnique({ where: { id: notice } })).toMatchObject(confirmed);
    expect(await noticeInPlaceOf(leader, id)).toMatchObject({ notice: { id: notice, confirmedAt: expect.any(Date) } });
    const list = await confirmationsOf(people.reviewer, id);
    expect(list.rows.map(({ account, confirmedAt }) => [account.name, confirmedAt !== null])).toEqual([
      [leader2.name, false],
      [leader.name, true],
    ]);
    expect(list).toMatchObject({ count: 2, confirmed: 1 });
    for (const actor of [leader, writer]) await expect(confirmationsOf(actor, id)).rejects.toMatchObject(missing);
    expect(await db.event.count({ where: { act: "confirm", issueId: id, actorId: leader.id } })).toBe(1);
  });
});
