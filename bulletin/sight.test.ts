import { describe, expect, it } from "vitest";
import { ItemState, type Role } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { visibleItems } from "./policy";
import { onDatabase } from "./testing/database";
import { issueBy, sectionsOf } from "./testing/issues";
import { type House, house, person } from "./testing/people";

/** What each person sees in a house that holds one item of every state. */
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
