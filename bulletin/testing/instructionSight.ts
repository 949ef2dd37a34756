import type { InstructionState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { attachToAnswer } from "../post/answerFiles";
import { close } from "../post/forwarding";
import { withdrawInstruction } from "../post/instructions";
import {
  answered,
  corrected,
  deputyOf,
  forwarded,
  forwardTo,
  given,
  type Led,
  onRoster,
  outOfTwo,
  recalled,
  seenInstruction,
  sentence,
} from "./instructions";
import { office, person } from "./people";

export const issueStates = ["distributed", "corrected", "recalled"] as const;
export const states = ["given", "forwarded", "answered", "closed", "withdrawn"] as const;
export type Cell = { on: (typeof issueStates)[number]; state: InstructionState; id: string };

/**
 * An instruction of every state on an issue of every state, each on the north's entry. South and third
 * have what was forwarded: of the forwarded one only the south has answered, the third has a file there.
 */
export async function everyState(people: Led) {
  const issues: Record<string, string> = {};
  const cells: Cell[] = [];
  for (const on of issueStates) {
    const { issueId, north } = await outOfTwo(people);
    issues[on] = issueId;
    for (const state of states) {
      const id = await given(people.leader, issueId, { entryId: north, quote: sentence, text: `请研究，${state}。` });
      await bring(people, id, state);
      cells.push({ on, state, id });
    }
  }
  const edition = await corrected(people, issues.corrected ?? "");
  await recalled(people, issues.recalled ?? "");
  return { issues, cells, edition };
}

async function bring(people: Led, id: string, state: InstructionState): Promise<void> {
  const { editor, south, southWriter, third } = people;
  if (state === "given") return;
  if (state === "withdrawn") return withdrawInstruction(people.leader, await seenInstruction(id));
  await forwarded(editor, id, [south.id, third.officeId]);
  await attachPdf(southWriter, id, "南.pdf");
  await answered(southWriter, id, "南边的话");
  await attachPdf(third, id, "三.pdf");
  if (state !== "forwarded") await answered(third, id, "第三家的话");
  if (state === "closed") await close(editor, { ...(await seenInstruction(id)), closing: "办结。" });
}

async function attachPdf(actor: Actor, id: string, name: string): Promise<void> {
  const forwardId = await forwardTo(actor.officeId, id);
  await attachToAnswer(actor, forwardId, { name, bytes: Buffer.from("%PDF-1.7") });
}

/** What a person sees of instructions: everything, what was forwarded to one of the two offices, both, or nothing. */
export type Sight = { all?: true; office?: "south" | "third" };

/** By hand: a person of every kind, and what they see. */
export async function everybody(people: Led): Promise<Record<string, { actor: Actor; sight: Sight }>> {
  const { leader, leader2, plain, third, south } = people;
  const thirdOffice = { id: third.officeId, name: third.officeName };
  const at = (home: { id: string }) => ({ officeId: home.id });
  const [elsewhere, outside] = [await office(), await person(["contributor"])];
  const bare = await person(["contributor"], { ...at(elsewhere) });
  const southReader = await person(["contributor", "reader"], at(south));
  const thirdLeader = await onRoster(await person(["officeLead", "reader"], at(thirdOffice)), 3);
  const administrator = (role: "systemAdmin" | "securityAdmin" | "auditor") => person([role], at(south));
  return {
    leader: { actor: leader, sight: { all: true } },
    "leader who has it too": { actor: leader2, sight: {} },
    "leader who is no reader any more": { actor: { ...leader, roles: [] }, sight: {} },
    "reader who is no leader": { actor: plain, sight: {} },
    "deputy with leave": { actor: deputyOf(leader, outside, true), sight: { all: true } },
    "deputy without leave": { actor: deputyOf(leader, outside, false), sight: {} },
    "office with nothing": { actor: bare, sight: {} },
    "office of the item": { actor: people.writer, sight: {} },
    "office that answered": { actor: people.southWriter, sight: { office: "south" } },
    "its lead": { actor: people.southLead, sight: { office: "south" } },
    "one of it who reads too": { actor: southReader, sight: { office: "south" } },
    "office that has yet to answer": { actor: third, sight: { office: "third" } },
    "another leader from there": { actor: thirdLeader, sight: { office: "third" } },
    "deputy without leave from there": { actor: deputyOf(leader, third, false), sight: { office: "third" } },
    "deputy with leave from there": { actor: deputyOf(leader, third, true), sight: { all: true, office: "third" } },
    editor: { actor: people.editor, sight: { all: true } },
    reviewer: { actor: people.reviewer, sight: { all: true } },
    signer: { actor: people.signer, sight: { all: true } },
    systemAdmin: { actor: await administrator("systemAdmin"), sight: {} },
    securityAdmin: { actor: await administrator("securityAdmin"), sight: {} },
    auditor: { actor: await administrator("auditor"), sight: {} },
  };
}

/** The offices whose forwards a person sees of an instruction in a state; null: not even the instruction. */
export function seenOf({ all, office: own }: Sight, state: InstructionState): ("south" | "third")[] | null {
  if (state === "withdrawn" || !(all || own)) return null;
  if (state === "given") return all ? [] : null;
  if (all) return ["south", "third"];
  return own ? [own] : [];
}

const saidBy = { south: "南边的话+南.pdf", third: "第三家的话+三.pdf" };

/** What a page may show of the forwards: of each its office, the words with it, the answers and their files. */
export function shown(sight: Sight, state: InstructionState): string[] | null {
  const offices = seenOf(sight, state);
  if (!offices) return null;
  return offices.map((office) => {
    const isAnswered = office === "south" || state !== "forwarded";
    return `${office} 请按时反馈。 ${isAnswered ? saidBy[office] : ""}`;
  });
}
