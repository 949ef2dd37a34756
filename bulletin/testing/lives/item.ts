import type { ItemState } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { adopt, putBack } from "../../desk/adopt";
import { merge, unmerge } from "../../desk/merge";
import { decline, returnItem } from "../../desk/select";
import { saveDraft } from "../../intake/draft";
import { officeReturn, officeSignOff, submit, withdraw } from "../../intake/submit";
import { sectionsOf } from "../issues";
import { paragraphs, type Seen, story } from "../items";
import type { House } from "../people";

/** A small model of an item's life: its state, how often it reached the desk, and where it stands. */
export type Model = {
  office: string;
  signOff: boolean;
  state: ItemState;
  submissions: number;
  issues: Set<string>;
  /** The issue in one of whose entries it was merged. */
  merged: string | null;
};

type Setting = { people: House; issues: string[] };
type Act = (setting: Setting, actor: Actor, seen: Seen, what: number) => Promise<unknown>;

let saves = 0;
const issueAt = ({ issues }: Setting, what: number) => issues[what % issues.length] ?? "";

/** The entry of each issue that was there before the walk. */
async function hostIn(setting: Setting, what: number): Promise<string> {
  const where = { issueId: issueAt(setting, what) };
  return (await db.entry.findFirstOrThrow({ where, orderBy: { id: "asc" } })).id;
}

export const acts: Record<string, Act> = {
  // Never the same text twice: that would be a save whose answer was lost, which is no change.
  save: ({ people }, actor, seen) =>
    saveDraft(actor, { ...seen, draft: story(people.publication, { blocks: paragraphs(`第${++saves}稿。`) }) }),
  submit: (_, actor, seen) => submit(actor, seen),
  officeSignOff: (_, actor, seen) => officeSignOff(actor, seen),
  officeReturn: (_, actor, seen) => officeReturn(actor, { ...seen, words: "再改。" }),
  withdraw: (_, actor, { id }) => withdraw(actor, id),
  return: (_, actor, seen) => returnItem(actor, { ...seen, words: "再核。" }),
  decline: (_, actor, seen) => decline(actor, { ...seen, reason: "vague", words: "" }),
  adopt: async (setting, actor, { id: itemId, version }, what) => {
    const issueId = issueAt(setting, what);
    const [section] = await sectionsOf(issueId);
    return adopt(actor, { itemId, version, issueId, sectionId: section?.id ?? "" });
  },
  putBack: async (setting, actor, { id: itemId }, what) => {
    const entry = await db.entry.findFirst({ where: { itemId, issueId: issueAt(setting, what) } });
    return putBack(actor, entry?.id ?? crypto.randomUUID());
  },
  merge: async (setting, actor, { id: itemId, version }, what) =>
    merge(actor, { itemId, version, entryId: await hostIn(setting, what) }),
  unmerge: async (setting, actor, { id: itemId }, what) =>
    unmerge(actor, { itemId, entryId: await hostIn(setting, what) }),
};

/** What the item is to be after the act, or null where it is to be refused. */
export function expected(
  name: string,
  { actor, stale, issue }: { actor: Actor; stale: boolean; issue: string },
  model: Model,
): Partial<Model> | null {
  const { state, submissions } = model;
  const from = (...states: ItemState[]) => states.includes(state);
  const writer = actor.roles.includes("contributor") && actor.officeId === model.office;
  const lead = actor.roles.includes("officeLead") && actor.officeId === model.office;
  const editor = actor.roles.includes("editor");
  const arrived = { state: "submitted" as const, submissions: submissions + 1 };
  const issues = new Set(model.issues);
  switch (name) {
    case "save":
      return writer && !stale && from("draft", "returned", "withdrawn") ? {} : null;
    case "submit":
      if (!writer || stale || !from("draft", "returned", "withdrawn")) return null;
      return model.signOff ? { state: "awaitingOfficeSignOff" } : arrived;
    case "officeSignOff":
      return lead && !stale && from("awaitingOfficeSignOff") ? arrived : null;
    case "officeReturn":
      return lead && !stale && from("awaitingOfficeSignOff") ? { state: "returned" } : null;
    case "withdraw":
      return writer && from("awaitingOfficeSignOff", "submitted") ? { state: "withdrawn" } : null;
    case "return":
    case "decline":
      if (!editor || stale || !from("submitted")) return null;
      return { state: name === "return" ? "returned" : "declined" };
    case "adopt":
      if (!editor || stale || issues.has(issue) || !from("submitted", "adopted")) return null;
      return { state: "adopted", issues: issues.add(issue) };
    case "putBack":
      if (!editor || !issues.delete(issue)) return null;
      return { state: issues.size ? state : "submitted", issues };
    case "merge":
      return editor && !stale && from("submitted") ? { state: "merged", merged: issue } : null;
    case "unmerge":
      return editor && model.merged === issue ? { state: "submitted", merged: null } : null;
    default:
      throw new Error(`the model has no ${name}`);
  }
}

/** All of an item that anybody could have changed. */
export async function wholeOf(id: string) {
  const include = {
    entries: { orderBy: { id: "asc" } },
    mergedInto: true,
    submitted: { orderBy: { number: "asc" } },
  } as const;
  return db.item.findUniqueOrThrow({ where: { id }, include });
}
