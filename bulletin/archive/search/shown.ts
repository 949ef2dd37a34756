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
  style: Kind | null;
  officialIds: string[];
};

/** In the order of the hits. One that the filters do not let through is left out: the index never has the last word. */
export async function shownOf(actor: Actor, hits: Hit[]): Promise<Shown[]> {
  const ids = (kind: SearchKind) => hits.flatMap((hit) => (hit.kind === kind ? [hit.ref] : []));
  const all = await Promise.all([
    itemsShown(actor, ids("item")),
    entriesShown(actor, ids("entry")),
    issuesShown(actor, ids("issue")),
    instructionsShown(actor, ids("instruction")),
    officialsShown(actor, ids("official")),
  ]);
  const byId = new Map(all.flat().map((each) => [each.id, each]));
  return hits.flatMap(({ ref }) => byId.get(ref) ?? []);
}

const nothing = { office: "", section: "", issue: null, style: null, officialIds: [], date: null };

async function itemsShown(actor: Actor, ids: string[]): Promise<Shown[]> {
  if (!ids.length) return [];
  const items = await db.item.findMany({
    where: { AND: [{ id: { in: ids } }, visibleItems(actor)] },
    include: {
      office: { select: { shortName: true } },
      section: { select: { title: true } },
      submitted: { orderBy: { number: "desc" }, take: 1 },
    },
  });
  return items.map((item) => {
    const isOwn = isOfficeSide(actor) && item.officeId === actor.officeId;
    const text = isOwn ? { ...item, blocks: asBlocks(item.blocks), date: fromColumn(item.date) } : sentForDesk(item);
    return {
      ...{ ...nothing, kind: "item", id: item.id, title: titleOf(text), text: paragraphsOf(text.blocks).join("\n") },
      href: has(actor, "editor") && !isOwn ? `/desk?item=${item.id}` : `/items/${item.id}`,
      date: text.date ?? dayOf(item.submittedAt ?? item.createdAt),
      ...{
        office: item.office.shortName,
        section: item.section?.title ?? "",
        style: item.kind,
        officialIds: text.officialIds,
      },
    };
  });
}

const issueSelect = (actor: Actor) =>
  ({
    ...{ id: true, series: true, year: true, number: true, state: true, date: true, periodTo: true, createdAt: true },
    publication: { select: { name: true } },
    // In whose tray it lies, where not in the person's own.
    deliveries: { where: { accountId: { in: traysOf(actor) } }, select: { accountId: true } },
  }) satisfies Prisma.IssueSelect;

type Issue = Prisma.IssueGetPayload<{ select: ReturnType<typeof issueSelect> }>;

function issueOf({ publication, series, year, number, state }: Issue): Shown["issue"] {
  return { publication: publication.name, series, year, number, state };
}

const readStates: string[] = ["distributed", "corrected", "archived"];

function hrefOf(actor: Actor, { id, state, deliveries }: Issue): string {
  if (!readStates.includes(state)) return `/issues/${id}`;
  const isOwn = deliveries.some(({ accountId }) => accountId === actor.id);
  const principal = principalsOf(actor).find((each) => deliveries.some(({ accountId }) => accountId === each.id));
  return `/reading/${id}${!isOwn && principal ? `?of=${principal.id}` : ""}`;
}

const dayOfIssue = ({ date, periodTo, createdAt }: Issue): Day =>
  fromColumn(date) ?? fromColumn(periodTo) ?? dayOf(createdAt);

async function entriesShown(actor: Actor, ids: string[]): Promise<Shown[]> {
  if (!ids.length) return [];
  const entries = await db.entry.findMany({
    where: { id: { in: ids }, issue: foundIssues(actor) },
    include: {
      issue: { select: issueSelect(actor) },
      section: { select: { title: true } },
      item: { select: { office: { select: { shortName: true } } } },
    },
  });
  return entries.map(({ issue, ...entry }) => {
    const blocks = asBlocks(entry.blocks);
    const href = hrefOf(actor, issue);
    return {
      ...{ kind: "entry", id: entry.id, title: titleOf({ ...entry, blocks }), text: paragraphsOf(blocks).join("\n") },
      href: href.startsWith("/reading") ? `${href}#entry-${entry.id}` : href,
      date: fromColumn(entry.date) ?? dayOfIssue(issue),
      ...{ office: entry.item?.office.shortName ?? "", section: entry.section.title, issue: issueOf(issue) },
      ...{ style: entry.kind, officialIds: entry.officialIds },
    };
  });
}

async function issuesShown(actor: Actor, ids: string[]): Promise<Shown[]> {
  if (!ids.length) return [];
  const issues = await db.issue.findMany({
    where: { AND: [{ id: { in: ids } }, foundIssues(actor)] },
    select: { ...issueSelect(actor), editorNote: true },
  });
  return issues.map((issue) => ({
    ...{ ...nothing, kind: "issue", id: issue.id, title: "", text: issue.editorNote, issue: issueOf(issue) },
    ...{ href: hrefOf(actor, issue), date: dayOfIssue(issue) },
  }));
}

async function instructionsShown(actor: Actor, ids: string[]): Promise<Shown[]> {
  if (!ids.length) return [];
  const instructions = await db.instruction.findMany({
    where: { AND: [{ id: { in: ids } }, visibleInstructions(actor)] },
    select: { id: true, leaderName: true, about: true, quote: true, text: true, givenAt: true },
  });
  return instructions.map(({ id, leaderName, about, quote, text, givenAt }) => ({
    ...{ ...nothing, kind: "instruction", id, href: `/instructions/${id}`, date: dayOf(givenAt) },
    ...{ title: [leaderName, about].filter(Boolean).join("："), text: [text, quote].filter(Boolean).join("\n") },
  }));
}

/** The roster is open to everybody who finds anything at all (sight.ts). */
async function officialsShown(actor: Actor, ids: string[]): Promise<Shown[]> {
  if (!ids.length || !maySearch(actor)) return [];
  const officials = await db.official.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, titles: { orderBy: { from: "asc" }, select: { title: true } } },
  });
  return officials.map(({ id, name, titles }) => ({
    ...{ ...nothing, kind: "official", id, href: `/search?official=${id}`, title: name },
    text: titles.map(({ title }) => title).join("\n"),
  }));
}
