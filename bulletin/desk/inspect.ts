import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { sentForDesk, wasSent } from "../intake/sent";
import { officialsNamed } from "../people/roster";
import { ask, has, itemActs, visibleItems } from "../policy";
import { itemsOf, withItems } from "../sources";
import { asBlocks, imagesOf } from "../text/model";
import { countOf, titleOf } from "../text/plain";
import { issueLife } from "../workflow";

/** One item as the editor reads it beside the queue. */
export async function inspect(actor: Actor, id: string) {
  ask(has(actor, "editor"));
  const item = await db.item.findFirst({
    where: { AND: [{ id }, visibleItems(actor)] },
    include: {
      office: { select: { name: true, phone: true } },
      author: { select: { name: true, phone: true } },
      publication: { select: { id: true, name: true } },
      section: { select: { id: true, title: true } },
      attachments: { select: { id: true, name: true, size: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      submitted: { orderBy: { number: "desc" }, take: 1 },
      entries: { select: inIssue },
      mergedInto: { select: { entry: { select: inIssue } } },
    },
  });
  if (!item) throw missing();
  const sent = sentForDesk(item);
  const { blocks, date } = sent;
  const events = await db.event.findMany({
    where: { itemId: id, act: { in: ["officeSignOff", "return", "decline", "withdraw"] } },
    orderBy: { id: "desc" },
    select: { act: true, actorName: true, at: true, detail: true },
  });
  return {
    ...item,
    ...sent,
    events,
    attachments: item.attachments.filter((file) => wasSent(item, file)),
    acts: itemActs(actor, item),
    characters: countOf(blocks),
    images: imagesOf(blocks).length,
    officials: await officialsNamed(sent.officialIds, date ?? today()),
    signedOffBy: events.find(({ act }) => act === "officeSignOff")?.actorName ?? null,
  };
}

const inIssue = {
  id: true,
  issue: { select: { id: true, publicationId: true, state: true, publication: { select: { name: true } } } },
} as const;

/** Where an item can be adopted to, or merged into: the issues in work with their sections and entries. */
export async function openIssues(actor: Actor) {
  ask(has(actor, "editor"));
  const issues = await db.issue.findMany({
    // Not the approved ones: adopting into them would void an approval by a slip of the hand.
    where: { state: { in: [...issueLife.requestReview.from] }, correctsId: null },
    orderBy: [{ publication: { order: "asc" } }, { createdAt: "desc" }],
    select: {
      id: true,
      year: true,
      series: true,
      publicationId: true,
      state: true,
      correctsId: true,
      createdAt: true,
      periodFrom: true,
      periodTo: true,
      publication: { select: { name: true } },
      sections: {
        orderBy: { order: "asc" },
        select: {
          ...{ id: true, title: true, style: true },
          entries: {
            orderBy: [{ order: "asc" }, { id: "asc" }],
            select: {
              id: true,
              headline: true,
              blocks: true,
              ...withItems({ office: { select: { shortName: true } } }),
            },
          },
        },
      },
    },
  });
  return issues.map(({ sections, ...issue }) => ({
    ...issue,
    sections: sections.map(({ entries, ...section }) => ({
      ...section,
      entries: entries.map((entry) => ({
        id: entry.id,
        title: titleOf({ headline: entry.headline, blocks: asBlocks(entry.blocks) }, 24),
        offices: [...new Set(itemsOf(entry).map(({ office }) => office.shortName))],
      })),
    })),
  }));
}
