import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { workedIssues } from "../policy";

/** Asks whether the person may see an issue in work; refused, it is not there for them. */
export async function workedIssue(actor: Actor, id: string): Promise<void> {
  if (!(await db.issue.findFirst({ where: { AND: [{ id }, workedIssues(actor)] }, select: { id: true } })))
    throw missing();
}
