import { describe, expect, it } from "vitest";
import { addDays, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
import { adoptInto, compiled, issueBy, issueOf, sectionsOf } from "../testing/issues";
import { submitted } from "../testing/items";
import { type House, house, official } from "../testing/people";
import { addSection, moveEntry, moveSection, removeSection, sortSection } from "./arrange";
import { board } from "./board";

onDatabase();

/** An issue with the entries 一 … in its first section. */
async function withEntries(people: House, titles: string[]) {
  const issueId = await issueBy(people.editor, people.publication);
  const items = [];
  for (const title of titles) items.push(await submitted(people.writer, people.publication, { headline: [title] }));
  const entries = await adoptInto(issueId, people.editor, items);
  const sections = await sectionsOf(issueId);
  return { issueId, entries, first: sections[0]?.id ?? "", second: sections[1]?.id ?? "" };
}

async function titles({ editor }: House, issueId: string): Promise<string[]> {
  const { sections } = await board(editor, issueId);
  return sections.map(({ entries }) => entries.map(({ title }) => title).join(""));
}

describe("an entry that is moved", () => {
  it("goes before another, to the end, or into another section", async () => {
    const people = await house();
    const { issueId, entries, first, second } = await withEntries(people, ["一", "二", "三", "四"]);
    const [one = "", two = "", , four = ""] = entries;
    const move = (entryId: string, sectionId: string, before: string | null) =>
      moveEntry(people.editor, { issueId, entryId, sectionId, before });
    await move(four, first, two);
    expect(await titles(people, issueId)).toEqual(["一四二三", ""]);
    await move(one, first, null);
    expect(await titles(people, issueId)).toEqual(["四二三一", ""]);
    await move(two, second, null);
    await move(four, second, two);
    expect(await titles(people, issueId)).toEqual(["三一", "四二"]);
  });

  it("is not lost, nor is any other, when two editors move entries at the same time", async () => {
    const people = await house();
    const { issueId, entries, first, second } = await withEntries(people, [..."一二三四五六"]);
    const moves = entries.map((entryId, at) => ({
      actor: at % 2 ? people.editor : people.editor2,
      where: { issueId, entryId, sectionId: at % 3 ? second : first, before: entries[(at + 2) % 6] ?? null },
    }));
    await withClients(2, (clients) =>
      Promise.all(moves.map(({ actor, where }, at) => through(clients[at % 2] ?? db, () => moveEntry(actor, where)))),
    );
    const after = await titles(people, issueId);
    expect([...after.join("")].sort()).toEqual([..."一二三四五六"].sort());
    expect([after[0]?.length, after[1]?.length]).toEqual([2, 4]);
    const order = await db.entry.findMany({ where: { issueId }, select: { sectionId: true, order: true } });
    expect(new Set(order.map(({ sectionId, order: at }) => `${sectionId} ${at}`)).size).toBe(6);
    expect((await issueOf(issueId)).compilerIds).toEqual([people.editor.id, people.editor2.id]);
    expect(await db.event.count({ where: { act: "moveEntry" } })).toBe(6);
  });

  it("that somebody put back meanwhile, or to a section of another issue, is refused", async () => {
    const people = await house();
    const { issueId, entries, first } = await withEntries(people, ["一"]);
    const other = await compiled(people);
    const [elsewhere] = await sectionsOf(other);
    const where = { issueId, entryId: entries[0] ?? "", sectionId: first, before: null };
    const gone = moveEntry(people.editor, { ...where, entryId: crypto.randomUUID() });
    await expect(gone).rejects.toMatchObject({ key: "alreadyPutBack" });
    const away = moveEntry(people.editor, { ...where, sectionId: elsewhere?.id ?? "" });
    await expect(away).rejects.toMatchObject({ key: "sectionGone" });
    await expect(moveEntry(people.reviewer, where)).rejects.toMatchObject({ key: "forbidden" });
  });
});

describe("a section that is sorted", () => {
  it("stands by date, by the highest rank attending, or in the offices' order", async () => {
    const people = await house();
    const { editor, writer, southWriter, southLead, publication } = people;
    const [chair, vice] = [await official("顾承岳", 1), await official("罗启明", 3)];
    const day = (ago: number) => addDays(today(), -ago);
    const items = [
      await submitted(southWriter, publication, { headline: ["南三"], date: day(3), lead: southLead }),
      await submitted(writer, publication, { headline: ["北一主席"], date: day(1), officialIds: [vice, chair] }),
      await submitted(writer, publication, { headline: ["北五副"], date: day(5), officialIds: [vice] }),
    ];
    const issueId = await issueBy(editor, publication);
    await adoptInto(issueId, editor, items);
    const [section] = await sectionsOf(issueId);
    const sorted = async (by: "date" | "rank" | "office") => {
      await sortSection(editor, { issueId, sectionId: section?.id ?? "", by });
      return (await board(editor, issueId)).sections[0]?.entries.map(({ title }) => title);
    };
    expect(await sorted("date")).toEqual(["北五副", "南三", "北一主席"]);
    expect(await sorted("rank")).toEqual(["北一主席", "北五副", "南三"]);
    expect(await sorted("office")).toEqual(["北五副", "北一主席", "南三"]);
  });
});

describe("the sections of an issue", () => {
  it("are added, moved and removed for this issue alone", async () => {
    const people = await house();
    const { editor, publication } = people;
    const issueId = await issueBy(editor, publication);
    await addSection(editor, { issueId, title: "区县工作", style: "story" });
    await expect(addSection(editor, { issueId, title: "区县工作", style: "brief" })).rejects.toMatchObject({
      key: "sectionTaken",
    });
    const [first, , added] = await sectionsOf(issueId);
    const move = (sectionId = "", before: string | null = null) => moveSection(editor, { issueId, sectionId, before });
    await move(added?.id, first?.id);
    await move(first?.id);
    expect((await sectionsOf(issueId)).map(({ title }) => title)).toEqual(["区县工作", "领导活动", "重要活动"]);
    await removeSection(editor, { issueId, sectionId: added?.id ?? "" });
    expect(await sectionsOf(issueId)).toHaveLength(2);
    expect(await db.section.count()).toBe(2);
  });

  it("are not removed while they hold an entry, nor those of another issue", async () => {
    const people = await house();
    const { issueId, first } = await withEntries(people, ["一"]);
    const [elsewhere] = await sectionsOf(await issueBy(people.editor, people.publication));
    const remove = (sectionId: string) => removeSection(people.editor, { issueId, sectionId });
    await expect(remove(first)).rejects.toMatchObject({ key: "sectionNotEmpty" });
    await expect(remove(elsewhere?.id ?? "")).rejects.toMatchObject({ key: "sectionGone" });
  });
});
