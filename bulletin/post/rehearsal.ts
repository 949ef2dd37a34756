import type { Actor } from "@/lib/actor";
import { toColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { asImprint } from "../desk/imprint";
import { workedIssues } from "../policy";
import { itemsOf, withItems } from "../sources";
import { unreachedIn } from "./deliver";
import { asLists, type Lists, readersFor } from "./lists";
import { isPaper } from "./paperLabel";

/** Before signing: how many readers the lists reach, how many labels are paper, and which reach nobody. */
export type Rehearsal = { readers: number; paper: number; unreached: string[] };

/**
 * Of lists that the person already sees. A label whose accounts are all disabled or read nothing
 * reaches nobody and is no paper copy either: it is named, so that it is not found out afterwards.
 */
export async function rehearse(issue: { lists: Lists; correctsId: string | null }): Promise<Rehearsal> {
  const { lists } = issue;
  const { listed, recipients } = await readersFor(db, issue);
  const addressees = lists.flatMap((line) => line.addressees);
  return {
    readers: recipients.length,
    paper: addressees.filter(isPaper).length,
    unreached: unreachedIn(lists, listed),
  };
}

/**
 * Who would see an issue if it went out now: each reader with the labels under which they are
 * addressed (more than one: addressed twice), the readers whom no label reaches, the labels that are
 * paper and those that reach nobody, the copies that the imprint says are printed, the offices that read
 * it because it carries an item of theirs, and the deputies of recipients. For the secretariat; anybody
 * else finds nothing.
 */
export async function rehearsalOf(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, workedIssues(actor)] },
    select: {
      ...{ lists: true, imprint: true, correctsId: true },
      entries: { select: withItems({ office: { select: { shortName: true, order: true } } }) },
    },
  });
  if (!issue) throw missing();
  const lists = asLists(issue.lists);
  const { recipients } = await readersFor(db, { lists, correctsId: issue.correctsId });
  const labels = new Map(recipients.map((recipient) => [recipient.accountId, recipient.labels]));
  const accounts = await db.account.findMany({
    where: { disabledAt: null, roles: { some: { role: "reader" } } },
    orderBy: [{ official: { rank: "asc" } }, { office: { order: "asc" } }, { name: "asc" }],
    select: { id: true, name: true, office: { select: { shortName: true } } },
  });
  const readers = accounts.map(({ office, ...account }) => ({
    ...account,
    office: office.shortName,
    labels: labels.get(account.id) ?? [],
  }));
  return {
    ...(await rehearse({ lists, correctsId: issue.correctsId })),
    readers: readers.filter((reader) => reader.labels.length),
    others: readers.filter((reader) => !reader.labels.length),
    paper: lists.flatMap((line) => line.addressees.filter(isPaper).map(({ label }) => label)),
    copies: asImprint(issue.imprint).copies,
    offices: officesIn(issue.entries.flatMap(itemsOf)),
    deputies: await deputiesOf(recipients.map(({ accountId }) => accountId)),
  };
}

/** Offices whose items it carries: their contributors and leads read it as well. */
function officesIn(items: { office: { shortName: string; order: number } }[]): string[] {
  const offices = items.map(({ office }) => office).sort((a, b) => a.order - b.order);
  return [...new Set(offices.map(({ shortName }) => shortName))];
}

/** Who reads it in place of a recipient at present. */
async function deputiesOf(principals: string[]): Promise<{ deputy: string; principal: string }[]> {
  const day = toColumn(today());
  const rows = await db.deputy.findMany({
    where: { principalId: { in: principals }, endedAt: null, from: { lte: day }, until: { gte: day } },
    select: { deputy: { select: { name: true } }, principal: { select: { name: true } } },
  });
  return rows.map(({ deputy, principal }) => ({ deputy: deputy.name, principal: principal.name }));
}
