import { describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { distributed, issueOf, signed } from "../testing/issues";
import { itemOf, submitted } from "../testing/items";
import { type House, house, person } from "../testing/people";
import { carryingOurs, readingOf, tray, trayFilter, unreadCount } from "./reading";
import { acknowledge, open, receiptsOf } from "./receipts";

onDatabase();

const missing = { key: "missing" };
const first = trayFilter.parse({});

/** Issues that went out on three days running, the latest last. */
async function threeDays(people: House): Promise<string[]> {
  const ids: string[] = [];
  for (const day of ["18", "19", "20"]) {
    travel(new Date(`2026-11-${day}T10:00:00+08:00`));
    ids.push(await distributed(people));
  }
  return ids;
}

describe("an issue that has gone out", () => {
  it("is read by those it was addressed to, and by nobody else: not even its name", async () => {
    const people = await house();
    const id = await distributed(people);
    const { content, delivery } = await readingOf(people.leader, id);
    expect(content).toEqual((await issueOf(id)).content);
    expect(delivery).toMatchObject({ labels: ["市政协主席"], openedAt: null });
    const colleague = await person(["reader"], { office: people.north });
    const administrators = [await person(["systemAdmin"]), await person(["securityAdmin"]), await person(["auditor"])];
    for (const actor of [people.leader2, people.southWriter, people.southLead, colleague, ...administrators])
      await expect(readingOf(actor, id)).rejects.toMatchObject(missing);
  });

  it("is read by the office that has an item in it, without a receipt", async () => {
    const people = await house();
    const id = await distributed(people);
    expect(await readingOf(people.writer, id)).toMatchObject({ delivery: null, previous: null, next: null });
    expect((await carryingOurs(people.writer)).map((issue) => issue.id)).toEqual([id]);
    expect(await carryingOurs(people.southWriter)).toEqual([]);
    await expect(acknowledge(people.writer, id)).rejects.toMatchObject(missing);
  });

  it("is not read before it goes out, nor once it is recalled", async () => {
    const people = await house();
    const id = await signed(people);
    for (const actor of [people.leader, people.writer, people.editor])
      await expect(readingOf(actor, id)).rejects.toMatchObject(missing);
    const out = await distributed(people);
    await db.issue.update({ where: { id: out }, data: { state: "recalled" } });
    await expect(readingOf(people.leader, out)).rejects.toMatchObject(missing);
    expect(await unreadCount(people.leader)).toBe(0);
    expect((await tray(people.leader, first)).unread).toEqual([]);
  });

  it("leads to the one before it and the one after it, in the order in which they came", async () => {
    const people = await house();
    const [one, two, three] = await threeDays(people);
    const around = async (id = "") => {
      const { previous, next } = await readingOf(people.leader, id);
      return [previous, next];
    };
    expect([await around(one), await around(two), await around(three)]).toEqual([
      [null, two],
      [one, three],
      [two, null],
    ]);
  });
});

describe("the tray", () => {
  it("has what is new apart from what was read, latest first", async () => {
    const people = await house();
    const [one = "", two = "", three = ""] = await threeDays(people);
    await acknowledge(people.leader, two);
    const { unread, read, count } = await tray(people.leader, first);
    expect([unread.map(({ issue }) => issue.id), read.map(({ issue }) => issue.id), count]).toEqual([
      [three, one],
      [two],
      1,
    ]);
    expect(unread[0]?.issue).toMatchObject({ number: 3, titles: ["调研组到北岭县走访"], date: "2026-11-20" });
    expect(await unreadCount(people.leader)).toBe(2);
    expect(await tray(people.leader2, first)).toMatchObject({ unread: [], read: [], count: 0, pages: 1 });
  });

  it("is read page by page, each issue on one of them", async () => {
    const people = await house();
    const { publicationId, content } = await issueOf(await distributed(people));
    for (let number = 2; number <= 32; number++) {
      const row = { publicationId, year: 2026, number, state: "distributed", lists: [], imprint: {} } as const;
      const { id: issueId } = await db.issue.create({
        data: { ...row, content: content ?? {}, createdAt: now(), updatedAt: now() },
      });
      await db.delivery.create({ data: { issueId, accountId: people.leader.id, labels: [], deliveredAt: now() } });
    }
    await db.delivery.updateMany({ data: { acknowledgedAt: now() } });
    const pages = await Promise.all([1, 2, 3].map((page) => tray(people.leader, { page })));
    expect(pages.map(({ read }) => read.length)).toEqual([30, 2, 0]);
    expect(new Set(pages.flatMap(({ read }) => read.map(({ id }) => id))).size).toBe(32);
    expect(pages[0]).toMatchObject({ count: 32, pages: 2 });
  });
});

describe("a receipt", () => {
  it("is written once, however often the page is opened and the button pressed", async () => {
    const people = await house();
    const id = await distributed(people);
    const receipt = () => db.delivery.findFirstOrThrow({ where: { issueId: id } });
    await Promise.all([open(people.leader, id), open(people.leader, id)]);
    await Promise.all([acknowledge(people.leader, id), acknowledge(people.leader, id)]);
    const before = await receipt();
    expect(before).toMatchObject({ openedAt: expect.any(Date), acknowledgedAt: expect.any(Date) });
    travel(new Date(Date.now() + 60_000));
    await open(people.leader, id);
    await acknowledge(people.leader, id);
    expect(await receipt()).toEqual(before);
    const acts = await db.event.findMany({ where: { actorId: people.leader.id }, orderBy: { id: "asc" } });
    expect(acts.map(({ act }) => act)).toEqual(["open", "acknowledge"]);
  });

  it("counts as opened where it was acknowledged straight away", async () => {
    const people = await house();
    const id = await distributed(people);
    await acknowledge(people.leader, id);
    expect((await db.delivery.findFirstOrThrow()).openedAt).not.toBeNull();
  });

  it("is not given by reading, nor by or for anybody else", async () => {
    const people = await house();
    const id = await distributed(people);
    await readingOf(people.leader, id);
    await tray(people.leader, first);
    for (const actor of [people.leader2, people.editor, people.writer]) {
      await expect(open(actor, id)).rejects.toMatchObject(missing);
      await expect(acknowledge(actor, id)).rejects.toMatchObject(missing);
    }
    expect(await db.delivery.findMany()).toMatchObject([{ openedAt: null, acknowledgedAt: null }]);
  });

  it("is seen by the secretariat: who has it, who has opened it, who has acknowledged it", async () => {
    const people = await house();
    const id = await distributed(people, { items: [await submitted(people.writer, people.publication)] });
    await open(people.leader, id);
    const receipts = await receiptsOf(people.editor, id);
    expect(receipts).toMatchObject({
      opened: 1,
      acknowledged: 0,
      deliveries: [{ account: { name: people.leader.name } }],
    });
    for (const actor of [people.leader, people.writer])
      await expect(receiptsOf(actor, id)).rejects.toMatchObject(missing);
    expect((await itemOf((await db.item.findFirstOrThrow()).id)).state).toBe("published");
  });
});
