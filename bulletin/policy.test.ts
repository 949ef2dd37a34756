import { describe, expect, it } from "vitest";
import { IssueState, ItemState, Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { administrators, issueActs, itemActs, mayIssue, mayItem } from "./policy";
import { type IssueAct, type ItemAct, issueLife, itemLife } from "./workflow";

/** By hand, and not from workflow.ts: who may do what to an item in which states. No entry: nobody, never. */
const itemTable: Record<ItemAct, { roles: Role[]; states: ItemState[]; ownOffice: boolean }> = {
  submit: { roles: ["contributor"], states: ["draft", "returned", "withdrawn"], ownOffice: true },
  officeSignOff: { roles: ["officeLead"], states: ["awaitingOfficeSignOff"], ownOffice: true },
  officeReturn: { roles: ["officeLead"], states: ["awaitingOfficeSignOff"], ownOffice: true },
  withdraw: { roles: ["contributor"], states: ["awaitingOfficeSignOff", "submitted"], ownOffice: true },
  return: { roles: ["editor"], states: ["submitted"], ownOffice: false },
  decline: { roles: ["editor"], states: ["submitted"], ownOffice: false },
  adopt: { roles: ["editor"], states: ["submitted", "adopted", "published"], ownOffice: false },
  putBack: { roles: ["editor", "signer"], states: ["adopted"], ownOffice: false },
  merge: { roles: ["editor"], states: ["submitted"], ownOffice: false },
  unmerge: { roles: ["editor", "signer"], states: ["merged"], ownOffice: false },
  publish: { roles: ["editor", "signer"], states: ["adopted", "merged"], ownOffice: false },
};

/** Likewise for issues. Only approving asks whether the person has compiled it. */
const issueTable: Record<IssueAct, Partial<Record<Role, IssueState[]>>> = {
  edit: { editor: ["compiling", "sentBack", "approved"] },
  requestReview: { editor: ["compiling", "sentBack"] },
  withdrawReview: { editor: ["inReview"] },
  sendBack: { reviewer: ["inReview"], signer: ["approved"] },
  approve: { reviewer: ["inReview"] },
  signOff: { signer: ["approved"] },
  distribute: { editor: ["signed"], signer: ["signed"] },
  void: { signer: ["signed"] },
  discardCorrection: { editor: ["compiling", "sentBack"] },
  address: { editor: ["archived"] },
  unarchive: { editor: ["archived"] },
  schedule: { editor: ["signed"], signer: ["signed"] },
  unschedule: { editor: ["signed"], signer: ["signed"] },
  correct: { editor: ["distributed"], signer: ["distributed"] },
  recall: { signer: ["distributed"] },
};

const roles = Object.values(Role);
const ours = "00000000-0000-7000-8000-000000000001";
const theirs = "00000000-0000-7000-8000-000000000002";

function actor(...held: Role[]): Actor {
  return { id: ours, account: "one", name: "一", phone: "", officeId: ours, officeName: "本单位", roles: held };
}

/** All cells of one act as words, so that a difference names the cells that differ. */
function itemCells(act: ItemAct, isOpen: (role: Role, state: ItemState, officeId: string) => boolean): string[] {
  return roles.flatMap((role) =>
    Object.values(ItemState).flatMap((state) =>
      [ours, theirs].map((officeId) => {
        const whose = officeId === ours ? "own" : "another";
        return `${role} ${act} ${whose} ${state}: ${isOpen(role, state, officeId) ? "yes" : "no"}`;
      }),
    ),
  );
}

function issueCells(act: IssueAct, isOpen: (role: Role, state: IssueState, compiled: boolean) => boolean): string[] {
  return roles.flatMap((role) =>
    Object.values(IssueState).flatMap((state) =>
      [true, false].map((compiled) => {
        const how = compiled ? "compiled by them" : "compiled by others";
        return `${role} ${act} ${state} ${how}: ${isOpen(role, state, compiled) ? "yes" : "no"}`;
      }),
    ),
  );
}

describe("an item", () => {
  it.each(Object.keys(itemTable) as ItemAct[])("is open to '%s' for exactly the people of the table", (act) => {
    const { roles: who, states, ownOffice } = itemTable[act];
    const expected = itemCells(
      act,
      (role, state, officeId) => who.includes(role) && states.includes(state) && (!ownOffice || officeId === ours),
    );
    const actual = itemCells(act, (role, state, officeId) => itemActs(actor(role), { state, officeId }).includes(act));
    expect(actual).toEqual(expected);
  });

  it("has no act that the table leaves out", () => {
    expect(Object.keys(itemLife).sort()).toEqual(Object.keys(itemTable).sort());
  });
});

describe("an issue", () => {
  it.each(Object.keys(issueTable) as IssueAct[])("is open to '%s' for exactly the people of the table", (act) => {
    const expected = issueCells(
      act,
      (role, state, compiled) =>
        (issueTable[act][role] ?? []).includes(state) && !(act === "approve" && compiled === true),
    );
    const actual = issueCells(act, (role, state, compiled) =>
      issueActs(actor(role), { state, compilerIds: compiled ? [theirs, ours] : [theirs] }).includes(act),
    );
    expect(actual).toEqual(expected);
  });

  it("has no act that the table leaves out", () => {
    expect(Object.keys(issueLife).sort()).toEqual(Object.keys(issueTable).sort());
  });

  it("is not approved by a person of all six roles who has compiled it", () => {
    const everything = actor("contributor", "officeLead", "editor", "reviewer", "signer", "reader");
    expect(issueActs(everything, { state: "inReview", compilerIds: [ours] })).not.toContain("approve");
    expect(issueActs(everything, { state: "inReview", compilerIds: [theirs] })).toContain("approve");
  });
});

describe.each(administrators)("the %s", (role) => {
  it("has no right to any act on an item or an issue, in whatever state", () => {
    const rights = [
      ...Object.values(ItemState).flatMap((state) =>
        (Object.keys(itemLife) as ItemAct[]).map((act) => mayItem(actor(role), act, { state, officeId: ours })),
      ),
      ...Object.values(IssueState).flatMap((state) =>
        (Object.keys(issueLife) as IssueAct[]).map((act) => mayIssue(actor(role), act, { state, compilerIds: [] })),
      ),
    ];
    expect(rights).toHaveLength(9 * 11 + 10 * 15);
    expect(rights).not.toContain(true);
  });
});
