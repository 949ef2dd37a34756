import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { setLists } from "../desk/frame";
import { asPageForm } from "../desk/pageSettings";
import { enterPublication } from "../desk/publications";
import { onDatabase } from "../testing/database";
import { changeLists, issueBy, issueOf } from "../testing/issues";
import { type House, house } from "../testing/people";
import { to } from "../testing/post";
import { publication as anotherPublication, imprint, listsTo } from "../testing/publications";
import { asLists, type Lists } from "./lists";
import { namedLists, renameList, renameListSchema, retireList } from "./namedLists";

onDatabase();

const extra: Lists[number] = { label: "增发", addressees: [to("市委办公室")], extra: true };
const named = async ({ editor, publication }: House) => namedLists(editor, publication.id);
const listsOf = async (id: string) => asLists((await issueOf(id)).lists);

/** Keeps lines of an issue in work as a further list; returns that list's id. */
async function keptAs(people: House, id: string, name: string, lists: Lists): Promise<string> {
  await setLists(people.editor, { id, before: await listsOf(id), lists, keep: "new", name });
  return (await issueOf(id)).listId ?? "";
}

describe("a named list", () => {
  it("has a new version with each change that is kept in it, by whom and when, and keeps the earlier ones", async () => {
    const people = await house();
    const { leader, leader2, editor } = people;
    const id = await issueBy(editor, people.publication);
    await changeLists(editor, id, listsTo(leader2), "list");
    await changeLists(people.editor2, id, listsTo(leader, leader2), "list");
    await changeLists(editor, id, listsTo(leader, leader2), "list");
    const [list, ...others] = await named(people);
    expect([list?.name, list?.version, others]).toEqual(["常用名单", 3, []]);
    expect(list?.versions.map(({ version, byName, lines }) => [version, byName, lines])).toEqual([
      [3, people.editor2.name, listsTo(leader, leader2)],
      [2, editor.name, listsTo(leader2)],
      [1, "", listsTo(leader)],
    ]);
    expect(await issueOf(id)).toMatchObject({ listId: list?.id, listVersion: 3 });
    expect(await db.event.count({ where: { act: "keepList" } })).toBe(2);
  });

  it("stays as it is where a change is for one issue alone", async () => {
    const people = await house();
    const id = await issueBy(people.editor, people.publication);
    await changeLists(people.editor, id, listsTo(people.leader2), "issue");
    expect(await issueOf(id)).toMatchObject({ lists: listsTo(people.leader2), listVersion: 1 });
    expect(await named(people)).toMatchObject([{ version: 1, versions: [{ lines: listsTo(people.leader) }] }]);
  });

  it("is begun under a name of its own, which must be given and not taken", async () => {
    const people = await house();
    const id = await issueBy(people.editor, people.publication);
    const listId = await keptAs(people, id, "扩大会议", listsTo(people.leader2));
    const all = await named(people);
    expect(all.map(({ name, version }) => [name, version])).toEqual([
      ["常用名单", 1],
      ["扩大会议", 1],
    ]);
    expect(await issueOf(id)).toMatchObject({ listId, listVersion: 1, lists: listsTo(people.leader2) });
    const before = await issueOf(id);
    await expect(keptAs(people, id, "", [])).rejects.toMatchObject({ key: "required", field: "name" });
    const taken = { key: "listTaken", field: "name", values: { name: "常用名单" } };
    await expect(keptAs(people, id, "常用名单", [])).rejects.toMatchObject(taken);
    expect(await issueOf(id)).toEqual(before);
    const publication = await anotherPublication();
    expect((await namedLists(people.editor, publication.id)).map(({ name }) => name)).toEqual(["常用名单"]);
  });

  it("is begun once, although two begin one of the same name at the same moment", async () => {
    const people = await house();
    const issues = [await issueBy(people.editor, people.publication), await issueBy(people.editor, people.publication)];
    const before = await listsOf(issues[0] ?? "");
    const keeping = issues.map((id) =>
      setLists(people.editor, { id, before, lists: listsTo(people.leader2), keep: "new", name: "扩大会议" }),
    );
    const results = await Promise.allSettled(keeping);
    const refused = results.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect([refused, (await named(people)).length]).toEqual([["listTaken"], 2]);
  });

  it("is without what goes to somebody for one issue alone", async () => {
    const people = await house();
    const id = await issueBy(people.editor, people.publication);
    const lines = listsTo(people.leader2);
    await changeLists(people.editor, id, [...lines, extra], "list");
    expect((await issueOf(id)).lists).toEqual([...lines, extra]);
    expect((await named(people))[0]?.versions[0]?.lines).toEqual(lines);
    expect((await issueOf(await issueBy(people.editor, people.publication))).lists).toEqual(lines);
    await keptAs(people, id, "另一个", [...lines, extra]);
    expect((await named(people))[1]?.versions[0]?.lines).toEqual(lines);
  });
});

