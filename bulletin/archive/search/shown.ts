import type { Prisma } from "@/generated/prisma/client";
import type { IssueState, Kind, SearchKind, Series } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { type Day, dayOf, fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { sentForDesk } from "../../intake/sent";
import {
  foundIssues,
  has,
  isOfficeSide,
  isSecretariat,
  maySearch,
  principalsOf,
  traysOf,
  visibleInstructions,
  visibleItems,
} from "../../policy";
import { asBlocks } from "../../text/model";
import { paragraphsOf, titleOf } from "../../text/plain";
import type { Hit } from "./answer";

/** A hit as it is shown: what the person may see of it, read once more through the filters of policy.ts. */
export type Shown = {
  kind: SearchKind;
  id: string;
  href: string;
  title: string;
  text: string;
  date: Day | null;
  office: string;
  section: string;
  /** The issue that it is, or stands in. */
  issue: { publication: string; series: Series; year: number; number: number | null; state: IssueState } | null;
  /** The same text in its other place: of an entry the first of its items that the person sees, of an item its entry. */
  other: { kind: "item" | "entry"; href: string } | null;
  style: Kind | null;
  officialIds: string[];
};

/** In the order of the hits. One that the filters do not let through is left out: the index never has the last word. */
export async function shownOf(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  const of = (kind: SearchKind) => hits.filter((hit) => hit.kind === kind);
  const all = await Promise.all([
    itemsShown(actor, of("item")),
    entriesShown(actor, of("entry")),
    issuesShown(actor, of("issue")),
    instructionsShown(actor, of("instruction")),
    officialsShown(actor, of("official")),
  ]);
  const byId = new Map(all.flat().map((each) => [each.id, each]));
  return hits.flatMap(({ ref }) => byId.get(ref) ?? []);
}

const idsOf = (hits: Hit[]) => ({ in: hits.map(({ ref }) => ref) });

/** Where it stands, as the index names it. */
function placeOf(hits: Hit[], id: string) {
  const hit = hits.find(({ ref }) => ref === id);
  return { publication: hit?.publication ?? "", section: hit?.section ?? "", office: hit?.office ?? "" };
}

const nothing = { office: "", section: "", issue: null, other: null, style: null, officialIds: [], date: null };

async function itemsShown(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  if (!hits.length) return [];
  const items = await db.item.findMany({
    where: { AND: [{ id: idsOf(hits) }, visibleItems(actor)] },
    include: { submitted: { orderBy: { number: "desc" }, take: 1 } },
  });
  const entryOf = await entriesWith(actor, hits);
  return items.map((item) => {
    const isOwn = isOfficeSide(actor) && item.officeId === actor.officeId;
    const text = isOwn ? { ...item, blocks: asBlocks(item.blocks), date: fromColumn(item.date) } : sentForDesk(item);
    const { office, section } = placeOf(hits, item.id);
    return {
      ...{ ...nothing, kind: "item", id: item.id, title: titleOf(text), text: paragraphsOf(text.blocks).join("\n") },
      href: hrefOfItem(actor, item),
      other: otherAt("entry", entryOf.get(item.id)),
      date: text.date ?? dayOf(item.submittedAt ?? item.createdAt),
      ...{ office, section, style: item.kind, officialIds: text.officialIds },
    };
  });
}

/**
 * Where items stand in an entry that the person sees, alone or merged. Mostly that is one; in what was corrected
 * or printed again there are more, of which the latest counts.
 */
async function entriesWith(actor: Actor, hits: Hit[]): Promise<Map<string | null, string>> {
  const entry = { id: true, issue: { select: issueSelect(actor) } };
  const own = await db.entry.findMany({
    where: { itemId: idsOf(hits), issue: foundIssues(actor) },
    select: { ...entry, itemId: true },
  });
  const merged = await db.entrySource.findMany({
    where: { itemId: idsOf(hits), entry: { issue: foundIssues(actor) } },
    select: { itemId: true, entry: { select: entry } },
  });
  const all = [...own, ...merged.map(({ itemId, entry: of }) => ({ ...of, itemId }))];
  all.sort((a, b) => a.issue.createdAt.getTime() - b.issue.createdAt.getTime());
  return new Map(all.map(({ id, itemId, issue }) => [itemId, hrefOfEntry(actor, issue, id)]));
}

const otherAt = (kind: "item" | "entry", href: string | undefined) => (href ? { kind, href } : null);

function hrefOfItem(actor: Actor, { id, officeId }: { id: string; officeId: string }): string {
  const isOwn = isOfficeSide(actor) && officeId === actor.officeId;
  return has(actor, "editor") && !isOwn ? `/desk?item=${id}` : `/items/${id}`;
}

const issueSelect = (actor: Actor) =>
  ({
    ...{ id: true, series: true, year: true, number: true, state: true, date: true, periodTo: true, createdAt: true },
    // In whose tray it lies, where that may be somebody else's.
    ...(principalsOf(actor).length && {
      deliveries: { where: { accountId: { in: traysOf(actor) } }, select: { accountId: true } },
    }),
  }) satisfies Prisma.IssueSelect;

type Issue = Prisma.IssueGetPayload<{ select: ReturnType<typeof issueSelect> }> & {
  deliveries?: { accountId: string }[];
};

function issueOf({ series, year, number, state }: Issue, publication: string): Shown["issue"] {
  return { publication, series, year, number, state };
}

const readStates: string[] = ["distributed", "corrected", "archived"];

function hrefOf(actor: Actor, { id, state, deliveries = [] }: Issue): string {
  if (!readStates.includes(state)) return `/issues/${id}`;
  const isOwn = deliveries.some(({ accountId }) => accountId === actor.id);
  const principal = principalsOf(actor).find((each) => deliveries.some(({ accountId }) => accountId === each.id));
  return `/reading/${id}${!isOwn && principal ? `?of=${principal.id}` : ""}`;
}

function hrefOfEntry(actor: Actor, issue: Issue, id: string): string {
  const href = hrefOf(actor, issue);
  return href.startsWith("/reading") ? `${href}#entry-${id}` : href;
}

const dayOfIssue = ({ date, periodTo, createdAt }: Issue): Day =>
  fromColumn(date) ?? fromColumn(periodTo) ?? dayOf(createdAt);

async function entriesShown(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  if (!hits.length) return [];
  const entries = await db.entry.findMany({
    where: { id: idsOf(hits), issue: foundIssues(actor) },
    include: {
      issue: { select: issueSelect(actor) },
      sources: { select: { itemId: true }, orderBy: { order: "asc" } },
    },
  });
  const itemIdsOf = ({ itemId, sources }: (typeof entries)[number]) =>
    [{ itemId }, ...sources].flatMap((each) => each.itemId ?? []);
  // A mere reader sees no item, and need not wait for that answer.
  const items =
    isOfficeSide(actor) || isSecretariat(actor)
      ? await db.item.findMany({
          where: { AND: [{ id: { in: entries.flatMap(itemIdsOf) } }, visibleItems(actor)] },
          select: { id: true, officeId: true },
        })
      : [];
  const itemOf = new Map(items.map((item) => [item.id, hrefOfItem(actor, item)]));
  return entries.map((entry) => {
    const { issue } = entry;
    const blocks = asBlocks(entry.blocks);
    const { publication, office, section } = placeOf(hits, entry.id);
    return {
      ...{ kind: "entry", id: entry.id, title: titleOf({ ...entry, blocks }), text: paragraphsOf(blocks).join("\n") },
      href: hrefOfEntry(actor, issue, entry.id),
      other: otherAt("item", itemIdsOf(entry).flatMap((id) => itemOf.get(id) ?? [])[0]),
      date: fromColumn(entry.date) ?? dayOfIssue(issue),
      ...{ office, section, issue: issueOf(issue, publication) },
      ...{ style: entry.kind, officialIds: entry.officialIds },
    };
  });
}

async function issuesShown(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  if (!hits.length) return [];
  const issues = await db.issue.findMany({
    where: { AND: [{ id: idsOf(hits) }, foundIssues(actor)] },
    select: { ...issueSelect(actor), editorNote: true },
  });
  return issues.map((issue) => ({
    ...{ ...nothing, kind: "issue", id: issue.id, title: "", text: issue.editorNote },
    issue: issueOf(issue, placeOf(hits, issue.id).publication),
    ...{ href: hrefOf(actor, issue), date: dayOfIssue(issue) },
  }));
}

async function instructionsShown(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  if (!hits.length) return [];
  const instructions = await db.instruction.findMany({
    where: { AND: [{ id: idsOf(hits) }, visibleInstructions(actor)] },
    select: { id: true, leaderName: true, about: true, quote: true, text: true, givenAt: true },
  });
  return instructions.map(({ id, leaderName, about, quote, text, givenAt }) => ({
    ...{ ...nothing, kind: "instruction", id, href: `/instructions/${id}`, date: dayOf(givenAt) },
    ...{ title: [leaderName, about].filter(Boolean).join("："), text: [text, quote].filter(Boolean).join("\n") },
  }));
}

/** The roster is open to everybody who finds anything at all (sight.ts). */
async function officialsShown(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  if (!hits.length || !maySearch(actor)) return [];
  const officials = await db.official.findMany({
    where: { id: idsOf(hits) },
    select: { id: true, name: true, titles: { orderBy: { from: "asc" }, select: { title: true } } },
  });
  return officials.map(({ id, name, titles }) => ({
    ...{ ...nothing, kind: "official", id, href: `/search?official=${id}`, title: name },
    text: titles.map(({ title }) => title).join("\n"),
  }));
}
