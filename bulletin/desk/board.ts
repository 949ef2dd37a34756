import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { has, issueActs, workedIssues } from "../policy";
import { asLists } from "../post/lists";
import { listNameOf, namedLists } from "../post/namedLists";
import { blockersOf, publicationText } from "../press/blockers";
import { machineFaces } from "../press/machine";
import { tentativeNumber } from "../press/numbering";
import { countOf, titleOf } from "../text/plain";
import { wasOut } from "../workflow";
import { aroundOf } from "./frame";
import { asImprint } from "./imprint";
import { laidOut } from "./laid";

/** An issue with its sections and entries, its blockers, and what the person may do with it. */
export async function board(actor: Actor, id: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, workedIssues(actor)] },
    include: { publication: true },
  });
  if (!issue) throw missing();
  const [laid, events, beside] = await Promise.all([laidOut([issue.id]), lateActs(issue.id), besides(issue)]);
  const sections = laid.map(({ entries, ...section }) => ({
    ...section,
    entries: entries.map(({ sources, ...entry }) => ({
      ...entry,
      /** Of its first item; `items` are all, where it is made of several (合编). */
      office: sources[0]?.office ?? "",
      items: sources.map(({ id: itemId, office }) => ({ id: itemId, office })),
      /** One of them was marked so at the desk, and still is. */
      needsCheck: sources.some((each) => each.needsCheck),
      title: titleOf(entry, 30),
      characters: countOf(entry.blocks),
    })),
  }));
  const lists = asLists(issue.lists);
  const imprint = asImprint(issue.imprint);
  return {
    ...issue,
    ...beside,
    events,
    sections,
    lists,
    imprint,
    around: aroundOf(issue),
    periodFrom: fromColumn(issue.periodFrom),
    periodTo: fromColumn(issue.periodTo),
    date: fromColumn(issue.date),
    tentative: issue.number === null ? await tentativeNumber(issue) : null,
    expectedDate: fromColumn(issue.date) ?? today(),
    blockers: blockersOf(
      { ...issue, sections, lists, imprint, publication: publicationText(issue.publication) },
      machineFaces().missingIn,
    ),
    acts: issueActs(actor, issue),
    /** The new edition that takes its place, or is to. */
    correction: beside.corrections[0] ?? null,
    mayCorrect: has(actor, "editor") && ["distributed", "recalled"].includes(issue.state) && !beside.corrections.length,
    listName: issue.listId ? await listNameOf(issue.listId) : null,
    /** To which a past issue can be opened. */
    openLists: issue.state === "archived" && has(actor, "editor") ? await namedLists(actor, issue.publicationId) : [],
    deliveries: issue.state === "archived" ? await db.delivery.count({ where: { issueId: issue.id } }) : 0,
    isCompiler: issue.compilerIds.includes(actor.id),
  };
}

/** The last acts of review and signing, the latest first. */
function lateActs(issueId: string) {
  return db.event.findMany({
    where: { issueId, act: { in: ["sendBack", "approve", "requestReview", "voidApproval", "signOff"] } },
    orderBy: { id: "desc" },
    take: 8,
  });
}

/** What few issues have: the file it was read in from, the edition that it corrects, those that correct it. */
async function besides({ id, importId, correctsId, state }: Issue) {
  const named = { id: true, state: true } as const;
  return {
    import: importId ? await db.importedFile.findUnique({ where: { id: importId }, select: { type: true } }) : null,
    corrects: correctsId ? await db.issue.findUnique({ where: { id: correctsId }, select: named }) : null,
    corrections: (wasOut as readonly string[]).includes(state)
      ? await db.issue.findMany({ where: { correctsId: id, state: { not: "void" } }, select: named })
      : [],
  };
}

export type Board = Awaited<ReturnType<typeof board>>;
