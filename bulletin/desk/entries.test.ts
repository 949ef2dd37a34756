import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { takeImage } from "../intake/images";
import { asLists } from "../post/lists";
import { onDatabase, through, withClients } from "../testing/database";
import { changeImprint, compiled, issueOf, signed } from "../testing/issues";
import { paragraphs, submitted } from "../testing/items";
import { type House, house } from "../testing/people";
import { photograph } from "../testing/photographs";
import { listsTo } from "../testing/publications";
import { editEntry, entryFor } from "./entries";
import { aroundOf, setImprint, setLists } from "./frame";

onDatabase();

async function oneEntry(people: House, items?: Parameters<typeof compiled>[1]) {
  const issueId = await compiled(people, items);
  return { issueId, entry: await db.entry.findFirstOrThrow({ where: { issueId } }) };
}

const text = (words: string) => ({ headline: [words], blocks: paragraphs(words), date: null, place: "", reason: "" });

describe("an entry that is edited", () => {
  it("shows what was made of the original, by whom and why", async () => {
    const people = await house();
    const { entry } = await oneEntry(people);
    const blocks = paragraphs("调研组走访了三个村。", "座谈会上十五人发言。");
    const edit = { id: entry.id, headline: entry.headline, blocks, date: null, place: "北岭县" };
    expect(await editEntry(people.editor2, { ...edit, version: 1, reason: "人数有误" })).toEqual({ version: 2 });
    const found = await entryFor(people.reviewer, entry.issueId, entry.id);
    expect(found).toMatchObject({ version: 2, place: "北岭县", mayEdit: false, difference: { changes: 1 } });
    expect(found.revisions).toMatchObject([{ version: 2, byName: people.editor2.name, reason: "人数有误" }]);
  });

  it("by two editors at once is saved for one, and the other gets both texts", async () => {
    const people = await house();
    const { entry, issueId } = await oneEntry(people);
    const [mine, theirs] = [text("甲的稿"), text("乙的稿")];
    const results = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([
        through(one, () => editEntry(people.editor, { id: entry.id, version: 1, ...mine })),
        through(two, () => editEntry(people.editor2, { id: entry.id, version: 1, ...theirs })),
      ]),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const firstWon = results[0]?.status === "fulfilled";
    const [winner, kept] = firstWon ? [people.editor, mine] : [people.editor2, theirs];
    const [refused] = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    const seen = { by: winner.name, version: 2, text: { headline: kept.headline, blocks: kept.blocks } };
    expect(refused).toMatchObject({ key: "stale", stale: seen });
    expect(await db.entry.findUnique({ where: { id: entry.id } })).toMatchObject({
      version: 2,
      headline: kept.headline,
    });
    expect((await issueOf(issueId)).compilerIds).toContain(winner.id);
    expect(await db.entryRevision.count()).toBe(1);
  });

  it("does not stand in the way of a change elsewhere in the same issue", async () => {
    const people = await house();
    const items = [
      await submitted(people.writer, people.publication),
      await submitted(people.writer, people.publication),
    ];
    const issueId = await compiled(people, { items });
    const [one, two] = await db.entry.findMany({ where: { issueId }, orderBy: { order: "asc" } });
    await Promise.all([
      editEntry(people.editor, { id: one?.id ?? "", version: 1, ...text("甲") }),
      editEntry(people.editor2, { id: two?.id ?? "", version: 1, ...text("乙") }),
    ]);
    const after = await db.entry.findMany({ where: { issueId }, orderBy: { order: "asc" } });
    expect(after.map(({ headline }) => headline[0])).toEqual(["甲", "乙"]);
  });

  it("keeps the photographs of its item, gets one back that was taken out, and takes none of another office", async () => {
    const people = await house();
    const { writer, southWriter, editor, publication } = people;
    const figure = async (of: typeof writer) => {
      const { id: image } = await takeImage(of, await photograph());
      return [{ type: "figure" as const, image, caption: "图", credit: "" }];
    };
    const own = await figure(writer);
    const { entry } = await oneEntry(people, { items: [await submitted(writer, publication, { blocks: own })] });
    const save = (version: number, blocks: typeof own) =>
      editEntry(editor, { id: entry.id, ...text("题"), version, blocks });
    await save(1, []);
    await save(2, own);
    await expect(save(3, await figure(southWriter))).rejects.toMatchObject({ key: "unknownImage" });
    await save(3, await figure(editor));
  });

  it("is seen and edited by nobody outside the secretariat, and after sign-off by nobody", async () => {
    const people = await house();
    const { entry } = await oneEntry(people);
    for (const actor of [people.writer, people.leader]) {
      await expect(entryFor(actor, entry.issueId, entry.id)).rejects.toMatchObject({ key: "missing" });
      const edit = editEntry(actor, { id: entry.id, version: 1, ...text("改") });
      await expect(edit).rejects.toMatchObject({ key: "forbidden" });
    }
    const { id, issueId } = await db.entry.findFirstOrThrow({ where: { issueId: await signed(people) } });
    expect((await entryFor(people.editor, issueId, id)).mayEdit).toBe(false);
  });
});

describe("lists and imprint", () => {
  it("are saved against what the editor started from: of two one is told who was first, with both texts", async () => {
    const people = await house();
    const { issueId, entry } = await oneEntry(people);
    const issue = await issueOf(issueId);
    const [before, around] = [asLists(issue.lists), aroundOf(issue)];
    await setLists(people.editor2, { id: issueId, before, lists: [], keep: "issue", name: "" });
    const late = setLists(people.editor, {
      id: issueId,
      before,
      lists: listsTo(people.leader2),
      keep: "issue",
      name: "",
    });
    const theirs = { key: "changedMeanwhile", stale: { by: people.editor2.name, text: [] } };
    await expect(late).rejects.toMatchObject(theirs);
    await editEntry(people.editor2, { id: entry.id, version: 1, ...text("改") });
    const change = { periodFrom: "2026-11-16", periodTo: "2026-11-22", editorNote: "按语", copies: 80 };
    await setImprint(people.editor, { id: issueId, before: around, ...around, ...change });
    expect(await issueOf(issueId)).toMatchObject({ lists: [], editorNote: "按语", imprint: { copies: 80 } });
    const again = setImprint(people.editor2, { id: issueId, before: around, ...around, copies: 90 });
    await expect(again).rejects.toMatchObject({
      key: "changedMeanwhile",
      stale: { by: people.editor.name, text: change },
    });
  });

  it("do not cover a period that ends before it begins", async () => {
    const people = await house();
    const { issueId } = await oneEntry(people);
    const turned = changeImprint(people.editor, issueId, { periodFrom: "2026-11-16", periodTo: "2026-11-01" });
    await expect(turned).rejects.toMatchObject({ key: "turnedRound", field: "periodTo" });
  });
});
