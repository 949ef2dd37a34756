import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { changeLists, compiled, distributed, issueBy, issueOf, sectionsOf, signed } from "../testing/issues";
import { house } from "../testing/people";
import { publication as anotherPublication, imprint, listsTo } from "../testing/publications";
import { board } from "./board";
import { createIssue, createSchema, issuesFilter, issuesFor, periodOf } from "./issues";

onDatabase();

describe("an issue that is begun", () => {
  it("has the sections, lists and imprint of its publication, the present week and a tentative number", async () => {
    travel(new Date("2026-11-20T10:00:00+08:00"));
    const { editor, publication, leader } = await house();
    await db.section.create({
      data: { publicationId: publication.id, title: "旧栏目", style: "story", order: 9, retiredAt: new Date() },
    });
    const id = await issueBy(editor, publication);
    const found = await board(editor, id);
    expect(found).toMatchObject({
      state: "compiling",
      year: 2026,
      number: null,
      tentative: 1,
      compilerIds: [editor.id],
    });
    expect([found.periodFrom, found.periodTo]).toEqual(["2026-11-16", "2026-11-22"]);
    expect(found.sections.map(({ title }) => title)).toEqual(["重要活动", "领导活动"]);
    expect([found.lists, found.imprint]).toEqual([listsTo(leader), imprint]);
    expect(found.blockers.map(({ key }) => key)).toEqual(["noEntries"]);
  });

  it("starts from the named list as it stands now; what was changed for one issue alone stays there", async () => {
    const people = await house();
    const { editor, publication, leader, leader2 } = people;
    const first = await issueBy(editor, publication);
    await changeLists(editor, first, listsTo(leader2));
    expect(await issueOf(await issueBy(editor, publication))).toMatchObject({ lists: listsTo(leader), listVersion: 1 });
    await changeLists(editor, first, listsTo(leader, leader2), "list");
    expect(await issueOf(first)).toMatchObject({ lists: listsTo(leader, leader2), listVersion: 2 });
    const next = await issueOf(await issueBy(editor, publication));
    expect(next).toMatchObject({ lists: listsTo(leader, leader2), listVersion: 2 });
  });

  it("covers the period of its publication, none, or the one that was entered", async () => {
    travel(new Date("2026-11-20T10:00:00+08:00"));
    const nothing = { periodFrom: null, periodTo: null };
    expect(periodOf(nothing, 7)).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(periodOf(nothing, 0)).toEqual({ from: null, to: null });
    expect(periodOf(nothing, 14)).toEqual({ from: "2026-11-16", to: "2026-11-29" });
    expect(periodOf(nothing, 7, "2026-11-12")).toEqual({ from: "2026-11-13", to: "2026-11-19" });
    expect(periodOf(nothing, 7, "2026-10-31")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(periodOf({ periodFrom: "2026-11-01", periodTo: null }, 7)).toEqual({ from: "2026-11-01", to: "2026-11-07" });
    expect(() => periodOf({ periodFrom: "2026-11-10", periodTo: "2026-11-01" }, 7)).toThrow("turnedRound");
  });

  it("is begun by editors, for a publication that exists", async () => {
    const { editor, reviewer, signer, writer, publication } = await house();
    const input = createSchema.parse({ publicationId: publication.id, periodFrom: "", periodTo: "" });
    for (const actor of [reviewer, signer, writer])
      await expect(createIssue(actor, input)).rejects.toMatchObject({ key: "forbidden" });
    const nowhere = createIssue(editor, { ...input, publicationId: crypto.randomUUID() });
    await expect(nowhere).rejects.toMatchObject({ key: "missing" });
    expect(await db.issue.count()).toBe(0);
  });
});

describe("the list of issues", () => {
  it("has those in work first, and all others behind them page by page", async () => {
    const people = await house();
    const out = await distributed(people);
    const inWork = await compiled(people);
    const waiting = await signed(people, { publication: await anotherPublication({ readers: [people.leader] }) });
    const { working, past, pages } = await issuesFor(people.reviewer, issuesFilter.parse({}));
    expect(working.map(({ id, tentative }) => [id, tentative])).toEqual([
      [waiting, null],
      [inWork, 2],
    ]);
    expect(past).toMatchObject([{ id: out, number: 1, entries: 1, deliveries: 1 }]);
    expect(pages).toBe(1);
    const only = await issuesFor(people.editor, issuesFilter.parse({ publication: people.publication.id }));
    expect(only.working.map(({ id }) => id)).toEqual([inWork]);
    const stranger = await issuesFor(people.writer, issuesFilter.parse({}));
    expect([stranger.working, stranger.past]).toEqual([[], []]);
  });

  it("does not exist for others, board by board", async () => {
    const people = await house();
    const id = await compiled(people);
    for (const actor of [people.writer, people.leader, people.southLead])
      await expect(board(actor, id)).rejects.toMatchObject({ key: "missing" });
    const seen = await board(people.signer, id);
    expect([seen.acts, seen.isCompiler, fromColumn((await issueOf(id)).date)]).toEqual([[], false, null]);
    expect((await sectionsOf(id)).length).toBe(seen.sections.length);
  });
});
