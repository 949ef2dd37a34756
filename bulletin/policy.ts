import type { Prisma } from "@/generated/prisma/client";
import type { IssueState, ItemState, Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { forbidden } from "@/lib/refusal";
import { type IssueAct, type IssueWho, type ItemAct, type ItemWho, isOut, issueLife, itemLife } from "./workflow";

/** Who may do what; and what each person may see, as Prisma filters. Nothing else decides about rights. */

export const administrators = ["systemAdmin", "securityAdmin", "auditor"] as const satisfies readonly Role[];

export function has(actor: Actor, ...roles: Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}

export const isSecretariat = (actor: Actor): boolean => has(actor, "editor", "reviewer", "signer");
export const isOfficeSide = (actor: Actor): boolean => has(actor, "contributor", "officeLead");

export function ask(allowed: boolean): void {
  if (!allowed) throw forbidden();
}

// ── acts ──────────────────────────────────────────────────────────────────────────────────────────

export type ItemSubject = { officeId: string; state: ItemState };
export type IssueSubject = { state: IssueState; compilerIds: readonly string[] };

const itemRules: Record<ItemWho, (actor: Actor, item: ItemSubject) => boolean> = {
  ownContributor: (actor, item) => has(actor, "contributor") && item.officeId === actor.officeId,
  ownLead: (actor, item) => has(actor, "officeLead") && item.officeId === actor.officeId,
  editor: (actor) => has(actor, "editor"),
  editorOrSigner: (actor) => has(actor, "editor", "signer"),
};

const issueRules: Record<IssueWho, (actor: Actor, issue: IssueSubject) => boolean> = {
  editor: (actor) => has(actor, "editor"),
  reviewerNotCompiler: (actor, issue) => has(actor, "reviewer") && !issue.compilerIds.includes(actor.id),
  reviewerOrSigner: (actor, issue) =>
    (issue.state === "inReview" && has(actor, "reviewer")) || (issue.state === "approved" && has(actor, "signer")),
  signer: (actor) => has(actor, "signer"),
  editorOrSigner: (actor) => has(actor, "editor", "signer"),
};

/** Whether the person has the right to an act on an item, whatever state it is in. */
export function mayItem(actor: Actor, act: ItemAct, item: ItemSubject): boolean {
  return itemRules[itemLife[act].who](actor, item);
}

export function mayIssue(actor: Actor, act: IssueAct, issue: IssueSubject): boolean {
  return issueRules[issueLife[act].who](actor, issue);
}

/** Whether the person writes at this item: a contributor of its office. */
export function mayWrite(actor: Actor, item: { officeId: string }): boolean {
  return has(actor, "contributor") && item.officeId === actor.officeId;
}

/** The acts that are open to the person now: the buttons of the page. */
export function itemActs(actor: Actor, item: ItemSubject): ItemAct[] {
  return (Object.keys(itemLife) as ItemAct[]).filter(
    (act) => (itemLife[act].from as readonly ItemState[]).includes(item.state) && mayItem(actor, act, item),
  );
}

export function issueActs(actor: Actor, issue: IssueSubject): IssueAct[] {
  return (Object.keys(issueLife) as IssueAct[]).filter(
    (act) => (issueLife[act].from as readonly IssueState[]).includes(issue.state) && mayIssue(actor, act, issue),
  );
}

// ── sight ─────────────────────────────────────────────────────────────────────────────────────────

const nothing = { id: { in: [] as string[] } };
const atTheDesk: ItemState[] = ["submitted", "returned", "declined", "adopted", "merged", "published"];

/** Items: an office sees its own; the secretariat sees what has reached the desk. */
export function visibleItems(actor: Actor): Prisma.ItemWhereInput {
  const sights: Prisma.ItemWhereInput[] = [];
  if (isOfficeSide(actor)) sights.push({ officeId: actor.officeId });
  if (has(actor, "editor")) sights.push({ state: { in: atTheDesk }, submissions: { gt: 0 } });
  if (has(actor, "reviewer", "signer")) sights.push({ entries: { some: {} } });
  return sights.length ? { OR: sights } : nothing;
}

/** Issues in work and the ledger: the secretariat alone. */
export function workedIssues(actor: Actor): Prisma.IssueWhereInput {
  return isSecretariat(actor) ? {} : nothing;
}

/** Issues to be read: what was addressed to the person, and what carries an item of their office. */
export function readableIssues(actor: Actor): Prisma.IssueWhereInput {
  const out: Prisma.IssueWhereInput = { state: { in: [...isOut] } };
  // An empty filter within OR matches nothing in Prisma, so "everything" cannot be one of the sights.
  if (isSecretariat(actor)) return out;
  const sights: Prisma.IssueWhereInput[] = [];
  if (has(actor, "reader")) sights.push({ deliveries: { some: { accountId: actor.id } } });
  if (isOfficeSide(actor)) sights.push({ entries: { some: { item: { officeId: actor.officeId } } } });
  return sights.length ? { ...out, OR: sights } : nothing;
}

/** Issues that leave as files: what may be read, and for the secretariat all, in work or void. */
export function takenIssues(actor: Actor): Prisma.IssueWhereInput {
  return isSecretariat(actor) ? workedIssues(actor) : readableIssues(actor);
}

/** Photographs that a person may put into a text: those of the office, and what they uploaded themselves. */
export function ownImages(actor: Actor): Prisma.ImageWhereInput {
  return { OR: [{ officeId: actor.officeId }, { uploadedById: actor.id }] };
}

/** Photographs follow the texts in which they stand; one just uploaded is its office's own. */
export function visibleImages(actor: Actor, id: string) {
  return {
    own: isOfficeSide(actor) ? { id, officeId: actor.officeId } : { id, uploadedById: actor.id },
    sent: {
      AND: [visibleItems(actor), { submitted: { some: { imageIds: { has: id } } } }],
    } satisfies Prisma.ItemWhereInput,
    worked: { imageIds: { has: id }, issue: workedIssues(actor) } satisfies Prisma.EntryWhereInput,
    read: { imageIds: { has: id }, issue: readableIssues(actor) } satisfies Prisma.EntryWhereInput,
  };
}
