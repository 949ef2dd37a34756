import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/actorOf";
import { db } from "@/lib/db";
import { coverageOf } from "./archive/statistics/coverage";
import { board } from "./desk/board";
import { editEntry } from "./desk/entries";
import { inspect, openIssues } from "./desk/inspect";
import { handledToday, queue } from "./desk/queue";
import { queueFilter } from "./desk/queueFilter";
import { instructionsOn } from "./post/instructions";
import { besides, tray, trayFilter, unreadIn } from "./post/reading";
import { readingOf } from "./post/readingOf";
import { onDatabase } from "./testing/database";
import { adoptInto, compiled, distributed, issueBy } from "./testing/issues";
import { paragraphs, submitted } from "./testing/items";
import { house } from "./testing/people";
import { queriesOf } from "./testing/queries";

onDatabase();

/** How many statements a function of a page asks at most: with little to show, and with more. */
async function most(act: () => Promise<unknown>): Promise<number> {
  // The second time, so that what is kept of signed issues is there.
  await act();
  const { queries } = await queriesOf(act);
  return queries.length;
}

const all = trayFilter.parse({});

describe("queries of a page are counted", () => {
  it("who is signed in: one", async () => {
    const people = await house();
    expect(await most(() => actorOf(people.leader.id))).toBe(1);
  });

  it("an issue for its reader: the right to see it, its place in the tray, and no text that was read before", async () => {
    const people = await house();
    const id = await distributed(people);
    expect(await most(() => readingOf(people.leader, id))).toBe(2);
    const { queries } = await queriesOf(() => readingOf(people.leader, id));
    expect(queries.filter(({ sql }) => /content"?\b(?!Hash)/.test(sql.replace(/contentHash/g, "")))).toEqual([]);
    expect(await most(() => instructionsOn(people.leader, id, null))).toBe(1);
    expect(await most(() => unreadIn(people.leader, people.leader.id))).toBe(1);
    expect(await most(() => besides(people.leader, id, people.leader.id, new Date(0)))).toBe(1);
  });

  it("a tray: as many with ten issues as with one", async () => {
    const people = await house();
    await distributed(people);
    const one = await most(() => tray(people.leader, all));
    for (let at = 0; at < 9; at++) await distributed(people);
    expect(await most(() => tray(people.leader, all))).toBe(one);
    expect(one).toBe(2);
  });

  it("the desk: as many with ten items as with one", async () => {
    const people = await house();
    await submitted(people.writer, people.publication);
    const open = queueFilter.parse({});
    const one = await most(() => queue(people.editor, open));
    for (let at = 0; at < 9; at++) await submitted(people.writer, people.publication);
    expect(await most(() => queue(people.editor, open))).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
    const [item] = await db.item.findMany({ take: 1 });
    expect(await most(() => inspect(people.editor, item?.id ?? ""))).toBeLessThanOrEqual(4);
    expect(await most(() => handledToday(people.editor))).toBeLessThanOrEqual(3);
  });

  it("the board: as many with ten entries as with one", async () => {
    const people = await house();
    const small = await compiled(people);
    const large = await issueBy(people.editor, people.publication);
    const items = [];
    for (let at = 0; at < 10; at++) items.push(await submitted(people.writer, people.publication));
    await adoptInto(large, people.editor, items);
    const one = await most(() => board(people.editor, small));
    expect(await most(() => board(people.editor, large))).toBe(one);
    expect(one).toBeLessThanOrEqual(7);
    expect(await most(() => coverageOf(people.editor, large))).toBeLessThanOrEqual(7);
    expect(await most(() => openIssues(people.editor))).toBeLessThanOrEqual(3);
  });

  it("saving an entry: a dozen, in one transaction", async () => {
    const people = await house();
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const input = {
      id: entry.id,
      headline: ["新标题"],
      date: null,
      place: "",
      blocks: paragraphs("新正文"),
      reason: "",
    };
    const { queries } = await queriesOf(() => editEntry(people.editor, { ...input, version: entry.version }));
    expect(queries.length).toBeLessThanOrEqual(14);
  });
});
