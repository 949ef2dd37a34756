import { describe, expect, it } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { compiled, distributed } from "@/bulletin/testing/issues";
import { paragraphs, submitted } from "@/bulletin/testing/items";
import { type House, house } from "@/bulletin/testing/people";
import { toldTo } from "@/bulletin/testing/post";
import { db } from "@/lib/db";
import { forgetSearch, savedSearches, saveSearch } from "./saved";
import { tellSaved } from "./watch";

onDatabase();

const about = async (people: House, text: string) => [
  await submitted(people.writer, people.publication, { blocks: paragraphs(text) }),
];

/** As if it had been looked at a day ago: what a test writes at once would else be looked at twice. */
const aDayAgo = () => db.$executeRaw`UPDATE "SearchDocument" SET "arrivedAt" = now() - interval '1 day'`;

describe("a saved search", () => {
  it("tells once of what is new, when the person may see it", async () => {
    const people = await house();
    await distributed(people, { items: await about(people, "防汛值守。") });
    await aDayAgo();
    await saveSearch(people.leader, { name: "防汛", address: "/search?q=防汛" });
    await saveSearch(people.leader2, { name: "防汛", address: "/search?q=防汛" });
    expect(await tellSaved()).toBe(0);
    await distributed(people, { items: await about(people, "防汛演练。") });
    await distributed(people, { items: await about(people, "春耕备耕。") });
    expect(await tellSaved()).toBe(1);
    expect(await tellSaved()).toBe(0);
    const notices = (await toldTo(people.leader)).filter(({ kind }: { kind: string }) => kind === "saved");
    expect(notices).toMatchObject([
      { values: { name: "防汛", count: 1 }, href: "/search?q=%E9%98%B2%E6%B1%9B&order=date" },
    ]);
    expect((await toldTo(people.leader2)).filter(({ kind }: { kind: string }) => kind === "saved")).toEqual([]);
  });

  it("does not tell of an item again when it is adopted", async () => {
    const people = await house();
    await saveSearch(people.editor, { name: "防汛", address: "/search?q=防汛" });
    const items = await about(people, "防汛值守。");
    expect(await tellSaved()).toBe(1);
    await compiled(people, { items });
    expect(await tellSaved()).toBe(0);
    await compiled(people, { items: await about(people, "防汛演练。") });
    expect(await tellSaved()).toBe(1);
  });

  it("is its person's alone, and can be forgotten", async () => {
    const people = await house();
    const id = await saveSearch(people.leader, { name: "防汛", address: "/search?q=防汛&page=3" });
    expect(await savedSearches(people.leader)).toEqual([{ id, name: "防汛", href: "/search?q=%E9%98%B2%E6%B1%9B" }]);
    expect(await savedSearches(people.leader2)).toEqual([]);
    await expect(forgetSearch(people.leader2, { id })).rejects.toThrow("missing");
    await forgetSearch(people.leader, { id });
    expect(await savedSearches(people.leader)).toEqual([]);
    const lines = await db.event.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(lines.map(({ act, actorId, detail }) => [act, actorId, detail])).toEqual([
      ["saveSearch", people.leader.id, { name: "防汛" }],
      ["forgetSearch", people.leader.id, { name: "防汛" }],
    ]);
  });

  it("is refused where it asks for nothing, and where there are too many", async () => {
    const people = await house();
    await expect(saveSearch(people.leader, { name: "空", address: "/search" })).rejects.toThrow("nothingToSave");
    for (let at = 0; at < 50; at++) await saveSearch(people.leader, { name: `第${at}`, address: "/search?q=防汛" });
    await expect(saveSearch(people.leader, { name: "多", address: "/search?q=防汛" })).rejects.toThrow("tooManySaved");
  });
});
