import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { setLists, takeList } from "../desk/frame";
import { onDatabase } from "../testing/database";
import { changeLists, compiled, issueBy, issueOf, seenIssue, signed } from "../testing/issues";
import { type House, house } from "../testing/people";
import { signedBy, to } from "../testing/post";
import { publication as anotherPublication, listsTo } from "../testing/publications";
import { distribute } from "./distribute";
import { asLists, type Lists } from "./lists";
import { namedLists, retireList } from "./namedLists";

onDatabase();

const extra: Lists[number] = { label: "增发", addressees: [to("市委办公室")], extra: true };
const named = async ({ editor, publication }: House) => namedLists(editor, publication.id);
const listsOf = async (id: string) => asLists((await issueOf(id)).lists);

/** Keeps lines of an issue in work as a further list; returns that list's id. */
async function keptAs(people: House, id: string, name: string, lists: Lists): Promise<string> {
  await setLists(people.editor, { id, before: await listsOf(id), lists, keep: "new", name });
  return (await issueOf(id)).listId ?? "";
}

describe("an issue in work", () => {
  it("changes over to another list as it stands now, and keeps what was added for it alone", async () => {
    const people = await house();
    const { editor, leader, leader2, publication } = people;
    const [first, other] = [await issueBy(editor, publication), await issueBy(editor, publication)];
    const wide = await keptAs(people, first, "扩大会议", listsTo(leader));
    await changeLists(editor, first, listsTo(leader, leader2), "list");
    await changeLists(editor, other, [...listsTo(leader), extra]);
    await takeList(editor, { id: other, listId: wide });
    const taken = { listId: wide, listVersion: 2, lists: [...listsTo(leader, leader2), extra] };
    expect(await issueOf(other)).toMatchObject(taken);
    const [foreign] = await namedLists(editor, (await anotherPublication()).id);
    for (const listId of [foreign?.id ?? "", crypto.randomUUID()])
      await expect(takeList(editor, { id: other, listId })).rejects.toMatchObject({ key: "missing" });
    expect(await issueOf(other)).toMatchObject(taken);
    await expect(takeList(people.reviewer, { id: other, listId: wide })).rejects.toMatchObject({ key: "forbidden" });
  });

  it("begins with the list that the one before it used", async () => {
    const people = await house();
    const { editor, leader2, publication } = people;
    const first = await issueBy(editor, publication);
    const wide = await keptAs(people, first, "扩大会议", listsTo(leader2));
    expect(await issueOf(await issueBy(editor, publication))).toMatchObject({ listId: wide, lists: listsTo(leader2) });
    await retireList(editor, wide);
    const next = await issueOf(await issueBy(editor, publication));
    expect([next.listId, next.lists]).toEqual([(await named(people))[0]?.id, listsTo(people.leader)]);
  });

  it("keeps from its signature on the version that it had, whatever becomes of the list", async () => {
    const people = await house();
    const { editor, leader, leader2 } = people;
    const id = await signed(people);
    const before = await issueOf(id);
    const next = await compiled(people);
    await changeLists(editor, next, listsTo(leader2), "list");
    const wide = await keptAs(people, next, "扩大会议", listsTo(leader, leader2));
    await retireList(editor, before.listId ?? "");
    expect(await issueOf(id)).toEqual(before);
    expect(before).toMatchObject({ listVersion: 1, lists: listsTo(leader) });
    const frozen = db.issue.update({ where: { id }, data: { listVersion: 2 } });
    await expect(frozen).rejects.toThrow(/stands/);
    await signedBy(people, next);
    await expect(takeList(editor, { id: next, listId: wide })).rejects.toMatchObject({ key: "signedStands" });
    expect(await distribute(editor, await seenIssue(id))).toEqual({ readers: 1 });
  });
});

describe("a named list that has moved on", () => {
  it("does not lose what a colleague added: older lines are refused as its next version, and stay with their issue", async () => {
    const people = await house();
    const { editor, editor2, leader, leader2, publication } = people;
    const [first, other] = [await issueBy(editor, publication), await issueBy(editor, publication)];
    await changeLists(editor2, other, listsTo(leader, leader2), "list");
    const shorter = [to("主席", [leader.id])].map((addressee) => ({ label: "报", addressees: [addressee] }));
    await expect(changeLists(editor, first, shorter, "list")).rejects.toMatchObject({ key: "listMovedOn" });
    const [list] = await named(people);
    expect(list).toMatchObject({ version: 2, versions: [{ lines: listsTo(leader, leader2) }, {}] });
    await changeLists(editor, first, shorter);
    expect(await listsOf(first)).toEqual(shorter);
  });
});
