import type { IssueState, Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { addDays, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { sortSection } from "../../desk/arrange";
import { editEntry } from "../../desk/entries";
import { distribute, schedule, unschedule } from "../../post/distribute";
import { correct } from "../../press/correct";
import { recall } from "../../press/recall";
import { approve, requestReview, sendBack, withdrawReview } from "../../press/review";
import { signOff, voidIssue } from "../../press/signOff";
import { changeImprint, changeLists, sectionsOf } from "../issues";
import { paragraphs, type Seen } from "../items";
import { listsTo } from "../publications";
import { pick } from "./walk";

/** A small model of an issue's life, written without a look at workflow.ts or policy.ts. */
export type Model = {
  state: IssueState;
  compilers: Set<string>;
  number: number | null;
  edition: number;
  /** The edition that this one will take the place of, and the one begun last to take its own. */
  corrects: Model | null;
  correction: Model | null;
};

export function begun(compiler: Actor, corrects: Model | null = null, edition = 1): Model {
  const model = { state: "compiling", number: null, edition, corrects, correction: null } as const;
  return { ...model, compilers: new Set([compiler.id]) };
}

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
  schedule: {
    steps: { signed: ["signed", "editor", "signer"] },
    run: (actor, seen, what) => schedule(actor, { ...seen, day: addDays(today(), 1 + (what % 9)), time: "09:00" }),
  },
  unschedule: { steps: { signed: ["signed", "editor", "signer"] }, run: unschedule },
  void: {
    steps: { signed: ["void", "signer"] },
    run: (actor, seen) => voidIssue(actor, { ...seen, reason: "重排" }),
  },
  distribute: { steps: { signed: ["distributed", "editor", "signer"] }, run: distribute },
  recall: {
    steps: { distributed: ["recalled", "signer"] },
    run: (actor, seen) => recall(actor, { ...seen, reason: "内容有误" }),
  },
  /** Begins a new edition; the issue itself stays as it is until that one goes out. */
  correct: {
    steps: { distributed: ["distributed", "editor"], recalled: ["recalled", "editor"] },
    run: (actor, { id }) => correct(actor, { id, reason: "时间有误" }),
  },
};

/** The state to which the act leads by this person, or null where it is to be refused. */
export function expected(name: string, actor: Actor, stale: boolean, model: Model): IssueState | null {
  const [to, ...roles] = acts[name]?.steps[model.state] ?? [];
  if (!to || !roles.some((role) => actor.roles.includes(role))) return null;
  // An edit names the version of what it changes, a correction none: they do not ask for that of the issue.
  if (stale && name !== "edit" && name !== "correct") return null;
  if (name === "correct" && model.correction && model.correction.state !== "void") return null;
  if (name === "approve" && model.compilers.has(actor.id)) return null;
  return to;
}

/** What the act makes of this issue, of the one that it corrects, and of the numbers. */
export function done(name: string, actor: Actor, to: IssueState, model: Model, next: () => number): void {
  if (name === "edit") model.compilers.add(actor.id);
  if (name === "signOff") model.number = model.corrects?.number ?? next();
  if (name === "distribute" && model.corrects?.state === "distributed") model.corrects.state = "corrected";
  model.state = to;
}

/** All of an issue that anybody could have changed. */
export async function wholeOf(id: string) {
  const include = { entries: { orderBy: { id: "asc" } }, sections: { orderBy: { id: "asc" } } } as const;
  return db.issue.findUniqueOrThrow({ where: { id }, include });
}
