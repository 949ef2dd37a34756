import { describe, expect, it } from "vitest";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { correct } from "../press/correct";
import { onDatabase } from "../testing/database";
import { changeImprint, changeLists, compiled, distributed } from "../testing/issues";
import { house, person } from "../testing/people";
import { listsTo } from "../testing/publications";
import { giveTray } from "./deputies";
import { rehearsalOf } from "./rehearsal";

onDatabase();

const to = (label: string, accountIds: string[] = [], officeIds: string[] = []) => ({ label, accountIds, officeIds });

describe("before an issue goes out", () => {
  it("is said who would see it and why, who would not, who is named twice, what is paper, and what reaches nobody", async () => {
    const people = await house();
    const id = await compiled(people);
    const { officeId } = await db.account.findUniqueOrThrow({ where: { id: people.leader.id } });
    const lists = [
      {
        label: "报",
        addressees: [to("主席", [people.leader.id]), to("市委办公室"), to("不阅读的人", [people.writer.id])],
      },
      { label: "送", addressees: [to("各位主席", [], [officeId])] },
    ];
    await changeLists(people.editor, id, lists);
    await changeImprint(people.editor, id, { copies: 3 });
    const rehearsal = await rehearsalOf(people.reviewer, id);
    expect(rehearsal.readers).toEqual([
      { id: people.leader.id, name: people.leader.name, office: expect.any(String), labels: ["主席", "各位主席"] },
    ]);
    expect(rehearsal.others.map((each) => each.id)).toEqual([people.leader2.id]);
    expect(rehearsal).toMatchObject({ paper: ["市委办公室"], unreached: ["不阅读的人"], copies: 3 });
  });

  it("counts those who read today: a disabled account neither sees it nor is missed", async () => {
    const people = await house();
    const id = await compiled(people);
    await db.account.update({ where: { id: people.leader.id }, data: { disabledAt: new Date() } });
    const { readers, others, unreached } = await rehearsalOf(people.editor, id);
    expect([readers, others.map((each) => each.id)]).toEqual([[], [people.leader2.id]]);
    expect(unreached).toEqual(["市政协主席"]);
  });

  it("is said who else reads it: offices whose items it carries, and whoever reads in a recipient's place", async () => {
    const people = await house();
    const id = await compiled(people);
    const deputy = await person(["contributor"]);
    const given = { principalId: people.leader.id, deputyId: deputy.id, mayInstruct: false };
    await giveTray(people.leader, { ...given, from: today(), until: today() });
    const { offices, deputies } = await rehearsalOf(people.editor, id);
    expect(offices).toEqual([people.north.shortName]);
    expect(deputies).toEqual([{ deputy: deputy.name, principal: people.leader.name }]);
  });

  it("of a new edition counts in who had the earlier one, also where the list no longer names them", async () => {
    const people = await house();
    const first = await distributed(people);
    const id = await correct(people.editor, { id: first, reason: "日期有误" });
    await changeLists(people.editor, id, listsTo(people.leader2));
    const { readers } = await rehearsalOf(people.editor, id);
    expect(readers.map((each) => each.id).sort()).toEqual([people.leader.id, people.leader2.id].sort());
  });

  it("is for the secretariat", async () => {
    const people = await house();
    const id = await compiled(people);
    for (const actor of [people.writer, people.southLead, people.leader])
      await expect(rehearsalOf(actor, id)).rejects.toMatchObject({ key: "missing" });
  });
});
