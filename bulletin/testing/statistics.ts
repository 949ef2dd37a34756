import fc from "fast-check";
import type { Actor } from "@/lib/actor";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { adopt, putBack } from "../desk/adopt";
import { editEntry } from "../desk/entries";
import { createIssue } from "../desk/issues";
import { merge, unmerge } from "../desk/merge";
import { decline, returnItem } from "../desk/select";
import { draftOf, saveDraft } from "../intake/draft";
import { officeSignOff, submit, withdraw } from "../intake/submit";
import { distribute } from "../post/distribute";
import { correct } from "../press/correct";
import { recall } from "../press/recall";
import { approve, requestReview } from "../press/review";
import { signOff, voidIssue } from "../press/signOff";
import { sectionsOf, seenIssue } from "./issues";
import { paragraphs, submitted } from "./items";
import { pick, wentThrough } from "./lives/walk";
import { type House, house, official } from "./people";
import { publication } from "./publications";

/** A house in which things happen at random: two publications, two officials, two offices that send. */
export async function stage() {
  const people = await house();
  const other = await publication({ readers: [people.leader] });
  const officials = [await official("甲", 1), await official("乙", 2)];
  return { people, publications: [people.publication, other], officials };
}

export type Stage = Awaited<ReturnType<typeof stage>>;
export type Step = { act: number; which: number; hours: number };

/** What happens, to which of the things there are, and how much later. */
export const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ act: fc.nat(9_999), which: fc.nat(9_999), hours: fc.integer({ min: 1, max: 90 }) }),
  { minLength: 45, maxLength: 45 },
);

/** Plays one after the other through the domain functions; what is refused did not happen. */
export async function play(set: Stage, steps: Step[]): Promise<void> {
  travel(new Date("2026-01-05T20:30:00+08:00"));
  for (const { act, which, hours } of steps) {
    travel(new Date(now().getTime() + hours * 3_600_000));
    await pick(acts, act)(set, which);
  }
}

type Act = (set: Stage, which: number) => Promise<unknown>;

async function send({ people, publications, officials }: Stage, which: number): Promise<unknown> {
  const [writer, lead] = which % 2 ? [people.writer, undefined] : [people.southWriter, people.southLead];
  const to = pick(publications, which >> 1);
  const sectionId = pick([...to.sections.map(({ id }) => id), null], which >> 2);
  const kind = which % 3 ? ("story" as const) : ("brief" as const);
  const headline = kind === "story" ? [`第${which}篇`] : [];
  const officialIds = officials.filter((_, at) => (which >> at) % 2);
  return submitted(writer, to, { lead, sectionId, kind, headline, officialIds });
}

async function adoptOne({ people, publications }: Stage, which: number): Promise<unknown> {
  const items = await db.item.findMany({
    where: { state: { in: ["submitted", "published", "adopted"] } },
    orderBy: { createdAt: "desc" },
    take: 6,
  });
  if (!items.length) return;
  const item = pick(items, which);
  const { id: publicationId } = pick(publications, which >> 1);
  const open = await db.issue.findFirst({ where: { publicationId, state: "compiling" } });
  const period = { periodFrom: null, periodTo: null };
  const issueId = open?.id ?? (await createIssue(people.editor, { publicationId, series: "regular", ...period }));
  const section = pick(await sectionsOf(issueId), which >> 2);
  const seen = { itemId: item.id, version: item.version, issueId, sectionId: section.id };
  await wentThrough(adopt(people.editor, seen));
  if (which % 4 === 0) await editOne({ people }, issueId, which);
}

async function editOne({ people }: { people: House }, issueId: string, which: number): Promise<unknown> {
  const entry = await db.entry.findFirst({ where: { issueId } });
  if (!entry) return;
  const reason = pick(["压缩篇幅", "核对职务", ""], which);
  const text = { headline: entry.headline, blocks: paragraphs(`改成第${which}稿。`), date: null, place: "" };
  return wentThrough(editEntry(people.editor, { id: entry.id, version: entry.version, ...text, reason }));
}

