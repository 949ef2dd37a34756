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
    const first = await drawnPages(people.editor, { id, known: [], draft: null, only: null });
    expect(first.pages.every(({ body }) => body?.includes("<use"))).toBe(true);
    expect(Object.keys(first.glyphs).length).toBeGreaterThan(20);
    const known = first.pages.map(({ hash }) => hash ?? "");
    const again = await drawnPages(people.editor, { id, known, draft: null, only: null });
    expect(again.pages.map(({ hash }) => hash)).toEqual(known);
    expect(again.pages.some(({ body }) => body !== undefined)).toBe(false);
    expect(again.glyphs).toEqual({});
  });

  it("show what is being written and not saved, and save nothing", async () => {
    const people = await house();
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const before = await drawnPages(people.editor, { id, known: [], draft: null, only: null });
    const draft = { id: entry.id, headline: entry.headline, blocks: paragraphs("一行。", "又".repeat(300)) };
    const after = await drawnPages(people.editor, {
      id,
      known: before.pages.map(({ hash }) => hash ?? ""),
      draft,
      only: null,
    });
    expect(after.pages[0]?.hash).not.toBe(before.pages[0]?.hash);
    expect(after.areas.filter(({ block }) => block === 1).length).toBeGreaterThan(0);
    const stored = await db.entry.findUniqueOrThrow({ where: { id: entry.id } });
    expect(asBlocks(stored.blocks)).toEqual(asBlocks(entry.blocks));
  });

  it("are drawn only where the entries stand that are asked for, and measured as a whole", async () => {
    const people = await house();
    const id = await compiled(people);
    const [entry] = await db.entry.findMany({ where: { issueId: id } });
    const draft = {
      id: entry?.id ?? "",
      headline: ["长"],
      blocks: paragraphs(...Array(40).fill("又是一段话。".repeat(20))),
    };
    const whole = await drawnPages(people.editor, { id, known: [], draft, only: null });
    const others = await drawnPages(people.editor, { id, known: [], draft, only: [] });
    expect(whole.pages.length).toBeGreaterThan(2);
    expect(others.pages.filter(({ hash, body }) => hash === null && body === undefined).length).toBeGreaterThan(2);
    expect(others.areas).toEqual(whole.areas);
    expect(others.fit).toEqual(whole.fit);
    const own = await drawnPages(people.editor, { id, known: [], draft, only: [draft.id] });
    for (const [at, { hash }] of own.pages.entries()) if (hash) expect(hash).toBe(whole.pages[at]?.hash);
    expect(own.pages.some(({ hash }) => hash)).toBe(true);
  });

  it("say how the text fills them, and are for the secretariat alone", async () => {
    const people = await house();
    const id = await compiled(people);
    const { fit, areas } = await drawnPages(people.reviewer, { id, known: [], draft: null, only: null });
    expect(fit).toMatchObject({ pages: 1, over: null, toLess: null });
    expect(areas.every(({ page }) => page === 1)).toBe(true);
    for (const actor of [people.writer, people.leader, people.southLead])
      await expect(drawnPages(actor, { id, known: [], draft: null, only: null })).rejects.toMatchObject({
        key: "missing",
      });
  });
});
