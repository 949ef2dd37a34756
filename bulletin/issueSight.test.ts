import { describe, expect, it } from "vitest";
import type { Prisma } from "@/generated/prisma/client";
import { IssueState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { noticedIssues, readableIssues, workedIssues } from "./policy";
import { onDatabase } from "./testing/database";
import { type House, house, person } from "./testing/people";
import { deputising } from "./testing/post";

/** What each person sees in a house that holds one issue of every state. */
onDatabase();

/** An issue in every state, each addressed to the leader and carrying an item of the north. */
async function issuesInEveryState({ north, writer, publication, leader }: House): Promise<void> {
  for (const [index, state] of Object.values(IssueState).entries()) {
    const at = { createdAt: now(), updatedAt: now() };
    const common = { kind: "story" as const, blocks: [], headline: [] };
    const item = await db.item.create({
      data: { ...common, ...at, state: "published", officeId: north.id, authorId: writer.id },
    });
    const { id: issueId } = await db.issue.create({
      data: { ...at, publicationId: publication.id, state, year: 2026, number: index + 1, lists: [], imprint: {} },
    });
    const section = await db.issueSection.create({ data: { issueId, title: "栏", style: "story", order: 1 } });
    await db.entry.create({ data: { ...common, issueId, sectionId: section.id, itemId: item.id, order: 1 } });
    await db.delivery.create({ data: { issueId, accountId: leader.id, labels: [], deliveredAt: now() } });
  }
}

type Sight = (actor: Actor) => Prisma.IssueWhereInput;

async function statesOf(sight: Sight, actor: Actor): Promise<IssueState[]> {
  const issues = await db.issue.findMany({ where: sight(actor), orderBy: { number: "asc" } });
  return issues.map(({ state }) => state);
}

async function nobodyOf({ leader2, southWriter, north }: House): Promise<Actor[]> {
  const roles = ["reader", "systemAdmin", "securityAdmin", "auditor"] as const;
  const others = await Promise.all(roles.map((role) => person([role], { office: north })));
  return [leader2, southWriter, ...others];
}

describe("issues", () => {
  it("are read while they are out, or in the archive, by those addressed and by offices with an item in them", async () => {
    const people = await house();
    await issuesInEveryState(people);
    const lead = await person(["officeLead"], { office: people.north });
    for (const actor of [people.leader, people.writer, lead])
      expect(await statesOf(readableIssues, actor), actor.roles.join()).toEqual(["distributed", "archived"]);
    for (const actor of await nobodyOf(people)) expect(await statesOf(readableIssues, actor)).toEqual([]);
  });

  it("are read by the secretariat even after they were corrected", async () => {
    const people = await house();
    await issuesInEveryState(people);
    for (const actor of [people.editor, people.reviewer, people.signer])
      expect(await statesOf(readableIssues, actor)).toEqual(["distributed", "corrected", "archived"]);
  });

  it("leave a notice before the same people, corrected or recalled, and before nobody else", async () => {
    const people = await house();
    await issuesInEveryState(people);
    const noticed = ["distributed", "corrected", "recalled"];
    for (const actor of [people.leader, people.writer, people.editor, people.reviewer, people.signer])
      expect(await statesOf(noticedIssues, actor), actor.roles.join()).toEqual(noticed);
    for (const actor of await nobodyOf(people)) expect(await statesOf(noticedIssues, actor)).toEqual([]);
  });

  it("are read by a deputy as by the one whose tray is in their care, as long as it is", async () => {
    const people = await house();
    await issuesInEveryState(people);
    for (const actor of [people.southWriter, people.leader2, await person([])]) {
      const deputy = deputising(actor, people.leader);
      expect(await statesOf(readableIssues, deputy)).toEqual(["distributed", "archived"]);
      expect(await statesOf(noticedIssues, deputy)).toEqual(["distributed", "corrected", "recalled"]);
      expect(await statesOf(readableIssues, { ...deputy, principals: [] })).toEqual([]);
      expect(await statesOf(workedIssues, deputy)).toEqual([]);
    }
    expect(await statesOf(readableIssues, deputising(people.southWriter, people.leader2))).toEqual([]);
  });

  it("are seen in work by the secretariat alone, in every state", async () => {
    const people = await house();
    await issuesInEveryState(people);
    for (const actor of [people.editor, people.reviewer, people.signer])
      expect(await statesOf(workedIssues, actor)).toEqual(Object.values(IssueState));
    for (const role of ["contributor", "officeLead", "reader", "systemAdmin", "securityAdmin", "auditor"] as const)
      expect(await statesOf(workedIssues, await person([role], { office: people.north }))).toEqual([]);
  });
});
