import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { asImprint } from "../desk/imprint";
import { workedIssues } from "../policy";
import { asLists, type Lists, recipientsOf } from "./lists";
import { isPaper } from "./paperLabel";

/** Before signing: how many readers the lists reach, how many labels are paper, and which reach nobody. */
export type Rehearsal = { readers: number; paper: number; unreached: string[] };

/**
 * Of lists that the person already sees. A label whose accounts are all disabled or read nothing
 * reaches nobody and is no paper copy either: it is named, so that it is not found out afterwards.
 */
export async function rehearse(lists: Lists): Promise<Rehearsal> {
  const recipients = await recipientsOf(db, lists);
  const reached = new Set(recipients.flatMap(({ labels }) => labels));
  const addressees = lists.flatMap((line) => line.addressees);
  return {
    readers: recipients.length,
    paper: addressees.filter(isPaper).length,
    unreached: addressees.flatMap((each) => (isPaper(each) || reached.has(each.label) ? [] : each.label)),
  };
}

/**
 * Who would see an issue if it went out now: each reader with the labels under which they are
 * addressed (more than one: addressed twice), the readers whom no label reaches, the labels that are
 * paper and those that reach nobody, and the copies that the imprint says are printed. For the
 * secretariat; anybody else finds nothing.
 */
export async function rehearsalOf(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, workedIssues(actor)] },
    select: { lists: true, imprint: true },
  });
  if (!issue) throw missing();
  const lists = asLists(issue.lists);
  const recipients = await recipientsOf(db, lists);
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
    ...(await rehearse(lists)),
    readers: readers.filter((reader) => reader.labels.length),
    others: readers.filter((reader) => !reader.labels.length),
    paper: lists.flatMap((line) => line.addressees.filter(isPaper).map(({ label }) => label)),
    copies: asImprint(issue.imprint).copies,
  };
}
