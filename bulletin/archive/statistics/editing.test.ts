import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { editEntry } from "../../desk/entries";
import { decline } from "../../desk/select";
import { distribute } from "../../post/distribute";
import { onDatabase } from "../../testing/database";
import { adoptInto, distributed, issueBy, seenIssue } from "../../testing/issues";
import { paragraphs, submitted } from "../../testing/items";
import { type House, house } from "../../testing/people";
import { corrected, signedBy } from "../../testing/post";
import { editingOf, shareChanged } from "./editing";
import { statisticsFilter } from "./filter";
import { listFilter, listOf } from "./list";
import { selectionOf } from "./selection";
import { answerTimes, printingTimes } from "./times";

onDatabase();

const year = statisticsFilter.parse({ publication: "all", period: "year", year: "2026" });
const at = (moment: string) => travel(new Date(`${moment}:00+08:00`));

async function edit({ editor }: House, id: string, text: string, reason: string): Promise<void> {
  const { version, headline } = await db.entry.findUniqueOrThrow({ where: { id } });
  await editEntry(editor, { id, version, headline, blocks: paragraphs(text), date: null, place: "", reason });
}

describe("what editing changed", () => {
  it("is measured against what was sent, when it goes out, with each reason once", async () => {
    at("2026-03-02T09:00");
    const people = await house();
    const [much, little, none] = [
      await submitted(people.writer, people.publication, { blocks: paragraphs("调研组走访了三个村。") }),
      await submitted(people.writer, people.publication, { blocks: paragraphs("座谈会上十二人发言。") }),
      await submitted(people.writer, people.publication),
    ];
    const id = await issueBy(people.editor, people.publication);
    const [first = "", second = ""] = await adoptInto(id, people.editor, [much, little, none]);
    await edit(people, first, "另写一段，与原稿无关。", "压缩篇幅");
    await edit(people, first, "又写一段，与原稿没有关系。", "压缩篇幅");
    await edit(people, second, "座谈会上十三人发言。", "压缩篇幅");
    await edit(people, second, "座谈会上十四人发言。", "核对人数");
    await distribute(people.editor, await seenIssue(await signedBy(people, id)));
    const { compared, edited, most, reasons } = await editingOf(await selectionOf(people.editor, year));
    expect([compared, edited]).toEqual([3, 2]);
    expect(most.map(({ itemId }) => itemId)).toEqual([much.id, little.id]);
    expect(most[0]?.changed).toBeGreaterThan(most[1]?.changed ?? 1);
    expect(reasons).toEqual([
      { reason: "压缩篇幅", count: 2 },
      { reason: "核对人数", count: 1 },
    ]);
    // The new edition of the number counts in its place, with the reasons of the one before.
    await corrected(people, id);
    const after = await editingOf(await selectionOf(people.editor, year));
    expect(after.compared).toBe(3);
    expect(after.reasons).toEqual(reasons);
  });

  it("for a reason is listed where the reason was given, also where an item was printed twice", async () => {
    at("2026-03-02T09:00");
    const people = await house();
    const [item, other] = [
      await submitted(people.writer, people.publication, { blocks: paragraphs("调研组走访了三个村。") }),
      await submitted(people.writer, people.publication),
    ];
    const id = await issueBy(people.editor, people.publication);
    const [entryId = "", otherEntry = ""] = await adoptInto(id, people.editor, [item, other]);
    await edit(people, entryId, "调研组走访了四个村。", "核对人数");
    await distribute(people.editor, await seenIssue(await signedBy(people, id)));
    // The same item in another section as well, cut for length there.
    const first = await db.publishedItem.findFirstOrThrow({ where: { itemId: item.id } });
    await db.publishedItem.deleteMany({ where: { entryId: otherEntry } });
    const section = people.publication.sections[1]?.title ?? "";
    const second = { ...first, entryId: otherEntry, section, reasons: ["压缩篇幅"], shared: true };
    await db.publishedItem.create({ data: second });
    const listed = async (asked: string, reason: string) => {
      const filter = listFilter.parse({
        publication: people.publication.id,
        year: "2026",
        period: "year",
        section: asked,
      });
      return (await listOf(people.editor, { ...filter, what: "edited", reason })).rows.map((row) => row.id);
    };
    expect(await listed(section, "压缩篇幅")).toEqual([item.id]);
    expect(await listed(section, "核对人数")).toEqual([]);
    expect(await listed(first.section, "核对人数")).toEqual([item.id]);
    expect(await listed(first.section, "压缩篇幅")).toEqual([]);
  });

  it("is a share of both texts together", () => {
    const text = (...blocks: string[]) => ({ headline: [], blocks: paragraphs(...blocks) });
    expect(shareChanged(text("一样。"), text("一样。"))).toBe(0);
    expect(shareChanged(text("甲乙丙丁。"), text())).toBe(1);
    expect(shareChanged(text("留下的一段。", "删去的一段。"), text("留下的一段。"))).toBeCloseTo(6 / 18);
  });
});

describe("how long things take", () => {
  it("is measured from the first sending to the first act of the desk, and to the printing", async () => {
    at("2026-03-02T09:00");
    const people = await house();
    const items = [
      await submitted(people.writer, people.publication),
      await submitted(people.writer, people.publication),
      await submitted(people.writer, people.publication),
    ];
    const [declined, printed] = items;
    if (!declined || !printed) throw new Error("nothing was sent");
    at("2026-03-03T09:00");
    await decline(people.editor, { ...declined, reason: "vague", words: "" });
    at("2026-03-05T09:00");
    await distributed(people, { items: [printed] });
    const { scope } = await selectionOf(people.editor, year);
    const answer = await answerTimes(scope);
    expect(answer).toMatchObject({ count: 2 });
    expect(answer.mean).toBeCloseTo(2, 2);
    expect(answer.median).toBeCloseTo(2, 2);
    const printing = await printingTimes(scope);
    expect(printing).toMatchObject({ count: 1 });
    expect(printing.mean).toBeCloseTo(3, 2);
  });
});
