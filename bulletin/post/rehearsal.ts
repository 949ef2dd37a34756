import { db } from "@/lib/db";
import { type Lists, recipientsOf } from "./lists";

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
  const isPaper = ({ accountIds, officeIds }: (typeof addressees)[number]) => !accountIds.length && !officeIds.length;
  return {
    readers: recipients.length,
    paper: addressees.filter(isPaper).length,
    unreached: addressees.flatMap((each) => (isPaper(each) || reached.has(each.label) ? [] : each.label)),
  };
}
