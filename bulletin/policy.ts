import type { Prisma } from "@/generated/prisma/client";
import type { InstructionState, IssueState, ItemState, Role } from "@/generated/prisma/enums";
import type { Actor, Principal } from "@/lib/actor";
import { forbidden } from "@/lib/refusal";
import { carrying } from "./sources";
import {
  type InstructionAct,
  type InstructionWho,
  type IssueAct,
  type IssueWho,
  type ItemAct,
  type ItemWho,
  instructionLife,
  isRead,
  issueLife,
  itemLife,
  wasOut,
} from "./workflow";

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

export type InstructionSubject = {
  leaderId: string;
  state: InstructionState;
  forwards: readonly { officeId: string }[];
};

const instructionRules: Record<InstructionWho, (actor: Actor, instruction: InstructionSubject) => boolean> = {
  itsLeader: (actor, { leaderId }) => mayInstructFor(actor, leaderId),
  editor: (actor) => has(actor, "editor"),
  forwardedOffice: (actor, { forwards }) =>
    isOfficeSide(actor) && forwards.some(({ officeId }) => officeId === actor.officeId),
};

export function mayInstruction(actor: Actor, act: InstructionAct, instruction: InstructionSubject): boolean {
  return instructionRules[instructionLife[act].who](actor, instruction);
}

export function instructionActs(actor: Actor, instruction: InstructionSubject): InstructionAct[] {
  return (Object.keys(instructionLife) as InstructionAct[]).filter(
    (act) =>
      (instructionLife[act].from as readonly InstructionState[]).includes(instruction.state) &&
      mayInstruction(actor, act, instruction),
  );
}

/** A leader: a reader who stands on the roster. Only leaders give instructions, or a deputy who was allowed to. */
export function mayInstructFor(actor: Actor, leaderId: string): boolean {
  if (leaderId === actor.id) return has(actor, "reader") && Boolean(actor.officialId);
  return principalsOf(actor).some(({ id, mayInstruct }) => id === leaderId && mayInstruct);
}

/** Those for whom the person reads at present (代阅). */
export function principalsOf(actor: Actor): readonly Principal[] {
  return actor.principals ?? [];
}

/** Whose trays the person opens: their own as a reader, and those that were given into their care. */
export function traysOf(actor: Actor): string[] {
  return [...(has(actor, "reader") ? [actor.id] : []), ...principalsOf(actor).map(({ id }) => id)];
}

// ── sight ─────────────────────────────────────────────────────────────────────────────────────────

const nothing = { id: { in: [] as string[] } };
const atTheDesk: ItemState[] = ["submitted", "returned", "declined", "adopted", "merged", "published"];

/** Items: an office sees its own; the secretariat sees what has reached the desk. */
export function visibleItems(actor: Actor): Prisma.ItemWhereInput {
  const sights: Prisma.ItemWhereInput[] = [];
  if (isOfficeSide(actor)) sights.push({ officeId: actor.officeId });
  if (has(actor, "editor")) sights.push({ state: { in: atTheDesk }, submissions: { gt: 0 } });
  if (has(actor, "reviewer", "signer")) sights.push({ OR: [{ entries: { some: {} } }, { mergedInto: { some: {} } }] });
  return sights.length ? { OR: sights } : nothing;
}

/** Issues in work and the ledger: the secretariat alone. */
export function workedIssues(actor: Actor): Prisma.IssueWhereInput {
  return isSecretariat(actor) ? {} : nothing;
}

/**
 * Issues to be read: what was addressed to the person, and what carries an item of their office, as
 * long as it is out, or stands in the archive. The secretariat alone still reads what has been corrected.
 */
export function readableIssues(actor: Actor): Prisma.IssueWhereInput {
  // An empty filter within OR matches nothing in Prisma, so "everything" cannot be one of the sights.
  if (isSecretariat(actor)) return { state: { in: [...isRead, "corrected"] } };
  return concerning(actor, isRead);
}

/** Issues of which a notice stays before the person: what was theirs to read, whatever became of it. */
export function noticedIssues(actor: Actor): Prisma.IssueWhereInput {
  return isSecretariat(actor) ? { state: { in: [...wasOut] } } : concerning(actor, wasOut);
}

