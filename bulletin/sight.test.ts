import { describe, expect, it } from "vitest";
import { IssueState, ItemState, type Role } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readableIssues, visibleItems, workedIssues } from "./policy";
import { onDatabase } from "./testing/database";
import { issueBy, sectionsOf } from "./testing/issues";
import { type House, house, person } from "./testing/people";

/** What each person sees in a house that holds one item and one issue of every state. */
onDatabase();

const all = Object.values(ItemState);
const atTheDesk: ItemState[] = ["submitted", "adopted", "merged", "declined", "returned", "published"];
const entered: ItemState[] = ["adopted", "merged", "published"];

/** Items in every state in both offices. Written directly: no act leads to all of them yet. */
async function itemsInEveryState({ north, south, writer, southWriter, publication, editor }: House): Promise<void> {
  const issueId = await issueBy(editor, publication);
  const [section] = await sectionsOf(issueId);
  for (const [office, author] of [
    [north, writer],
    [south, southWriter],
  ] as const) {
    for (const state of all) {
      const common = { kind: "story" as const, blocks: [], headline: [state] };
      const entries = { create: [{ ...common, issueId, sectionId: section?.id ?? "", order: 1 }] };
      await db.item.create({
        data: {
          ...common,
          state,
          officeId: office.id,
          authorId: author.id,
          submissions: state === "draft" ? 0 : 1,
          createdAt: now(),
          updatedAt: now(),
          ...(entered.includes(state) && { entries }),
        },
      });
    }
  }
}

async function statesSeen(roles: Role[], { north }: House): Promise<{ own: ItemState[]; others: ItemState[] }> {
  const actor = await person(roles, { office: north });
  const items = await db.item.findMany({ where: visibleItems(actor), select: { state: true, officeId: true } });
  const of = (own: boolean) =>
    all.filter((state) => items.some((each) => each.state === state && (each.officeId === north.id) === own));
  return { own: of(true), others: of(false) };
}

describe("items", () => {
  it.each<[Role, ItemState[], ItemState[]]>([
    ["contributor", all, []],
    ["officeLead", all, []],
    ["editor", atTheDesk, atTheDesk],
    ["reviewer", entered, entered],
    ["signer", entered, entered],
    ["reader", [], []],
    ["systemAdmin", [], []],
    ["securityAdmin", [], []],
    ["auditor", [], []],
  ])("a %s sees exactly those states of their own and of other offices", async (role, own, others) => {
    const people = await house();
    await itemsInEveryState(people);
    const inOrder = (states: ItemState[]) => all.filter((state) => states.includes(state));
    expect(await statesSeen([role], people)).toEqual({ own: inOrder(own), others: inOrder(others) });
  });

  it("an editor does not see what an office's own lead returned before it ever reached the desk", async () => {
    const people = await house();
    await itemsInEveryState(people);
    await db.item.updateMany({ where: { state: "returned" }, data: { submissions: 0 } });
    expect((await statesSeen(["editor"], people)).others).not.toContain("returned");
  });
});

/** An issue in every state, each addressed to the leader and carrying an item of the north. */
async function issuesInEveryState({ north, writer, publication, leader }: House): Promise<void> {
  for (const [index, state] of Object.values(IssueState).entries()) {
    const at = { createdAt: now(), updatedAt: now() };
    const common = { kind: "story" as const, blocks: [], headline: [] };
    const item = await db.item.create({
      data: { ...common, ...at, state: "published", officeId: north.id, authorId: writer.id },
    });
    const { id: issueId } = await db.issue.create({
      data: { ...at, publicationId: publication.id, state, year: 2026, number: index + 1, lists: [], imprint: {} },
    });
    const section = await db.issueSection.create({ data: { issueId, title: "栏", style: "story", order: 1 } });
    await db.entry.create({ data: { ...common, issueId, sectionId: section.id, itemId: item.id, order: 1 } });
    await db.delivery.create({ data: { issueId, accountId: leader.id, labels: [], deliveredAt: now() } });
  }
}

describe("issues", () => {
  it("are read by those addressed, by offices with an item in them, and by the secretariat, once they are out", async () => {
    const people = await house();
    await issuesInEveryState(people);
    const read = async (actor: Parameters<typeof readableIssues>[0]) =>
      (await db.issue.findMany({ where: readableIssues(actor), orderBy: { number: "asc" } })).map(({ state }) => state);
    const out = ["distributed", "corrected"];
    for (const actor of [people.leader, people.writer, people.editor, people.reviewer, people.signer])
      expect(await read(actor), actor.roles.join()).toEqual(out);
    const lead = await person(["officeLead"], { office: people.north });
    expect(await read(lead)).toEqual(out);
    const colleague = await person(["reader"], { office: people.north });
    const administrators = (["systemAdmin", "securityAdmin", "auditor"] as const).map((role) =>
      person([role], { office: people.north }),
    );
    for (const actor of [people.leader2, people.southWriter, colleague, ...(await Promise.all(administrators))])
      expect(await read(actor)).toEqual([]);
  });

  it("are seen in work by the secretariat alone, in every state", async () => {
    const people = await house();
    await issuesInEveryState(people);
    const worked = (actor: Parameters<typeof workedIssues>[0]) => db.issue.count({ where: workedIssues(actor) });
    for (const actor of [people.editor, people.reviewer, people.signer])
      expect(await worked(actor)).toBe(Object.values(IssueState).length);
    for (const role of ["contributor", "officeLead", "reader", "systemAdmin", "securityAdmin", "auditor"] as const)
      expect(await worked(await person([role], { office: people.north }))).toBe(0);
  });
});
