import type { IssueState, ItemState } from "@/generated/prisma/enums";

/**
 * The two lives. Each is one table: act, from, to, who. Buttons, server checks and docs/lives.md are
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
  /** With the distribution of its issue. */
  publish: { from: ["adopted"], to: ["published"], who: "editorOrSigner" },
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
  void: { from: ["signed"], to: ["void"], who: "signer" },
} as const satisfies Record<string, Transition<IssueState, IssueWho>>;

export type IssueAct = keyof typeof issueLife;

/** From sign-off on, number, date, text and lists stand. */
export const frozen = [
  "signed",
  "distributed",
  "corrected",
  "recalled",
  "void",
] as const satisfies readonly IssueState[];

/** What readers may have before them. */
export const isOut = ["distributed", "corrected"] as const satisfies readonly IssueState[];

export const isFrozen = (state: IssueState): boolean => (frozen as readonly IssueState[]).includes(state);
export const isWritable = (state: ItemState): boolean => (writable as readonly ItemState[]).includes(state);

/** The state an act leads to: the usual one, or the wished one if the table has it. */
export function landing<State>({ to }: Transition<State, unknown>, wished: State | undefined): State {
  if (wished === undefined) return to[0];
  if (!to.includes(wished)) throw new Error(`no row of the table leads to ${String(wished)}`);
  return wished;
}