async function issueOut({ people }: Stage, which: number): Promise<unknown> {
  const issues = await db.issue.findMany({ where: { state: "compiling", entries: { some: {} } } });
  if (!issues.length) return;
  const { id } = pick(issues, which);
  await requestReview(people.editor, await seenIssue(id));
  await approve(people.reviewer, await seenIssue(id));
  if (!(await wentThrough(signing(people.signer, id)))) return;
  if (which % 7 === 0) return voidIssue(people.signer, { ...(await seenIssue(id)), reason: "不再印发" });
  return distribute(people.editor, await seenIssue(id));
}

const signing = async (signer: Actor, id: string) => signOff(signer, await seenIssue(id));

async function mergeOne({ people }: Stage, which: number): Promise<unknown> {
  const entries = await db.entry.findMany({ where: { issue: { state: "compiling" } }, orderBy: { id: "asc" } });
  const item = await inState(which, "submitted");
  if (!item || !entries.length) return;
  const seen = { itemId: item.id, version: item.version, entryId: pick(entries, which).id };
  return wentThrough(merge(people.editor, seen));
}

async function unmergeOne({ people }: Stage, which: number): Promise<unknown> {
  const where = { issue: { state: "compiling" as const }, sources: { some: {} } };
  const entry = await db.entry.findFirst({ where, include: { sources: true } });
  if (!entry) return;
  const { itemId } = pick([entry, ...entry.sources], which);
  return wentThrough(unmerge(people.editor, { entryId: entry.id, itemId: itemId ?? "" }));
}

const inState = (which: number, state: "submitted" | "returned" | "withdrawn") =>
  db.item
    .findMany({ where: { state }, orderBy: { createdAt: "asc" } })
    .then((items) => items[which % (items.length || 1)]);

const writerOf = ({ people }: Stage, officeId: string) =>
  officeId === people.north.id ? people.writer : people.southWriter;

const acts: Act[] = [
  ...[send, send, send, send],
  ...[adoptOne, adoptOne, adoptOne],
  ...[issueOut, issueOut],
  ...[mergeOne, mergeOne, unmergeOne],
  async (set, which) => {
    const item = await inState(which, "submitted");
    return item && withdraw(writerOf(set, item.officeId), item.id);
  },
  async ({ people }, which) => {
    const item = await inState(which, "submitted");
    return item && returnItem(people.editor, { id: item.id, version: item.version, words: "请补充。" });
  },
  async ({ people }, which) => {
    const item = await inState(which, "submitted");
    return item && decline(people.editor, { id: item.id, version: item.version, reason: "vague", words: "" });
  },
  /** Sent again; the south stops half-way, at its lead, every other time. */
  async (set, which) => {
    const item = await inState(which, which % 2 ? "returned" : "withdrawn");
    if (!item) return;
    const writer = writerOf(set, item.officeId);
    const draft = draftOf(item);
    const { version } = await saveDraft(writer, { id: item.id, version: item.version, draft });
    const sent = await submit(writer, { id: item.id, version });
    if (sent.state === "submitted" || which % 4 > 1) return;
    return officeSignOff(set.people.southLead, { id: item.id, version: sent.version });
  },
  async ({ people }, which) => {
    const entries = await db.entry.findMany({ where: { issue: { state: "compiling" } } });
    if (entries.length) await wentThrough(putBack(people.editor, pick(entries, which).id));
  },
  async ({ people }, which) => {
    const issues = await db.issue.findMany({ where: { state: "distributed" } });
    if (issues.length) await wentThrough(correct(people.editor, { id: pick(issues, which).id, reason: "更正" }));
  },
  async ({ people }, which) => {
    const issues = await db.issue.findMany({ where: { state: "distributed" } });
    if (which % 3 || !issues.length) return;
    return recall(people.signer, { ...(await seenIssue(pick(issues, which).id)), reason: "有误" });
  },
];
