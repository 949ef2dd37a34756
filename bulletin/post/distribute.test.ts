import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
import { compiled, issueOf, seenIssue, signed } from "../testing/issues";
import { itemOf, submitted } from "../testing/items";
import { house, office, person } from "../testing/people";
import { signedWith, to } from "../testing/post";
import { distribute } from "./distribute";
import { listsSchema, possibleAddressees, recipientsOf } from "./lists";
import { rehearse } from "./rehearsal";

onDatabase();

async function delivered(issueId: string) {
  const rows = await db.delivery.findMany({ where: { issueId }, include: { account: true }, orderBy: { id: "asc" } });
  return Object.fromEntries(rows.map(({ account, labels }) => [account.id, labels]));
}

describe("an issue that goes out", () => {
  it("is delivered once to each reader, under however many labels they stand", async () => {
    const people = await house();
    const { leader, leader2, editor } = people;
    const colleague = await person(["reader", "contributor"], { office: people.north });
    const lists = [
      {
        label: "报",
        addressees: [to("主席", [leader.id]), to("市委各常委", [leader.id, leader2.id]), to("主席会议", [leader.id])],
      },
      {
        label: "送",
        addressees: [to("主席本人", [leader.id]), to("有关单位", [leader.id, leader.id], [people.north.id])],
      },
      { label: "发", addressees: [to("北边", [colleague.id], [people.north.id, people.north.id]), to("市委办公室")] },
    ];
    const id = await signedWith(people, lists);
    expect(await distribute(editor, await seenIssue(id))).toEqual({ readers: 3 });
    expect(await delivered(id)).toEqual({
      [leader.id]: ["主席", "市委各常委", "主席会议", "主席本人", "有关单位"],
      [leader2.id]: ["市委各常委"],
      [colleague.id]: ["有关单位", "北边"],
    });
  });

  it("reaches readers only: no disabled account, nobody without the role, as it is on that day", async () => {
    const people = await house();
    const [left, joined] = [
      await person(["reader"], { office: people.north }),
      await person([], { office: people.north }),
    ];
    const id = await signedWith(people, [
      { label: "发", addressees: [to("北边", [people.writer.id, people.leader2.id], [people.north.id])] },
    ]);
    await db.account.updateMany({ where: { id: { in: [left.id, people.leader2.id] } }, data: { disabledAt: now() } });
    await db.roleGrant.create({ data: { accountId: joined.id, role: "reader", grantedAt: now() } });
    await distribute(people.editor, await seenIssue(id));
    expect(Object.keys(await delivered(id))).toEqual([joined.id]);
  });

  it("goes out once, although two send it at the same moment", async () => {
    const people = await house();
    const seen = await seenIssue(await signed(people));
    const results = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([
        through(one, () => distribute(people.editor, seen)),
        through(two, () => distribute(people.signer, seen)),
      ]),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [refused] = results.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect(refused).toBe("overtaken");
    expect(await db.delivery.count()).toBe(1);
    expect(await db.event.count({ where: { act: "publish" } })).toBe(1);
  });

  it("marks its items as published", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const id = await signed(people, { items: [item] });
    await distribute(people.editor, await seenIssue(id));
    expect((await itemOf(item.id)).state).toBe("published");
    expect(await issueOf(id)).toMatchObject({ state: "distributed", distributedAt: expect.any(Date) });
  });

  it("is not sent by a reviewer, nor before it is signed", async () => {
    const people = await house();
    const id = await signed(people);
    await expect(distribute(people.reviewer, await seenIssue(id))).rejects.toMatchObject({ key: "forbidden" });
    await expect(distribute(people.writer, await seenIssue(id))).rejects.toMatchObject({ key: "missing" });
    const early = await compiled(people);
    await expect(distribute(people.editor, await seenIssue(early))).rejects.toMatchObject({ key: "overtaken" });
    expect(await db.delivery.count()).toBe(0);
  });
});

describe("the lists", () => {
  it("tell beforehand whom they reach, how many labels are paper, and which reach nobody", async () => {
    const { leader, leader2, writer } = await house();
    const people = [to("主席", [leader.id, leader2.id]), to("不阅读的人", [writer.id])];
    const lists = [{ label: "报", addressees: [...people, to("市委"), to("市政府")] }];
    expect(await rehearse({ lists, correctsId: null })).toEqual({ readers: 2, paper: 2, unreached: ["不阅读的人"] });
    expect((await recipientsOf(db, lists)).map(({ labels }) => labels)).toEqual([["主席"], ["主席"]]);
    expect(await recipientsOf(db, [])).toEqual([]);
  });

  it("are chosen by editors, from readers and offices in use", async () => {
    const { editor, reviewer, leader, leader2, north } = await house();
    await office({ closedAt: now() });
    await db.account.update({ where: { id: leader2.id }, data: { disabledAt: now() } });
    const { readers, offices } = await possibleAddressees(editor);
    expect(readers.map(({ id }) => id)).toEqual([leader.id]);
    expect(offices.map(({ id }) => id)).toContain(north.id);
    expect(offices).toHaveLength(await db.office.count({ where: { closedAt: null } }));
    await expect(possibleAddressees(reviewer)).rejects.toMatchObject({ key: "forbidden" });
  });

  it.each([
    [[{ label: "", addressees: [] }]],
    [[{ label: "报", addressees: [{ label: "" }] }]],
    [[{ label: "报", addressees: [{ label: "主席", accountIds: [{ not: "" }] }] }]],
    [[{ label: "报", addressees: [{ label: "主席", html: "<b>" }] }]],
    [Array(13).fill({ label: "报", addressees: [] })],
    ["报"],
  ])("are not %j", (lists) => {
    expect(listsSchema.safeParse(lists).success).toBe(false);
  });
});
