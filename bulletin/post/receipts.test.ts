import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { distributed, signed } from "../testing/issues";
import { house, person } from "../testing/people";
import { deputising, distributedWith, officeOfReaders, to, toldTo } from "../testing/post";
import { acknowledge, open, receiptsFilter, receiptsOf } from "./receipts";

onDatabase();

const missing = { key: "missing" };
const view = (given: Record<string, unknown>) => receiptsFilter.parse(given);

describe("a receipt in another's place", () => {
  it("says for whom and by whom, on the receipt and in the record, and the reader finds it read", async () => {
    const people = await house();
    const id = await distributed(people);
    const { leader } = people;
    const deputy = deputising(await person(["contributor"]), leader);
    await open(deputy, id, leader.id);
    await acknowledge(deputy, id, leader.id);
    const receipt = { accountId: leader.id, openedById: deputy.id, acknowledgedById: deputy.id };
    expect(await db.delivery.findMany()).toMatchObject([{ ...receipt, acknowledgedAt: expect.any(Date) }]);
    const lines = await db.event.findMany({ where: { actorId: deputy.id }, orderBy: { id: "asc" } });
    const inPlaceOf = { subjectId: leader.id, detail: { inPlaceOf: leader.name } };
    expect(lines).toMatchObject([
      { act: "open", actorName: deputy.name, ...inPlaceOf },
      { act: "acknowledge", actorName: deputy.name, ...inPlaceOf },
    ]);
    const [{ openedBy, acknowledgedBy } = {}] = (await receiptsOf(people.editor, id)).deliveries;
    expect([openedBy, acknowledgedBy]).toEqual([deputy.name, deputy.name]);
    expect((await toldTo(leader)).map(({ readAt }) => readAt !== null)).toEqual([true]);
    await acknowledge(leader, id);
    expect(await db.delivery.findMany()).toMatchObject([receipt]);
  });

  it("tells what was opened by one and acknowledged by the other", async () => {
    const people = await house();
    const id = await distributed(people);
    await open(people.leader, id);
    await acknowledge(deputising(people.leader2, people.leader), id, people.leader.id);
    const [{ openedBy, acknowledgedBy } = {}] = (await receiptsOf(people.editor, id)).deliveries;
    expect([openedBy, acknowledgedBy]).toEqual([null, people.leader2.name]);
  });

  it("is given by nobody in whose care the tray is not, and by a deputy for what lies in it alone", async () => {
    const people = await house();
    const { leader, leader2 } = people;
    const id = await distributed(people);
    for (const actor of [leader2, people.editor, people.writer, deputising(people.writer, leader2)])
      for (const act of [open, acknowledge]) await expect(act(actor, id, leader.id)).rejects.toMatchObject(missing);
    const deputy = deputising(leader2, leader);
    for (const act of [open, acknowledge]) await expect(act(deputy, id)).rejects.toMatchObject(missing);
    const other = await distributedWith(people, [{ label: "报", addressees: [to("副主席", [leader2.id])] }]);
    await expect(acknowledge(deputy, other, leader.id)).rejects.toMatchObject(missing);
    await expect(acknowledge(deputy, await signed(people), leader.id)).rejects.toMatchObject(missing);
    expect(await db.delivery.count({ where: { openedAt: { not: null } } })).toBe(0);
  });
});

describe("the receipts of an issue", () => {
  it("are counted for the secretariat: who has it, who has opened it, who has acknowledged it", async () => {
    const people = await house();
    const { leader, leader2, reviewer } = people;
    const third = await person(["reader"]);
    const lists = [{ label: "报", addressees: [to("主席", [leader.id, leader2.id, third.id]), to("市委办公室")] }];
    const id = await distributedWith(people, lists);
    await open(leader, id);
    await acknowledge(leader2, id);
    const all = await receiptsOf(reviewer, id);
    expect(all).toMatchObject({ state: "distributed", count: 3, pages: 1, unreached: [] });
    expect(all.sums).toEqual({ all: 3, opened: 2, acknowledged: 1 });
    expect(all.paper).toMatchObject([{ line: "报", label: "市委办公室", handedAt: null }]);
    const names = async (which: string) => {
      const { deliveries, count, sums } = await receiptsOf(reviewer, id, view({ view: which }));
      expect([count, sums.all]).toEqual([deliveries.length, 3]);
      return deliveries.map(({ account }) => account.name).sort();
    };
    expect(await names("unopened")).toEqual([third.name]);
    expect(await names("unacknowledged")).toEqual([leader.name, third.name].sort());
    expect(await names("acknowledged")).toEqual([leader2.name]);
    for (const actor of [leader, people.writer]) await expect(receiptsOf(actor, id)).rejects.toMatchObject(missing);
    await expect(receiptsOf(reviewer, crypto.randomUUID())).rejects.toMatchObject(missing);
  });

  it("are found by a part of the name, which stands for nothing but itself", async () => {
    const people = await house();
    const [one, two] = [await person(["reader"], { name: "欧阳文" }), await person(["reader"], { name: "司马文%" })];
    const id = await distributedWith(people, [{ label: "报", addressees: [to("主席", [one.id, two.id])] }]);
    const found = async (name: string) => {
      const { deliveries, count } = await receiptsOf(people.editor, id, view({ name }));
      return [count, ...deliveries.map((each) => each.account.name).sort()];
    };
    expect(await found("文")).toEqual([2, "司马文%", "欧阳文"]);
    expect(await found("欧阳")).toEqual([1, "欧阳文"]);
    expect(await found("%")).toEqual([1, "司马文%"]);
    expect(await found("_")).toEqual([0]);
  });

  it("are turned over a hundred at a time, each on one page", async () => {
    const people = await house();
    const { office } = await officeOfReaders(250);
    const id = await distributedWith(people, [{ label: "发", addressees: [to("全市", [], [office.id])] }]);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => receiptsOf(people.editor, id, view({ page }))));
    expect(pages.map(({ deliveries }) => deliveries.length)).toEqual([100, 100, 50, 0]);
    expect(new Set(pages.flatMap(({ deliveries }) => deliveries.map((each) => each.id))).size).toBe(250);
    expect(pages[0]).toMatchObject({ count: 250, pages: 3, sums: { all: 250 } });
    expect(view({ page: "-1", view: "x", name: "x".repeat(30) })).toEqual({ page: 1, view: "all", name: "" });
  });
});
