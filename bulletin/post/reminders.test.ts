import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { signed } from "../testing/issues";
import { type House, house, person } from "../testing/people";
import { at, corrected, distributedWith, to, toldTo } from "../testing/post";
import { acknowledge, open } from "./receipts";
import { remind, remindDue } from "./reminders";
import { setPost } from "./settings";

onDatabase();

const friday = "2026-11-20";
const saturday = "2026-11-21";

/** Out since ten in the morning, to two readers, in a publication that reminds after so many hours. */
async function outTo(people: House, remindAfter = 0): Promise<string> {
  travel(at(friday, "10:00"));
  await db.publication.update({ where: { id: people.publication.id }, data: { remindAfter } });
  return distributedWith(people, [{ label: "报", addressees: [to("主席", [people.leader.id, people.leader2.id])] }]);
}

async function reminded(): Promise<string[]> {
  const notices = await db.notice.findMany({
    where: { kind: "reminded" },
    orderBy: [{ at: "asc" }, { accountId: "asc" }],
  });
  return notices.map(({ accountId }) => accountId);
}

const both = ({ leader, leader2 }: House) => [leader.id, leader2.id].sort();

describe("one act", () => {
  it("reminds everyone who has not acknowledged, opened or not, and nobody else", async () => {
    const people = await house();
    const id = await outTo(people);
    await open(people.leader, id);
    expect(await remind(people.editor, { id })).toEqual({ readers: 2 });
    const { name: publication } = people.publication;
    const told = { kind: "reminded", href: `/reading/${id}`, values: { publication, number: 1, series: "regular" } };
    expect((await toldTo(people.leader)).at(-1)).toMatchObject(told);
    const line = await db.event.findFirstOrThrow({ where: { act: "remind" } });
    expect(line).toMatchObject({ actorId: people.editor.id, issueId: id, detail: { readers: 2 } });
    await acknowledge(people.leader2, id);
    travel(at(friday, "12:00"));
    expect(await remind(people.signer, { id })).toEqual({ readers: 1 });
    expect(await reminded()).toEqual([...both(people), people.leader.id]);
  });

  it("reminds nobody twice within an hour, also where two press at once", async () => {
    const people = await house();
    const id = await outTo(people);
    const two = await Promise.allSettled([remind(people.editor, { id }), remind(people.signer, { id })]);
    expect(two.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    travel(at(friday, "10:59"));
    await expect(remind(people.editor, { id })).rejects.toMatchObject({ key: "nobodyToRemind" });
    expect(await reminded()).toEqual(both(people));
    travel(at(friday, "11:02"));
    expect(await remind(people.editor, { id })).toEqual({ readers: 2 });
  });

  it("reminds nobody whose account is disabled or reads no longer", async () => {
    const people = await house();
    const id = await outTo(people);
    await db.account.update({ where: { id: people.leader.id }, data: { disabledAt: at(friday, "11:00") } });
    await db.roleGrant.deleteMany({ where: { accountId: people.leader2.id } });
    await expect(remind(people.editor, { id })).rejects.toMatchObject({ key: "nobodyToRemind" });
    expect(await db.event.count({ where: { act: "remind" } })).toBe(0);
  });

  it("is an editor's or signer's, for what is out", async () => {
    const people = await house();
    const id = await outTo(people);
    await expect(remind(people.reviewer, { id })).rejects.toMatchObject({ key: "forbidden" });
    for (const actor of [people.leader, people.writer, await person(["auditor"])])
      await expect(remind(actor, { id })).rejects.toMatchObject({ key: "missing" });
    await corrected(people, id);
    for (const none of [id, await signed(people)])
      await expect(remind(people.editor, { id: none })).rejects.toMatchObject({ key: "notOut" });
    expect(await reminded()).toEqual([]);
  });
});

describe("by its publication's rule", () => {
  it("whoever has not acknowledged is reminded once, so many hours after delivery", async () => {
    const people = await house();
    const id = await outTo(people, 4);
    await acknowledge(people.leader2, id);
    travel(at(friday, "13:59"));
    await remindDue();
    expect(await reminded()).toEqual([]);
    travel(at(friday, "14:01"));
    await remindDue();
    await remindDue();
    travel(at(saturday, "14:01"));
    await remindDue();
    expect(await reminded()).toEqual([people.leader.id]);
    const lines = await db.event.findMany({ where: { act: "remind" } });
    expect(lines).toMatchObject([{ actorId: null, issueId: id, detail: { readers: 1 } }]);
  });

  it("nobody is in quiet hours, and it is made up for afterwards", async () => {
    const people = await house();
    await outTo(people, 12);
    for (const moment of [at(friday, "22:01"), at(saturday, "03:00"), at(saturday, "06:59")]) {
      travel(moment);
      await remindDue();
    }
    expect(await reminded()).toEqual([]);
    travel(at(saturday, "07:00"));
    await remindDue();
    expect(await reminded()).toEqual(both(people));
  });

  it("everybody is at night where no hours are quiet", async () => {
    const people = await house();
    await outTo(people, 12);
    await setPost(people.editor, { quietFrom: "", quietTo: "", deadlineWarnings: false });
    travel(at(friday, "23:00"));
    await remindDue();
    expect(await reminded()).toEqual(both(people));
  });

  it("nobody is who was reminded by hand, or where there is no rule, or where the issue is out no longer", async () => {
    const people = await house();
    const id = await outTo(people, 1);
    await remind(people.editor, { id });
    travel(at(friday, "12:00"));
    await remindDue();
    expect(await reminded()).toEqual(both(people));
    const next = await outTo(people, 0);
    travel(at(friday, "18:00"));
    await remindDue();
    await db.publication.update({ where: { id: people.publication.id }, data: { remindAfter: 24 } });
    await corrected(people, next);
    travel(at(saturday, "12:00"));
    await remindDue();
    expect(await reminded()).toEqual(both(people));
  });
});

describe("a rule that is turned on today", () => {
  it("does not remind of what went out long ago, nor of what was recalled meanwhile", async () => {
    const people = await house();
    const id = await outTo(people);
    await db.publication.updateMany({ data: { remindAfter: 2 } });
    travel(at("2026-11-28", "10:00"));
    await remindDue();
    expect(await reminded()).toEqual([]);
    travel(at(saturday, "10:00"));
    await db.issue.update({ where: { id }, data: { state: "recalled" } });
    await remindDue();
    expect(await reminded()).toEqual([]);
  });
});
