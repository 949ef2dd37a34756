import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { distributed } from "../testing/issues";
import { type House, house, person } from "../testing/people";
import { corrected, deputising, distributedWith, threeDays, to } from "../testing/post";
import { tray, trayFilter, unreadCount } from "./reading";
import { readingOf } from "./readingOf";
import { acknowledge } from "./receipts";

onDatabase();

const missing = { key: "missing" };
const first = trayFilter.parse({});

describe("the tray", () => {
  it("has what is new apart from what was read, latest first", async () => {
    const people = await house();
    const [one = "", two = "", three = ""] = await threeDays(people);
    await acknowledge(people.leader, two);
    const { unread, read } = await tray(people.leader, first);
    expect([unread.map(({ issue }) => issue.id), read.map(({ issue }) => issue.id)]).toEqual([[three, one], [two]]);
    expect(unread[0]?.issue).toMatchObject({ number: 3, titles: ["调研组到北岭县走访"], date: "2026-11-20" });
    expect(await unreadCount(people.leader)).toBe(2);
    expect(await tray(people.leader2, first)).toEqual({ unread: [], more: false, count: 0, read: [], next: null });
  });

  it("is read page by page, each issue on one of them, although many came in the same moment", async () => {
    const people = await house();
    await manyDelivered(people, 62);
    await db.delivery.updateMany({ data: { acknowledgedAt: now() } });
    const sizes: number[] = [];
    const seen = new Set<string>();
    for (let before: string | undefined; ; ) {
      const { read, next } = await tray(people.leader, { of: null, before });
      sizes.push(read.length);
      for (const { id } of read) seen.add(id);
      if (!next) break;
      before = next;
    }
    expect([sizes, seen.size]).toEqual([[30, 30, 2], 62]);
    const [foreign] = await db.delivery.findMany({ where: { accountId: people.leader.id } });
    expect((await tray(people.leader2, { of: null, before: foreign?.id })).read).toEqual([]);
  });

  it("has at most fifty that are new before a person at once, and says that there are more", async () => {
    const people = await house();
    await manyDelivered(people, 51);
    expect(await tray(people.leader, first)).toMatchObject({ unread: { length: 50 }, more: true });
    await db.delivery.deleteMany({ where: { id: (await db.delivery.findFirstOrThrow()).id } });
    expect(await tray(people.leader, first)).toMatchObject({ unread: { length: 50 }, more: false });
  });

  it("has the new edition alone where one was corrected, also for a reader of the secretariat", async () => {
    const people = await house();
    const both = await person(["reader", "reviewer"], { office: people.secretariat });
    const lists = [{ label: "报", addressees: [to("主席", [people.leader.id, both.id])] }];
    const edition = await corrected(people, await distributedWith(people, lists));
    for (const actor of [people.leader, both]) {
      expect((await tray(actor, first)).unread.map(({ issue }) => issue.id)).toEqual([edition]);
      expect(await unreadCount(actor)).toBe(1);
      expect(await readingOf(actor, edition)).toMatchObject({ previous: null, next: null, nextUnread: null });
    }
  });

  it("of another is open to who deputises for them, and to nobody else", async () => {
    const people = await house();
    const id = await distributed(people);
    const deputy = deputising(people.southWriter, people.leader);
    const of = people.leader.id;
    expect((await tray(deputy, first)).unread.map(({ issue }) => issue.id)).toEqual([id]);
    expect(await readingOf(deputy, id, of)).toMatchObject({ accountId: of, inPlaceOf: { name: people.leader.name } });
    expect(await unreadCount(deputy, of)).toBe(1);
    for (const actor of [people.southWriter, people.leader2, people.editor]) {
      await expect(tray(actor, { of })).rejects.toMatchObject(missing);
      await expect(readingOf(actor, id, of)).rejects.toMatchObject(missing);
    }
  });
});

/** Further issues for the leader, all delivered within the same few moments; written directly, for speed. */
async function manyDelivered({ publication, leader }: House, count: number): Promise<void> {
  const row = { publicationId: publication.id, year: 2026, state: "distributed", imprint: {}, content: {} } as const;
  const at = { createdAt: now(), updatedAt: now() };
  const issues = await db.issue.createManyAndReturn({
    data: Array.from({ length: count }, (_, each) => ({ ...row, ...at, number: each + 1, lists: [] })),
  });
  const moments = [now(), new Date(now().getTime() + 1)];
  await db.delivery.createMany({
    data: issues.map(({ id: issueId }, each) => ({
      ...{ issueId, accountId: leader.id, labels: [] },
      deliveredAt: moments[each % 2] ?? now(),
    })),
  });
}
