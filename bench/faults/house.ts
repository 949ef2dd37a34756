import { hashPassword } from "@/bulletin/people/password";
import { approve, requestReview } from "@/bulletin/press/review";
import { adoptInto, issueBy, seenIssue } from "@/bulletin/testing/issues";
import { submitted } from "@/bulletin/testing/items";
import { house, person } from "@/bulletin/testing/people";
import { publication } from "@/bulletin/testing/publications";
import { db } from "@/lib/db";

export const password = "Faults-trial-2026";
export const writers = 6;
export const readers = 8;

export type Trial = { publicationId: string; sectionId: string; accounts: Record<string, string[]>; issues: string[] };

/** People with a password that opens, one publication, and so many issues that wait for their signature. */
export async function makeTrial(issueCount: number): Promise<Trial> {
  const people = await house();
  const passwordHash = await hashPassword(password);
  const many = async (role: "contributor" | "reader", count: number) => {
    const made = [];
    for (let at = 0; at < count; at++) made.push(await person([role], { account: `${role}${at}`, passwordHash }));
    return made;
  };
  const contributors = await many("contributor", writers);
  const all = await many("reader", readers);
  const { editor, signer } = people;
  for (const { id } of [editor, signer]) await db.account.update({ where: { id }, data: { passwordHash } });
  const weekly = await publication({ readers: all });
  const issues: string[] = [];
  for (let at = 0; at < issueCount; at++) {
    const id = await issueBy(editor, weekly);
    await adoptInto(id, editor, [await submitted(people.writer, weekly)]);
    await requestReview(editor, await seenIssue(id));
    await approve(people.reviewer, await seenIssue(id));
    issues.push(id);
  }
  const accountsOf = (list: { account: string }[]) => list.map(({ account }) => account);
  return {
    publicationId: weekly.id,
    sectionId: weekly.sections[0]?.id ?? "",
    accounts: {
      writers: accountsOf(contributors),
      readers: accountsOf(all),
      editor: [editor.account],
      signer: [signer.account],
    },
    issues,
  };
}