describe("the lists of a publication", () => {
  it("are renamed by editors, each to a name of its own", async () => {
    const people = await house();
    const id = await issueBy(people.editor, people.publication);
    const wide = await keptAs(people, id, "扩大会议", listsTo(people.leader2));
    await renameList(people.editor, { id: wide, name: "扩大" });
    const taken = { key: "listTaken", field: "name" };
    await expect(renameList(people.editor, { id: wide, name: "常用名单" })).rejects.toMatchObject(taken);
    await renameList(people.editor, { id: wide, name: "扩大" });
    expect((await named(people)).map(({ name }) => name)).toEqual(["常用名单", "扩大"]);
    for (const actor of [people.reviewer, people.signer, people.leader]) {
      await expect(renameList(actor, { id: wide, name: "改" })).rejects.toMatchObject({ key: "forbidden" });
      await expect(retireList(actor, wide)).rejects.toMatchObject({ key: "forbidden" });
      await expect(namedLists(actor, people.publication.id)).rejects.toMatchObject({ key: "forbidden" });
    }
    const nowhere = renameList(people.editor, { id: crypto.randomUUID(), name: "改" });
    await expect(nowhere).rejects.toMatchObject({ key: "missing" });
    expect(renameListSchema.safeParse({ id: wide, name: " " }).success).toBe(false);
  });

  it("are taken out of use but for the last one, also where two are taken at once; a name is free again", async () => {
    const people = await house();
    const { editor } = people;
    const id = await issueBy(editor, people.publication);
    const wide = await keptAs(people, id, "扩大会议", listsTo(people.leader2));
    await retireList(editor, wide);
    await expect(retireList(editor, wide)).rejects.toMatchObject({ key: "missing" });
    await expect(renameList(editor, { id: wide, name: "又来" })).rejects.toMatchObject({ key: "missing" });
    const again = await keptAs(people, id, "扩大会议", []);
    const [first] = await named(people);
    const both = [retireList(editor, again), retireList(people.editor2, first?.id ?? "")];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [refused] = results.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect([refused, (await named(people)).length]).toEqual(["lastList", 1]);
  });

  it("begin with an empty one where a publication is founded", async () => {
    const people = await house();
    const { id: _, name: _name, region, issuer, marking, layout, page } = people.publication;
    const form = { id: null, seen: "", name: "新刊", region, issuer, marking, layout, runningTotal: false };
    const more = { page: asPageForm(page), sections: [{ title: "栏", style: "story" as const }], ...imprint };
    await enterPublication(people.editor, { ...form, ...more, traceCopies: false, remindAfter: 0 });
    const { id } = await db.publication.findUniqueOrThrow({ where: { name: "新刊" } });
    expect(await namedLists(people.editor, id)).toMatchObject([
      { name: "常用名单", version: 1, versions: [{ lines: [] }] },
    ]);
    const issue = await issueOf(await issueBy(people.editor, { ...people.publication, id }));
    expect(issue).toMatchObject({ lists: [], listVersion: 1 });
  });
});
