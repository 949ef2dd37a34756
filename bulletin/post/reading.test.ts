import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { distributed, issueOf, signed } from "../testing/issues";
import { house, person } from "../testing/people";
import { threeDays } from "../testing/post";
import { carryingOurs, tray, trayFilter, unreadCount } from "./reading";
import { readingOf } from "./readingOf";
import { acknowledge, open } from "./receipts";

onDatabase();

const missing = { key: "missing" };
const first = trayFilter.parse({});

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
    expect((await carryingOurs(people.writer)).map(({ issueId }) => issueId)).toEqual([id]);
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
    for (const actor of [people.leader2, people.editor, people.southWriter])
      await expect(open(actor, id)).rejects.toMatchObject(missing);
    await open(people.writer, id);
    for (const actor of [people.leader2, people.editor, people.writer, people.southWriter]) {
      await expect(acknowledge(actor, id)).rejects.toMatchObject(missing);
    }
    expect(await db.delivery.findMany()).toMatchObject([{ openedAt: null, acknowledgedAt: null }]);
  });
});
