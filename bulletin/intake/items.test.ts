import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { editEntry } from "../desk/entries";
import { decline } from "../desk/select";
import { acknowledge } from "../post/receipts";
import { onDatabase } from "../testing/database";
import { compiled, distributed, signed } from "../testing/issues";
import { drafted, paragraphs, story, submitted } from "../testing/items";
import { house } from "../testing/people";
import { fateOf } from "./fate";
import { itemsFilter, itemsOf, recentFates } from "./items";

onDatabase();

describe("the office's own list", () => {
  it("holds its items alone, with a true count for each tab", async () => {
    const { writer, southWriter, southLead, publication, editor } = await house();
    await drafted(writer, publication);
    await submitted(writer, publication);
    const declined = await submitted(writer, publication, { headline: ["不合适的一篇"] });
    await decline(editor, { ...declined, reason: "outdated", words: "" });
    await submitted(southWriter, publication, { lead: southLead });
    const all = await itemsOf(writer, itemsFilter.parse({}));
    expect(all.counts).toEqual({ all: 3, draft: 1, awaiting: 0, underway: 1, returned: 0, published: 0, declined: 1 });
    expect(all.items).toHaveLength(3);
    const { items } = await itemsOf(writer, itemsFilter.parse({ view: "declined" }));
    expect(items).toMatchObject([{ id: declined.id, title: "不合适的一篇" }]);
    await expect(itemsOf(editor, itemsFilter.parse({}))).rejects.toMatchObject({ key: "forbidden" });
  });

  it("is cut into pages, each item on one of them", async () => {
    const { writer, publication } = await house();
    for (let count = 0; count < 31; count++) await drafted(writer, publication);
    const pages = await Promise.all([1, 2, 3].map((page) => itemsOf(writer, itemsFilter.parse({ page }))));
    expect(pages.map(({ items }) => items.length)).toEqual([30, 1, 0]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(31);
    expect(pages[0]?.pages).toBe(2);
  });

  it("takes a view or page that does not exist for the first", () => {
    expect(itemsFilter.parse({ view: { not: "" }, page: "-3" })).toEqual({ view: "all", page: 1 });
  });
});

describe("the fate of an item", () => {
  it("tells its office where it was printed and what was changed, only once the issue is out", async () => {
    const people = await house();
    const { writer, editor, publication, leader } = people;
    const item = await submitted(writer, publication);
    const work = await compiled(people, { items: [item] });
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: work } });
    const text = { headline: entry.headline, blocks: paragraphs("调研组走访了四个村。"), date: null, place: "" };
    await editEntry(editor, { id: entry.id, version: 1, ...text, reason: "按实际数字" });
    const before = await fateOf(writer, item.id);
    expect(before.printings).toMatchObject([{ isOut: false, after: null, difference: null, reasons: [] }]);
    expect(before.item.events.map(({ act }) => act)).toEqual(["startDraft", "submit", "adopt"]);
    const other = await submitted(writer, publication);
    const issueId = await distributed(people, { items: [other] });
    await acknowledge(leader, issueId);
    const after = await fateOf(writer, other.id);
    expect(after.item.state).toBe("published");
    expect(after.printings).toMatchObject([
      { isOut: true, issue: { id: issueId, number: 1 }, deliveries: 1, acknowledged: 1, difference: { changes: 0 } },
    ]);
    expect((await recentFates(writer, "00000000-0000-7000-8000-000000000000")).map(({ number }) => number)).toContain(
      1,
    );
  });

  it("has its acts by name and time, without the savings between them", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    await signed(people, { items: [item] });
    const { item: found } = await fateOf(people.writer, item.id);
    expect(found.events.map(({ act, actorName }) => [act, actorName])).toEqual([
      ["startDraft", people.writer.name],
      ["submit", people.writer.name],
      ["adopt", people.editor.name],
    ]);
    expect(found.headline).toEqual(story(people.publication).headline);
  });

  it("does not exist for another office or a reader", async () => {
    const { writer, southWriter, leader, publication } = await house();
    const { id } = await submitted(writer, publication);
    for (const actor of [southWriter, leader])
      await expect(fateOf(actor, id)).rejects.toMatchObject({ key: "missing" });
  });
});
