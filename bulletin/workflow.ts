import type { InstructionState, IssueState, ItemState } from "@/generated/prisma/enums";

/**
 * The two lives, and the way of an instruction. Each is one table: act, from, to, who. Buttons, server checks and docs/lives.md are
 * derived from it. `to` lists every state the act can lead to, the usual one first; `who` names a
 * rule in policy.ts.
 */
export type Transition<State, Who> = { from: readonly State[]; to: readonly [State, ...State[]]; who: Who };

export type ItemWho = "ownContributor" | "ownLead" | "editor" | "editorOrSigner";

export const itemLife = {
  /** To the office's own lead first, where the office has sign-off. */
  submit: {
    from: ["draft", "returned", "withdrawn"],
    to: ["submitted", "awaitingOfficeSignOff"],
    who: "ownContributor",
  },
  officeSignOff: { from: ["awaitingOfficeSignOff"], to: ["submitted"], who: "ownLead" },
  officeReturn: { from: ["awaitingOfficeSignOff"], to: ["returned"], who: "ownLead" },
  withdraw: { from: ["awaitingOfficeSignOff", "submitted"], to: ["withdrawn"], who: "ownContributor" },
  return: { from: ["submitted"], to: ["returned"], who: "editor" },
  decline: { from: ["submitted"], to: ["declined"], who: "editor" },
  /** A published item may be adopted again by another publication, and stays published. */
  adopt: { from: ["submitted", "adopted", "published"], to: ["adopted", "published"], who: "editor" },
  /** Back to the desk, unless another living issue has it: with its entry put back, or its issue voided. */
  putBack: { from: ["adopted"], to: ["submitted"], who: "editorOrSigner" },
  /** Into an entry of an issue in work: its words stand after those that are there. */
  merge: { from: ["submitted"], to: ["merged"], who: "editor" },
  /** Back to the desk; or `adopted`, where it takes the first place of its entry from one that was taken out. */
  unmerge: { from: ["merged"], to: ["submitted", "adopted"], who: "editorOrSigner" },
  /** With the distribution of its issue. */
  publish: { from: ["adopted", "merged"], to: ["published"], who: "editorOrSigner" },
} as const satisfies Record<string, Transition<ItemState, ItemWho>>;

export type ItemAct = keyof typeof itemLife;

/** Within these the office may still write. */
export const writable = ["draft", "returned", "withdrawn"] as const satisfies readonly ItemState[];

export type IssueWho = "editor" | "reviewerNotCompiler" | "reviewerOrSigner" | "signer" | "editorOrSigner";

export const issueLife = {
  /** Any change to entries, order, lists or imprint. After approval it voids the approval. */
  edit: { from: ["compiling", "sentBack", "approved"], to: ["compiling", "sentBack"], who: "editor" },
  requestReview: { from: ["compiling", "sentBack"], to: ["inReview"], who: "editor" },
  withdrawReview: { from: ["inReview"], to: ["compiling"], who: "editor" },
  sendBack: { from: ["inReview", "approved"], to: ["sentBack"], who: "reviewerOrSigner" },
  approve: { from: ["inReview"], to: ["approved"], who: "reviewerNotCompiler" },
  signOff: { from: ["approved"], to: ["signed"], who: "signer" },
  distribute: { from: ["signed"], to: ["distributed"], who: "editorOrSigner" },
  /** To go out by itself at a set time; until then it stays signed, and as invisible as that. */
  schedule: { from: ["signed"], to: ["signed"], who: "editorOrSigner" },
  unschedule: { from: ["signed"], to: ["signed"], who: "editorOrSigner" },
  /** With the distribution of its new edition (更正版), which goes the whole way and is signed like any issue. */
  correct: { from: ["distributed"], to: ["corrected"], who: "editorOrSigner" },
  recall: { from: ["distributed"], to: ["recalled"], who: "signer" },
  void: { from: ["signed"], to: ["void"], who: "signer" },
  /** A new edition (更正版) that turns out not to be needed, before it goes to review. Of nothing else. */
  discardCorrection: { from: ["compiling", "sentBack"], to: ["void"], who: "editor" },
  /** Opens a past issue, which is addressed to nobody, to the readers behind a list. */
  address: { from: ["archived"], to: ["archived"], who: "editor" },
  /** A past issue that was read in by mistake. */
  unarchive: { from: ["archived"], to: ["void"], who: "editor" },
} as const satisfies Record<string, Transition<IssueState, IssueWho>>;

export type IssueAct = keyof typeof issueLife;

export type InstructionWho = "itsLeader" | "editor" | "forwardedOffice";

export const instructionLife = {
  rewrite: { from: ["given"], to: ["given"], who: "itsLeader" },
  withdrawInstruction: { from: ["given"], to: ["withdrawn"], who: "itsLeader" },
  forward: { from: ["given", "forwarded", "answered"], to: ["forwarded"], who: "editor" },
  /** Answered once the last of the offices has answered; an office may add to its answer. */
  answer: { from: ["forwarded", "answered"], to: ["forwarded", "answered"], who: "forwardedOffice" },
  close: { from: ["given", "forwarded", "answered"], to: ["closed"], who: "editor" },
  reopen: { from: ["closed"], to: ["given", "forwarded", "answered"], who: "editor" },
} as const satisfies Record<string, Transition<InstructionState, InstructionWho>>;

export type InstructionAct = keyof typeof instructionLife;

/** From sign-off on, number, date, text and lists stand. */
export const frozen = [
  "signed",
  "distributed",
  "corrected",
  "recalled",
  "void",
  "archived",
] as const satisfies readonly IssueState[];

/** What readers may have before them. A corrected edition is the secretariat's alone, under a notice. */
export const isOut = ["distributed"] as const satisfies readonly IssueState[];

/** What may be read: what is out, and past issues that were read in. These lie in nobody's tray. */
export const isRead = [...isOut, "archived"] as const satisfies readonly IssueState[];

/** What has been in readers' hands: they find it in their trays, or a notice in its place. */
export const wasOut = ["distributed", "corrected", "recalled"] as const satisfies readonly IssueState[];

export const isFrozen = (state: IssueState): boolean => (frozen as readonly IssueState[]).includes(state);

/** Its office has it: being written, or waiting for the office's own lead. What was sent before is what the desk has. */
export const atItsOffice = [...writable, "awaitingOfficeSignOff"] as const satisfies readonly ItemState[];

export const isAtItsOffice = (state: ItemState): boolean => (atItsOffice as readonly ItemState[]).includes(state);

export const isWritable = (state: ItemState): boolean => (writable as readonly ItemState[]).includes(state);

/** The state an act leads to: the usual one, or the wished one if the table has it. */
export function landing<State>({ to }: Transition<State, unknown>, wished: State | undefined): State {
  if (wished === undefined) return to[0];
  if (!to.includes(wished)) throw new Error(`no row of the table leads to ${String(wished)}`);
  return wished;
}
