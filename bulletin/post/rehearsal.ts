import { db } from "@/lib/db";
import { type Lists, recipientsOf } from "./lists";

/** How many readers the lists reach, and how many labels are paper copies. Of lists that the person already sees. */
export async function rehearse(lists: Lists): Promise<{ readers: number; paper: number }> {
  const recipients = await recipientsOf(db, lists);
  const paper = lists
    .flatMap(({ addressees }) => addressees)
    .filter(({ accountIds, officeIds }) => !accountIds.length && !officeIds.length);
  return { readers: recipients.length, paper: paper.length };
}
