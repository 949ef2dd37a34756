import type { IssueState, Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { sortSection } from "../../desk/arrange";
import { editEntry } from "../../desk/entries";
import { distribute } from "../../post/distribute";
import { approve, requestReview, sendBack, withdrawReview } from "../../press/review";
import { signOff, voidIssue } from "../../press/signOff";
import { changeImprint, changeLists, sectionsOf } from "../issues";
import { paragraphs, type Seen } from "../items";
import { listsTo } from "../publications";
import { pick } from "./walk";

/** A small model of an issue's life, written without a look at workflow.ts or policy.ts. */
export type Model = { state: IssueState; compilers: Set<string>; number: number | null };

type Act = {
  /** From which state to which, and by whom; states that are not named do not allow it. */
  steps: Partial<Record<IssueState, [IssueState, ...Role[]]>>;
  run: (actor: Actor, seen: Seen, what: number) => Promise<unknown>;
};

const edits: ((actor: Actor, issueId: string) => Promise<unknown>)[] = [
  async (actor, issueId) => {
    const { id, version } = await db.entry.findFirstOrThrow({ where: { issueId } });
    const text = { headline: [`第${version}稿`], blocks: paragraphs("改。"), date: null, place: "", reason: "" };
    return editEntry(actor, { id, version, ...text });
  },
  async (actor, issueId) => {
    const [section] = await sectionsOf(issueId);
    return sortSection(actor, { issueId, sectionId: section?.id ?? "", by: "date" });
  },
  (actor, id) => changeLists(actor, id, listsTo(actor)),
  (actor, id) => changeImprint(actor, id, { editorNote: actor.name }),
];

export const acts: Record<string, Act> = {
  edit: {
    steps: { compiling: ["compiling", "editor"], sentBack: ["sentBack", "editor"], approved: ["compiling", "editor"] },
    run: (actor, { id }, what) => pick(edits, what)(actor, id),
  },
  requestReview: {
    steps: { compiling: ["inReview", "editor"], sentBack: ["inReview", "editor"] },
    run: requestReview,
  },
  withdrawReview: { steps: { inReview: ["compiling", "editor"] }, run: withdrawReview },
  sendBack: {
    steps: { inReview: ["sentBack", "reviewer"], approved: ["sentBack", "signer"] },
    run: (actor, seen) => sendBack(actor, { ...seen, words: "再核。" }),
  },
  approve: { steps: { inReview: ["approved", "reviewer"] }, run: approve },
  signOff: { steps: { approved: ["signed", "signer"] }, run: signOff },
  distribute: { steps: { signed: ["distributed", "editor", "signer"] }, run: distribute },
  void: {
    steps: { signed: ["void", "signer"] },
    run: (actor, seen) => voidIssue(actor, { ...seen, reason: "重排" }),
  },
};

/** The state to which the act leads by this person, or null where it is to be refused. */
export function expected(name: string, actor: Actor, stale: boolean, model: Model): IssueState | null {
  const [to, ...roles] = acts[name]?.steps[model.state] ?? [];
  if (!to || !roles.some((role) => actor.roles.includes(role))) return null;
  // An edit names the version of what it changes, not that of the issue.
  if (stale && name !== "edit") return null;
  if (name === "approve" && model.compilers.has(actor.id)) return null;
  return to;
}

/** All of an issue that anybody could have changed. */
export async function wholeOf(id: string) {
  const include = { entries: { orderBy: { id: "asc" } }, sections: { orderBy: { id: "asc" } } } as const;
  return db.issue.findUniqueOrThrow({ where: { id }, include });
}
