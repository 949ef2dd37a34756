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
import { itemsOf, withItems } from "../sources";
import { asBlocks } from "../text/model";
import { countOf, titleOf } from "../text/plain";
import { aroundOf } from "./frame";
import { asImprint } from "./imprint";

/** An issue with its sections and entries, its blockers, and what the person may do with it. */
export async function board(actor: Actor, id: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, workedIssues(actor)] },
    include: {
      publication: true,
      import: { select: { type: true } },
      corrects: { select: { id: true, state: true } },
      corrections: { where: { state: { not: "void" } }, select: { id: true, state: true } },
      sections: {
        orderBy: [{ order: "asc" }, { id: "asc" }],
        include: {
          entries: {
            orderBy: [{ order: "asc" }, { id: "asc" }],
            include: withItems({ id: true, needsCheck: true, office: { select: { shortName: true } } }),
          },
        },
      },
    },
  });
  if (!issue) throw missing();
  const events = await db.event.findMany({
    where: { issueId: issue.id, act: { in: ["sendBack", "approve", "requestReview", "voidApproval", "signOff"] } },
    orderBy: { id: "desc" },
    take: 8,
  });
  const sections = issue.sections.map(({ entries, ...section }) => ({
    ...section,
    entries: entries.map(({ item, sources, blocks, ...entry }) => ({
      ...entry,
      blocks: asBlocks(blocks),
      date: fromColumn(entry.date),
      /** Of its first item; `items` are all, where it is made of several (合编). */
      office: item?.office.shortName ?? "",
      items: itemsOf({ item, sources }).map(({ id: itemId, office }) => ({ id: itemId, office: office.shortName })),
      /** One of them was marked so at the desk, and still is. */
      needsCheck: itemsOf({ item, sources }).some((each) => each.needsCheck),
      title: titleOf({ headline: entry.headline, blocks: asBlocks(blocks) }, 30),
      characters: countOf(asBlocks(blocks)),
    })),
  }));
  const lists = asLists(issue.lists);
  const imprint = asImprint(issue.imprint);
  return {
    ...issue,
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
    correction: issue.corrections[0] ?? null,
    mayCorrect: has(actor, "editor") && ["distributed", "recalled"].includes(issue.state) && !issue.corrections.length,
    listName: issue.listId ? await listNameOf(issue.listId) : null,
    /** To which a past issue can be opened. */
    openLists: issue.state === "archived" && has(actor, "editor") ? await namedLists(actor, issue.publicationId) : [],
    deliveries: issue.state === "archived" ? await db.delivery.count({ where: { issueId: issue.id } }) : 0,
    isCompiler: issue.compilerIds.includes(actor.id),
  };
}

export type Board = Awaited<ReturnType<typeof board>>;
