import { describe, expect, it } from "vitest";
import { InstructionState, Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { administrators, instructionActs, mayInstructFor, mayInstruction } from "./policy";
import { type InstructionAct, instructionLife } from "./workflow";

type Who = "leader" | "editor" | "office";

/** By hand, and not from workflow.ts: who may do what to an instruction in which states. No entry: nobody, never. */
const table: Record<InstructionAct, { who: Who; states: InstructionState[] }> = {
  rewrite: { who: "leader", states: ["given"] },
  withdrawInstruction: { who: "leader", states: ["given"] },
  forward: { who: "editor", states: ["given", "forwarded", "answered"] },
  answer: { who: "office", states: ["forwarded", "answered"] },
  close: { who: "editor", states: ["given", "forwarded", "answered"] },
  reopen: { who: "editor", states: ["closed"] },
};

const rolesOf: Record<Who, Role[]> = {
  leader: ["reader"],
  editor: ["editor"],
  office: ["contributor", "officeLead"],
};

const acts = Object.keys(table) as InstructionAct[];
const roles = Object.values(Role);
const states = Object.values(InstructionState);
const ours = "00000000-0000-7000-8000-000000000001";
const theirs = "00000000-0000-7000-8000-000000000002";

function actor(held: Role[], more: Partial<Actor> = {}): Actor {
  const own = { id: ours, account: "one", name: "一", phone: "", officeId: ours, officeName: "本单位" };
  return { ...own, roles: held, officialId: ours, ...more };
}

function deputy(mayInstruct: boolean, held: Role[] = []): Actor {
  return actor(held, { officialId: null, principals: [{ id: theirs, name: "二", mayInstruct }] });
}

describe("an instruction", () => {
  it.each(acts)("is open to '%s' for exactly the people of the table", (act) => {
    const cells = (isOpen: (role: Role, state: InstructionState, own: boolean) => boolean) =>
      roles.flatMap((role) =>
        states.flatMap((state) =>
          [true, false].map(
            (own) => `${role} ${act} ${state} ${own ? "own" : "another's"}: ${isOpen(role, state, own) ? "yes" : "no"}`,
          ),
        ),
      );
    const { who, states: from } = table[act];
    const expected = cells(
      (role, state, own) => rolesOf[who].includes(role) && from.includes(state) && (own || who === "editor"),
    );
    const actual = cells((role, state, own) => {
      const whose = own ? ours : theirs;
      const subject = { state, leaderId: whose, forwards: [{ officeId: whose }] };
      return instructionActs(actor([role]), subject).includes(act);
    });
    expect(actual).toEqual(expected);
  });

  it("has no act that the table leaves out", () => {
    expect(Object.keys(instructionLife).sort()).toEqual([...acts].sort());
  });

  it("is not answered by an office to which it was not forwarded", () => {
    expect(instructionActs(actor(["contributor"]), { state: "forwarded", leaderId: theirs, forwards: [] })).toEqual([]);
  });

  it("is its leader's through a deputy with leave, and through no other", () => {
    const subject = { state: "given", leaderId: theirs, forwards: [] } as const;
    expect(instructionActs(deputy(true), subject)).toEqual(["rewrite", "withdrawInstruction"]);
    expect(instructionActs(deputy(false), subject)).toEqual([]);
    expect(instructionActs(deputy(false, roles.slice()), { ...subject, state: "closed" })).toEqual(["reopen"]);
  });
});

describe("the right to write one", () => {
  it("is that of a reader on the roster, for themselves alone", () => {
    for (const role of roles) expect([role, mayInstructFor(actor([role]), ours)]).toEqual([role, role === "reader"]);
    expect(mayInstructFor(actor(roles), theirs)).toBe(false);
    for (const officialId of [null, undefined])
      expect(mayInstructFor(actor(["reader"], { officialId }), ours)).toBe(false);
  });

  it("is a deputy's with leave, for that leader alone", () => {
    expect(mayInstructFor(deputy(true), theirs)).toBe(true);
    expect(mayInstructFor(deputy(false), theirs)).toBe(false);
    for (const held of [[], ["reader"]] satisfies Role[][])
      expect(mayInstructFor(deputy(true, held), ours)).toBe(false);
  });
});

describe.each(administrators)("the %s", (role) => {
  it("has no right to any act on an instruction, in whatever state", () => {
    const rights = states.flatMap((state) =>
      acts.map((act) => mayInstruction(actor([role]), act, { state, leaderId: ours, forwards: [{ officeId: ours }] })),
    );
    expect(rights).toHaveLength(5 * 6);
    expect(rights).not.toContain(true);
  });
});
