import { beforeEach, describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { addDays, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { photograph } from "@/seeds/city/photographs";
import { saveDraft } from "../intake/draft";
import { takeImage } from "../intake/images";
import { withdraw } from "../intake/submit";
import { onDatabase } from "../testing/database";
import { compiled } from "../testing/issues";
import { drafted, itemOf, paragraphs, seenItem, story, submitted } from "../testing/items";
import { type House, house } from "../testing/people";
import { titleOf } from "../text/plain";
import { inspect } from "./inspect";
import { handledToday, openCount, queue, silentOffices } from "./queue";
import { type QueueFilter, queueFilter } from "./queueFilter";
import { decline, declineSchema, flag, markRead, returnItem, returnSchema } from "./select";
import { countedTo, toldCount } from "./viewCounts";

onDatabase();

let people: House;
beforeEach(async () => {
  // A Friday, so that the days before lie in the same week.
  travel(new Date("2026-11-20T10:00:00+08:00"));
  people = await house();
});

const send = (headline: string, given: object = {}) =>
  submitted(people.writer, people.publication, { headline: [headline], ...given });

async function found(filter: Partial<QueueFilter>): Promise<string[]> {
  const { items, counts } = await queue(people.editor, { ...queueFilter.parse({}), ...filter });
  expect(items).toHaveLength(counts[filter.view ?? "open"] ?? -1);
  return items.map(({ title }) => title);
}

describe("the queue", () => {
  it("counts what waits, and of what was handled only where that is soon done", async () => {
    await send("甲事");
    const returned = await send("乙事");
    await returnItem(people.editor, { ...returned, words: "再核" });
    const all = queueFilter.parse({});
    expect((await queue(people.editor, all)).counts).toMatchObject({ open: 1, returned: 1, declined: 0, week: 2 });
    const looked = (await queue(people.editor, { ...all, text: "事" })).counts;
    expect(looked).toMatchObject({ open: 1, returned: null, declined: null, week: null });
    const inView = (await queue(people.editor, { ...all, text: "事", view: "returned" })).counts;
    expect(inView).toMatchObject({ open: 1, returned: 1, declined: null });
    expect(countedTo("returned", all)).toBeLessThan(countedTo("returned", { ...all, view: "returned" }));
  });

  it("says of each item what the desk reads of it, also where its office writes at it again", async () => {
    const { id: image } = await takeImage(people.writer, await photograph("bridge", 7));
    const figure = { type: "figure", image, caption: "桥", credit: "" } as const;
    const pictured = { blocks: [...paragraphs("桥通了。"), figure, figure], date: "2026-11-18" };
    await send("有图的一篇", pictured);
    await submitted(people.writer, people.publication, {
      kind: "brief",
      headline: [],
      blocks: paragraphs("", "简讯。"),
    });
    for (const given of [
      { headline: ["退回前"], ...pictured },
      { kind: "brief" as const, headline: [] },
    ]) {
      const seen = await submitted(people.writer, people.publication, given);
      await returnItem(people.editor, { ...seen, words: "再核" });
      const draft = story(people.publication, { headline: ["改了题"], date: "2026-11-19" });
      await saveDraft(people.writer, { ...(await seenItem(seen.id)), draft });
    }
    for (const view of ["open", "returned"] as const) {
      const { items } = await queue(people.editor, { ...queueFilter.parse({}), view });
      expect(items).toHaveLength(2);
      for (const line of items) {
        const { headline, blocks, date, images } = await inspect(people.editor, line.id);
        expect(line).toMatchObject({ title: titleOf({ headline, blocks }), date, images });
      }
    }
  });

  it("shows what waits, oldest first, with what is urgent before it", async () => {
    for (const title of ["一", "二", "三"]) await send(title);
    const last = await send("急");
    await flag(people.editor, { id: last.id, flag: "priority", on: true });
    expect(await found({})).toEqual(["急", "一", "二", "三"]);
    expect(await openCount(people.editor)).toBe(4);
  });

  it.each<[string, Partial<QueueFilter> | (() => Partial<QueueFilter>), string[]]>([
    ["kind", { kind: "brief" }, ["简讯一则"]],
    ["office", () => ({ office: people.south.id }), ["南边来稿"]],
    ["section", () => ({ section: people.publication.sections[1]?.id ?? null }), ["简讯一则"]],
    ["publication", { publication: crypto.randomUUID() }, []],
    ["first day", { from: "2026-11-19" }, ["南边来稿", "简讯一则"]],
    ["last day", { to: "2026-11-18" }, ["百分之50%的村"]],
    ["both days", { from: "2026-11-19", to: "2026-11-19" }, ["南边来稿"]],
    ["words of the text", { text: "水利" }, ["百分之50%的村"]],
    ["a percent sign that means itself", { text: "50%的" }, ["百分之50%的村"]],
    ["a percent sign that stands nowhere", { text: "南%稿" }, []],
    ["an underline that means itself", { text: "水_" }, []],
    ["what is nowhere", { text: "不存在" }, []],
  ])("is narrowed by %s", async (_, filter, expected) => {
    await send("百分之50%的村", { date: "2026-11-18", blocks: paragraphs("查看水利设施。") });
    await submitted(people.southWriter, people.publication, {
      headline: ["南边来稿"],
      date: "2026-11-19",
      lead: people.southLead,
    });
    await send("简讯一则", { date: "2026-11-20", kind: "brief", sectionId: people.publication.sections[1]?.id });
    expect(await found(typeof filter === "function" ? filter() : filter)).toEqual(expected);
  });

  it("counts each view truly, under every filter", async () => {
    const [returned, declined, adopted] = [await send("退"), await send("不采"), await send("采")];
    await send("等");
    await drafted(people.writer, people.publication);
    await withdraw(people.writer, (await send("撤")).id);
    await returnItem(people.editor, { ...returned, words: "再核" });
    await decline(people.editor, { ...declined, reason: "duplicate", words: "" });
    await compiled(people, { items: [adopted] });
    const views = { open: ["等"], returned: ["退"], declined: ["不采"], adopted: ["采"], again: [], priority: [] };
    for (const [view, expected] of Object.entries(views))
      expect(await found({ view: view as "open" })).toEqual(expected);
    expect((await found({ view: "week" })).sort()).toEqual(["退", "不采", "采", "等"].sort());
    const holding = { open: [], declined: ["不采"], adopted: ["采"], returned: [] };
    for (const [view, expected] of Object.entries(holding))
      expect(await found({ view: view as "open", text: "采" })).toEqual(expected);
    const { counts } = await queue(people.editor, { ...queueFilter.parse({}), office: people.writer.officeId });
    expect(counts).toMatchObject({ open: 1, declined: 1, adopted: 1, returned: 1, week: 4 });
    expect(await handledToday(people.editor)).toMatchObject({ count: 3 });
  });

  it("has every item on one of its pages", async () => {
    const { id: _, ...item } = await itemOf((await send("一篇")).id);
    await db.item.createMany({ data: Array.from({ length: 40 }, () => ({ ...item, blocks: paragraphs("文。") })) });
    const pages = await Promise.all([1, 2].map((page) => queue(people.editor, queueFilter.parse({ page }))));
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(41);
    expect(pages.map((page) => [page.pages, page.items.length])).toEqual([
      [2, 40],
      [2, 1],
    ]);
  });

  it("has a next page as long as there are more, however far it was counted", async () => {
    const sent = await send("退一篇");
    await returnItem(people.editor, { ...sent, words: "再核" });
    const { id: _, ...item } = await itemOf(sent.id);
    await db.item.createMany({ data: Array.from({ length: 124 }, () => ({ ...item, blocks: paragraphs("文。") })) });
    const filter = { view: "returned", text: "退一" };
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => queue(people.editor, queueFilter.parse({ ...filter, page }))),
    );
    expect(pages.map((page) => [page.pages, page.goesOn, page.items.length])).toEqual([
      ...Array.from({ length: 3 }, () => [null, true, 40]),
      [null, false, 5],
    ]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(125);
    const told = async (given: object) => {
      const asked = queueFilter.parse(given);
      return toldCount((await queue(people.editor, asked)).counts, "returned", asked);
    };
    expect(await told(filter)).toBe("100+");
    expect(await told({ view: "returned" })).toBe(125);
    expect(await told({})).toBe("100+");
    expect(await told({ text: "退一" })).toBeUndefined();
    expect((await queue(people.editor, queueFilter.parse({ view: "returned" }))).pages).toBe(4);
  });

  it("stands by date or by the offices' order where that is asked for", async () => {
    await submitted(people.southWriter, people.publication, {
      headline: ["南"],
      date: addDays(today(), -2),
      lead: people.southLead,
    });
    await send("北一", { date: addDays(today(), -1) });
    await send("北三", { date: addDays(today(), -3) });
    expect(await found({ sort: "date" })).toEqual(["北三", "南", "北一"]);
    expect(await found({ sort: "office" })).toEqual(["北三", "北一", "南"]);
  });

  it("names the county offices that have sent nothing this week", async () => {
    await send("北");
    expect(await silentOffices(people.editor)).not.toContain(people.north.shortName);
    expect(await silentOffices(people.editor)).toContain(people.south.shortName);
    travel(new Date("2026-11-23T00:01:00+08:00"));
    expect(await silentOffices(people.editor)).toContain(people.north.shortName);
  });

  it("is shown to editors only, and takes an absurd filter for none", async () => {
    for (const actor of [people.reviewer, people.signer, people.writer, people.leader])
      await expect(queue(actor, queueFilter.parse({}))).rejects.toMatchObject({ key: "forbidden" });
    const absurd = { view: "alles", office: { not: "" }, from: "2026-02-30", text: ["一"], page: "0", sort: "1" };
    expect(queueFilter.parse(absurd)).toEqual(queueFilter.parse({}));
  });
});

describe("what the desk does with an item", () => {
  it("is returned with the editor's words, name and telephone", async () => {
    const item = await send("退");
    await returnItem(people.editor, { ...item, words: "请补充时间。" });
    expect(await itemOf(item.id)).toMatchObject({ state: "returned" });
    const event = await db.event.findFirstOrThrow({ where: { act: "return" } });
    expect(event).toMatchObject({
      actorName: people.editor.name,
      detail: { words: "请补充时间。", phone: people.editor.phone },
    });
    expect(returnSchema.safeParse({ ...item, words: " " }).success).toBe(false);
  });

  it("is declined with one of the reasons, once", async () => {
    const item = await send("不采");
    expect(declineSchema.safeParse({ ...item, reason: "not nice", words: "" }).success).toBe(false);
    const acts = [
      decline(people.editor, { ...item, reason: "vague", words: "" }),
      decline(people.editor2, { ...item, reason: "outdated", words: "" }),
    ];
    const results = await Promise.allSettled(acts);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.event.count({ where: { act: "decline" } })).toBe(1);
  });

  it("is marked for the desk without its office or its version noticing", async () => {
    const item = await send("核");
    await flag(people.editor, { id: item.id, flag: "needsCheck", on: true });
    expect(await found({ view: "needsCheck" })).toEqual(["核"]);
    expect((await itemOf(item.id)).version).toBe(item.version);
    await flag(people.editor2, { id: item.id, flag: "needsCheck", on: false });
    expect(await found({ view: "needsCheck" })).toEqual([]);
    const draft = await drafted(people.writer, people.publication);
    await expect(flag(people.editor, { id: draft.id, flag: "priority", on: true })).rejects.toMatchObject({
      key: "missing",
    });
    await expect(flag(people.writer, { id: item.id, flag: "priority", on: true })).rejects.toMatchObject({
      key: "forbidden",
    });
  });

  it("is read by each editor for themselves, and is unread again when it comes a second time", async () => {
    const item = await send("读");
    const unread = async (actor = people.editor) => (await queue(actor, queueFilter.parse({}))).items[0]?.unread;
    await markRead(people.editor, item.id);
    await markRead(people.editor, item.id);
    expect([await unread(), await unread(people.editor2)]).toEqual([false, true]);
    await db.item.update({ where: { id: item.id }, data: { submissions: 2 } });
    expect(await unread()).toBe(true);
    await expect(markRead(people.reviewer, item.id)).rejects.toMatchObject({ key: "forbidden" });
  });
});
