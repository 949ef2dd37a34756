import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { seenIssue } from "../testing/issues";
import { type House, house, office, person } from "../testing/people";
import { corrected, deliveredTo, distributedWith, officeOfReaders, signedWith, to, toldTo } from "../testing/post";
import { distribute } from "./distribute";
import type { Lists } from "./lists";
import { receiptsOf } from "./receipts";

onDatabase();

const counties = (role?: "officeLead" | "contributor"): Lists => [
  { label: "发", addressees: [to("各县政协", [], [], { officeKinds: ["county"], role })] },
];

/** Who gets it after something has happened between signing and sending. */
async function reachedAfter(people: House, lists: Lists, change: () => Promise<unknown>): Promise<string[]> {
  const id = await signedWith(people, lists);
  await change();
  await distribute(people.editor, await seenIssue(id));
  return deliveredTo(id);
}

describe("the readers behind a list, on the day it goes out", () => {
  it("are looked for at the office where they are then", async () => {
    const people = await house();
    const { north, south } = people;
    const [moving, staying] = [
      await person(["reader"], { office: north }),
      await person(["reader"], { office: north }),
    ];
    const lists = [{ label: "发", addressees: [to("北边", [], [north.id]), to("本人", [people.leader.id])] }];
    const reached = await reachedAfter(people, lists, () =>
      db.account.updateMany({ where: { id: { in: [moving.id, people.leader.id] } }, data: { officeId: south.id } }),
    );
    expect(reached.sort()).toEqual([staying.id, people.leader.id].sort());
  });

  it("are nobody where the account does not exist any more or is disabled, and the label is named", async () => {
    const people = await house();
    const { leader, leader2 } = people;
    const lists = [
      { label: "报", addressees: [to("主席", [leader.id]), to("副主席", [leader2.id])] },
      {
        label: "送",
        addressees: [to("没有的人", [crypto.randomUUID()]), to("市委办公室"), to("空单位", [], [people.south.id])],
      },
    ];
    const id = await signedWith(people, lists);
    await db.account.update({ where: { id: leader2.id }, data: { disabledAt: now() } });
    expect(await distribute(people.editor, await seenIssue(id))).toEqual({ readers: 1 });
    expect(await deliveredTo(id)).toEqual([leader.id]);
    const line = await db.event.findFirstOrThrow({ where: { act: "distribute" } });
    expect(line.detail).toEqual({ readers: 1, unreached: ["副主席", "没有的人", "空单位"] });
    expect((await receiptsOf(people.reviewer, id)).unreached).toEqual(["副主席", "没有的人", "空单位"]);
  });

  it("of a kind of offices are those of offices founded since, and of none that was closed", async () => {
    const people = await house();
    const closing = await office();
    const [closed, byName] = [
      await person(["reader"], { office: closing }),
      await person(["reader"], { office: closing }),
    ];
    await person(["reader"], { office: people.secretariat });
    const lists = [...counties(), { label: "送", addressees: [to("本人", [byName.id])] }];
    let later = "";
    const reached = await reachedAfter(people, lists, async () => {
      await db.office.update({ where: { id: closing.id }, data: { closedAt: now() } });
      later = (await person(["reader"])).id;
    });
    expect(reached.sort()).toEqual([people.leader.id, people.leader2.id, later, byName.id].sort());
    expect(reached).not.toContain(closed.id);
    const own = await db.delivery.findFirstOrThrow({ where: { accountId: byName.id } });
    expect(own.labels).toEqual(["本人"]);
  });

  it("of a kind of offices may be those alone who are something else there as well", async () => {
    const people = await house();
    const lead = await person(["reader", "officeLead"], { office: people.north });
    await person(["reader", "contributor"], { office: people.north });
    expect(await reachedAfter(people, counties("officeLead"), async () => {})).toEqual([lead.id]);
  });

  it("of whom one stands under five labels get one delivery with all five, and are told once", async () => {
    const people = await house();
    const { leader, leader2 } = people;
    const labels = ["主席", "常委", "主席会议", "各县", "本人"];
    const { officeId } = leader;
    const [one, two, three, four, five] = [
      to("主席", [leader.id]),
      to("常委", [leader2.id, leader.id, leader.id]),
      to("主席会议", [leader.id], [officeId]),
      to("各县", [], [], { officeKinds: ["county"] }),
      to("本人", [leader.id], [officeId], { officeKinds: ["county"], role: "editor" }),
    ];
    const lists = [
      { label: "报", addressees: [one, two] },
      { label: "送", addressees: [three, four, five] },
    ] as Lists;
    const id = await distributedWith(people, lists);
    expect(await db.delivery.findMany({ where: { issueId: id, accountId: leader.id } })).toMatchObject([{ labels }]);
    expect(await toldTo(leader)).toHaveLength(1);
  });

  it("are told and given it once each, all five thousand of them", async () => {
    const people = await house();
    const { office: large, ids } = await officeOfReaders(5_000);
    const lists = [{ label: "发", addressees: [to("全市", [], [large.id]), to("各位", ids)] }];
    const id = await signedWith(people, lists);
    expect(await distribute(people.editor, await seenIssue(id))).toEqual({ readers: 5_000 });
    expect((await deliveredTo(id)).sort()).toEqual(ids.sort());
    const notices = await db.notice.findMany({ where: { issueId: id, kind: "delivered" } });
    expect(new Set(notices.map(({ accountId }) => accountId)).size).toBe(5_000);
    expect([notices.length, new Set(notices.map(({ batch }) => batch)).size]).toEqual([5_000, 1]);
    expect(await db.delivery.count({ where: { labels: { equals: ["全市", "各位"] } } })).toBe(5_000);
  });
});

describe("paper copies", () => {
  it("are kept in the order of the list, with the line that each stands in, for labels without anybody", async () => {
    const people = await house();
    const lists = [
      { label: "报", addressees: [to("市委办公室"), to("主席", [people.leader.id]), to("市人大办公室")] },
      { label: "送", addressees: [to("市委办公室"), to("没人读", [people.writer.id])] },
    ];
    const id = await distributedWith(people, lists);
    const copies = await db.paperCopy.findMany({ where: { issueId: id }, orderBy: { order: "asc" } });
    expect(copies.map(({ order, line, label, handedAt }) => [order, line, label, handedAt])).toEqual([
      [1, "报", "市委办公室", null],
      [2, "报", "市人大办公室", null],
      [3, "送", "市委办公室", null],
    ]);
    const again = await corrected(people, id);
    expect(await db.paperCopy.count({ where: { issueId: again } })).toBe(3);
  });
});
