import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { readableIssues, visibleItems } from "../../policy";
import { asBlocks } from "../../text/model";
import { titleOf } from "../../text/plain";
import type { Scope } from "./scope";

/**
 * Items of a list in the order of their ids: when each was sent, answered and printed; its title only to whoever
 * may read the item or where it was printed.
 */
export async function rowsOf(actor: Actor, { issueIds, publicationId }: Scope, ids: string[]) {
  const of = { id: { in: ids } };
  const [items, seen, sent, printed] = await Promise.all([
    db.item.findMany({
      where: of,
      select: {
        ...{ id: true, kind: true, state: true, submissions: true, headline: true, blocks: true },
        office: { select: { shortName: true } },
        submitted: { orderBy: { number: "desc" }, take: 1, select: { content: true } },
      },
    }),
    db.item.findMany({ where: { AND: [of, visibleItems(actor)] }, select: { id: true } }),
    db.sentItem.findMany({ where: { itemId: { in: ids } } }),
    db.publishedItem.findMany({
      where: {
        itemId: { in: ids },
        ...(issueIds && { issueId: { in: issueIds } }),
        ...(publicationId && { publicationId }),
      },
      orderBy: { at: "asc" },
    }),
  ]);
  const issues = await issuesNamed(
    actor,
    printed.map(({ issueId }) => issueId),
  );
  const visible = new Set(seen.map(({ id }) => id));
  const byId = new Map(items.map((item) => [item.id, item]));
  const sentOf = new Map(sent.map((row) => [row.itemId, row]));
  return ids.flatMap((id) => {
    const item = byId.get(id);
    if (!item) return [];
    const { kind, state, submissions, office } = item;
    const times = sentOf.get(id);
    const isSeen = visible.has(id);
    const printings = printed
      .filter(({ itemId }) => itemId === id)
      .flatMap(({ issueId, day, section, changed }) => {
        const issue = issues.get(issueId);
        return issue ? { ...issue, day: fromColumn(day), section, changed } : [];
      });
    return {
      ...{ id, kind, state, submissions, isSeen, office: office.shortName },
      /** Null: counted, but not for this person to read. */
      title: isSeen || printings.some((each) => each.isSeen) ? titleSent(item) : null,
      sentOn: times ? fromColumn(times.day) : null,
      answered: times?.answeredAt ? (times.answeredAt.getTime() - times.at.getTime()) / 86_400_000 : null,
      printings,
    };
  });
}

export type ListedItem = Awaited<ReturnType<typeof rowsOf>>[number];

/** As it was sent last: what an office writes at it since is its own. */
function titleSent({
  headline,
  blocks,
  submitted,
}: {
  headline: string[];
  blocks: unknown;
  submitted: { content: unknown }[];
}) {
  const content = submitted[0]?.content as { headline: string[]; blocks: unknown } | undefined;
  const text = content ?? { headline, blocks };
  return titleOf({ headline: text.headline, blocks: asBlocks(text.blocks) }, 40);
}

async function issuesNamed(actor: Actor, ids: string[]) {
  const select = { id: true, year: true, number: true, series: true, publication: { select: { name: true } } } as const;
  const [issues, readable] = await Promise.all([
    db.issue.findMany({ where: { id: { in: ids } }, select }),
    db.issue.findMany({ where: { AND: [{ id: { in: ids } }, readableIssues(actor)] }, select: { id: true } }),
  ]);
  const open = new Set(readable.map(({ id }) => id));
  return new Map(
    issues.map(({ publication, ...issue }) => [
      issue.id,
      { ...issue, publication: publication.name, isSeen: open.has(issue.id) },
    ]),
  );
}