/** What the person was told: of issues and instructions, which no administrator sees, whatever they were before. */
export function visibleNotices(actor: Actor): Prisma.NoticeWhereInput {
  return has(actor, ...administrators) ? nothing : { accountId: actor.id };
}

function concerning(actor: Actor, states: readonly IssueState[]): Prisma.IssueWhereInput {
  const sights: Prisma.IssueWhereInput[] = [];
  const trays = traysOf(actor);
  if (trays.length) sights.push({ deliveries: { some: { accountId: { in: trays } } } });
  if (isOfficeSide(actor)) sights.push(...carrying({ officeId: actor.officeId }));
  return sights.length ? { state: { in: [...states] }, OR: sights } : nothing;
}

/**
 * Instructions: the leader's own, what the secretariat has to see through, and for an office what was
 * forwarded to it. A deputy sees them only where allowed to write them.
 */
export function visibleInstructions(actor: Actor): Prisma.InstructionWhereInput {
  if (isSecretariat(actor)) return { state: { not: "withdrawn" } };
  const sights: Prisma.InstructionWhereInput[] = [];
  const leaders = instructedFor(actor);
  if (leaders.length) sights.push({ leaderId: { in: leaders } });
  if (isOfficeSide(actor)) sights.push({ forwards: { some: { officeId: actor.officeId } } });
  return sights.length ? { state: { not: "withdrawn" }, OR: sights } : nothing;
}

/** The forwards of an instruction that is seen: all of them; an office sees its own alone. */
export function visibleForwards(actor: Actor): Prisma.ForwardWhereInput {
  if (isSecretariat(actor)) return {};
  const sights: Prisma.ForwardWhereInput[] = [];
  const leaders = instructedFor(actor);
  if (leaders.length) sights.push({ instruction: { leaderId: { in: leaders } } });
  if (isOfficeSide(actor)) sights.push({ officeId: actor.officeId });
  return sights.length ? { OR: sights } : nothing;
}

/** The leaders whose instructions the person sees as theirs. */
function instructedFor(actor: Actor): string[] {
  return traysOf(actor).filter((leader) => mayInstructFor(actor, leader));
}

/** The offices whose figures a person sees: the secretariat all, an office its own; nobody else any. */
export function countedOffices(actor: Actor): Prisma.OfficeWhereInput {
  if (isSecretariat(actor)) return {};
  return isOfficeSide(actor) ? { id: actor.officeId } : nothing;
}

/** Who finds anything at all: whoever writes, works or reads. What each of them finds is said by the filters here. */
export function maySearch(actor: Actor): boolean {
  return isOfficeSide(actor) || isSecretariat(actor) || traysOf(actor).length > 0;
}

/** Issues that are found, and entries in them: the secretariat's in work as well. */
export function foundIssues(actor: Actor): Prisma.IssueWhereInput {
  return isSecretariat(actor) ? workedIssues(actor) : readableIssues(actor);
}

/** Issues that leave as files: what may be read, and for the secretariat all, in work or void. */
export function takenIssues(actor: Actor): Prisma.IssueWhereInput {
  return isSecretariat(actor) ? workedIssues(actor) : readableIssues(actor);
}

/** Files of past bulletins that were read in: the editors'. */
export function visibleImports(actor: Actor): Prisma.ImportedFileWhereInput {
  return has(actor, "editor") ? {} : nothing;
}

/** What was relayed upward: the secretariat sees all, an office what stands of its own items. */
export function visibleRelays(actor: Actor): Prisma.RelayWhereInput {
  if (isSecretariat(actor)) return {};
  return isOfficeSide(actor) ? { officeIds: { has: actor.officeId }, withdrawnAt: null } : nothing;
}

/** Whose points the person sees: the secretariat everybody's, an office its own, nobody else any. */
export function pointsLinesOf(actor: Actor): { officeId: string | null } | null {
  if (isSecretariat(actor)) return { officeId: null };
  return isOfficeSide(actor) ? { officeId: actor.officeId } : null;
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
    imported: { AND: [visibleImports(actor), { imageIds: { has: id } }] } satisfies Prisma.ImportedFileWhereInput,
  };
}
