import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { compiled } from "../testing/issues";
import { paragraphs } from "../testing/items";
import { house } from "../testing/people";
import { asBlocks } from "../text/model";
import { drawnPages } from "./pages";

onDatabase();

describe("the true pages of an issue in work", () => {
  it("are drawn whole at first, and afterwards only as far as they changed", async () => {
    const people = await house();
    const id = await compiled(people);
    const first = await drawnPages(people.editor, { id, known: [], draft: null });
    expect(first.pages.every(({ body }) => body?.includes("<use"))).toBe(true);
    expect(Object.keys(first.glyphs).length).toBeGreaterThan(20);
    const known = first.pages.map(({ hash }) => hash);
    const again = await drawnPages(people.editor, { id, known, draft: null });
    expect(again.pages.map(({ hash }) => hash)).toEqual(known);
    expect(again.pages.some(({ body }) => body !== undefined)).toBe(false);
    expect(again.glyphs).toEqual({});
  });

  it("show what is being written and not saved, and save nothing", async () => {
    const people = await house();
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const before = await drawnPages(people.editor, { id, known: [], draft: null });
    const draft = { id: entry.id, headline: entry.headline, blocks: paragraphs("一行。", "又".repeat(300)) };
    const after = await drawnPages(people.editor, { id, known: before.pages.map(({ hash }) => hash), draft });
    expect(after.pages[0]?.hash).not.toBe(before.pages[0]?.hash);
    expect(after.areas.filter(({ block }) => block === 1).length).toBeGreaterThan(0);
    const stored = await db.entry.findUniqueOrThrow({ where: { id: entry.id } });
    expect(asBlocks(stored.blocks)).toEqual(asBlocks(entry.blocks));
  });

  it("say how the text fills them, and are for the secretariat alone", async () => {
    const people = await house();
    const id = await compiled(people);
    const { fit, areas } = await drawnPages(people.reviewer, { id, known: [], draft: null });
    expect(fit).toMatchObject({ pages: 1, over: null, toLess: null });
    expect(areas.every(({ page }) => page === 1)).toBe(true);
    for (const actor of [people.writer, people.leader, people.southLead])
      await expect(drawnPages(actor, { id, known: [], draft: null })).rejects.toMatchObject({ key: "missing" });
  });
});
