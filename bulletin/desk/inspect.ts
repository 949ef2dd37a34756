import { Prisma } from "@/generated/prisma/client";
import type { IssueState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { sentForDesk, wasSent } from "../intake/sent";
import { officialsNamed } from "../people/roster";
import { ask, has, itemActs, visibleItems } from "../policy";
import { imagesOf } from "../text/model";
import { countOf, titleOf } from "../text/plain";
import { issueLife } from "../workflow";
import { laidOut } from "./laid";

/** One item as the editor reads it beside the queue. */
export async function inspect(actor: Actor, id: string) {
  ask(has(actor, "editor"));
  const item = await db.item.findFirst({ where: { AND: [{ id }, visibleItems(actor)] } });
  if (!item) throw missing();
  const beside = await besidesOf(item.id);
  const sent = sentForDesk({ ...item, submitted: beside.content === null ? [] : [{ content: beside.content }] });
  const { blocks, date } = sent;
  const { content: _, events, attachments, ...around } = beside;
  return {
    ...item,
    ...around,
    ...sent,
    returned: events.find(({ act }) => act === "return")?.words ?? null,
    attachments: attachments.filter(({ createdAt }) => wasSent(item, { createdAt: new Date(createdAt) })),
    acts: itemActs(actor, item),
    characters: countOf(blocks),
    images: imagesOf(blocks).length,
    officials: await officialsNamed(sent.officialIds, date ?? today()),
    signedOffBy: events.find(({ act }) => act === "officeSignOff")?.actorName ?? null,
  };
}

type InIssue = { id: string; issue: { id: string; state: IssueState; publication: string } };
type Besides = {
  office: { name: string; phone: string };
  author: { name: string; phone: string };
  section: { id: string; title: string } | null;
  attachments: { id: string; name: string; createdAt: string }[];
  /** As it was sent last; null before the first time. */
  content: unknown;
  entries: InIssue[];
  mergedInto: InIssue[];
  events: { act: string; actorName: string; words: string | null }[];
};

const inIssue = Prisma.sql`jsonb_build_object('id', e.id, 'issue', jsonb_build_object('id', s.id, 'state', s.state, 'publication', p.name))`;
const ofIssue = Prisma.sql`JOIN "Issue" s ON s.id = e."issueId" JOIN "Publication" p ON p.id = s."publicationId"`;

/** All that stands beside an item, by one query: a dozen relations of Prisma's are a dozen. */
async function besidesOf(id: string): Promise<Besides> {
  const [row] = await db.$queryRaw<Besides[]>`
    SELECT jsonb_build_object('name', o.name, 'phone', o.phone) AS office, jsonb_build_object('name', a.name, 'phone', a.phone) AS author,
      (SELECT jsonb_build_object('id', t.id, 'title', t.title) FROM "Section" t WHERE t.id = i."sectionId") AS section,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'createdAt', f."createdAt") ORDER BY f."createdAt"), '[]')
        FROM "Attachment" f WHERE f."itemId" = i.id) AS attachments,
      (SELECT content FROM "Submission" WHERE "itemId" = i.id ORDER BY number DESC LIMIT 1) AS content,
      (SELECT coalesce(jsonb_agg(${inIssue} ORDER BY e.id), '[]') FROM "Entry" e ${ofIssue} WHERE e."itemId" = i.id) AS entries,
      (SELECT coalesce(jsonb_agg(${inIssue} ORDER BY e.id), '[]') FROM "EntrySource" x JOIN "Entry" e ON e.id = x."entryId" ${ofIssue}
        WHERE x."itemId" = i.id) AS "mergedInto",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('act', v.act, 'actorName', v."actorName", 'words', v.detail ->> 'words')
        ORDER BY v.id DESC), '[]') FROM "Event" v
        WHERE v."itemId" = i.id AND v.act IN ('officeSignOff', 'return', 'decline', 'withdraw')) AS events
    FROM "Item" i JOIN "Office" o ON o.id = i."officeId" JOIN "Account" a ON a.id = i."authorId" WHERE i.id = ${id}::uuid`;
  if (!row) throw missing();
  return row;
}

/** Where an item can be adopted to, or merged into: the issues in work with their sections and entries. */
export async function openIssues(actor: Actor) {
  ask(has(actor, "editor"));
  const issues = await db.issue.findMany({
    // Not the approved ones: adopting into them would void an approval by a slip of the hand.
    where: { state: { in: [...issueLife.requestReview.from] }, correctsId: null },
    orderBy: [{ publication: { order: "asc" } }, { createdAt: "desc" }],
    select: {
      ...{ id: true, year: true, series: true, publicationId: true, state: true, correctsId: true, createdAt: true },
      ...{ periodFrom: true, periodTo: true, publication: { select: { name: true } } },
    },
  });
  const laid = Map.groupBy(
    await laidOut(
      issues.map(({ id }) => id),
      { titlesAlone: true },
    ),
    ({ issueId }) => issueId,
  );
  return issues.map((issue) => ({
    ...issue,
    sections: (laid.get(issue.id) ?? []).map(({ id, title, style, entries }) => ({
      ...{ id, title, style },
      entries: entries.map((entry) => ({
        id: entry.id,
        title: titleOf(entry, 24),
        offices: [...new Set(entry.sources.map(({ office }) => office))],
      })),
    })),
  }));
}
