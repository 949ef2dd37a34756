import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { IssueState, ItemState, Kind } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { addDays, toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { house, official, person } from "./people";
import { publication } from "./publications";

/**
 * A small world for search, written directly: texts of few different characters, so that words meet by
 * chance, in every state that there is.
 */
const letters = [..."政政政协协协会会会工作18第期AＡ，。%'\\-🌾"];
const text = (max: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: max }).map((all) => all.join(""));

const itemStates = [
  "draft",
  "awaitingOfficeSignOff",
  "submitted",
  "returned",
  "withdrawn",
  "declined",
  "adopted",
  "merged",
  "published",
];
const issueStates = [
  "compiling",
  "approved",
  "signed",
  "distributed",
  "distributed",
  "distributed",
  "archived",
  "corrected",
  "recalled",
  "void",
];

const oneText = fc.record({
  headline: fc.array(text(6), { maxLength: 2 }),
  paragraphs: fc.array(text(14), { minLength: 1, maxLength: 3 }),
});

export const world = fc.record({
  items: fc.array(
    fc.record({
      own: oneText,
      /** As it was sent, where it was. */
      sent: fc.option(oneText),
      office: fc.nat(2),
      state: fc.constantFrom(...(itemStates as ItemState[])),
      officials: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
      day: fc.option(fc.nat(900)),
      section: fc.option(fc.nat(1)),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  issues: fc.array(
    fc.record({
      state: fc.constantFrom(...(issueStates as IssueState[])),
      entries: fc.array(
        fc.record({
          text: oneText,
          item: fc.option(fc.nat(7)),
          /** A further one, where it was merged. */
          more: fc.option(fc.nat(7)),
          officials: fc.uniqueArray(fc.nat(2), { maxLength: 1 }),
        }),
        {
          ...{ minLength: 1, maxLength: 4 },
        },
      ),
      readers: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
      number: fc.option(fc.nat(30)),
      day: fc.nat(900),
      instruction: fc.option(
        fc.record({ text: text(6), leader: fc.nat(1), forwardedTo: fc.option(fc.nat(2)), withdrawn: fc.boolean() }),
      ),
    }),
    { minLength: 2, maxLength: 5 },
  ),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const blocksOf = (paragraphs: string[]) => paragraphs.map((each) => ({ type: "paragraph", runs: [{ text: each }] }));
const dayAt = (number: number) => toColumn(addDays("2024-06-01", number));

/** Everybody who may look for something: each role, two in one, a deputy, and the administrators. */
export async function peopled() {
  const people = await house();
  const officials = [await official("政协", 1), await official("工作会", 2), await official("会议", 3)];
  const offices = [people.north, people.south, people.secretariat];
  const first = { ...people.leader, officialId: officials[0] };
  const readers = [first, people.leader2, people.signer];
  const both = await person(["editor", "contributor"], { office: people.north });
  const deputy = await person(["contributor"], { office: people.south });
  const inCare = (mayInstruct: boolean): Actor => ({
    ...deputy,
    principals: [{ id: first.id, name: first.name, mayInstruct }],
  });
  const admin = await person(["systemAdmin"]);
  const other = await publication();
  return {
    ...{ people, officials, offices, readers, publications: [people.publication, other] },
    actors: {
      ...{ writer: people.writer, lead: people.southLead, editor: people.editor, reviewer: people.reviewer },
      signer: { ...people.signer, roles: ["signer", "reader"] } satisfies Actor as Actor,
      ...{ leader: first, leader2: people.leader2, both, deputy: inCare(false), writingDeputy: inCare(true), admin },
    },
  };
}

export type Peopled = Awaited<ReturnType<typeof peopled>>;

export async function write(
  { items, issues }: World,
  { people, officials, offices, readers, publications }: Peopled,
): Promise<void> {
  const kind: Kind = "story";
  const at = now();
  const itemIds: string[] = [];
  const named = (all: number[]) => all.flatMap((each) => officials[each] ?? []);
  for (const { own, sent, office, state, officials: who, day, section } of items) {
    const officialIds = named(who);
    const submissions = sent || !["draft", "withdrawn"].includes(state) ? 1 : 0;
    const { id } = await db.item.create({
      data: {
        ...{
          state,
          kind,
          submissions,
          officialIds,
          imageIds: [],
          headline: own.headline,
          blocks: blocksOf(own.paragraphs),
        },
        ...{ officeId: offices[office]?.id ?? "", authorId: people.writer.id, createdAt: at, updatedAt: at },
        ...{
          publicationId: people.publication.id,
          sectionId: section === null ? null : (people.publication.sections[section]?.id ?? null),
        },
        date: day === null ? null : dayAt(day),
        submittedAt: submissions ? at : null,
      },
    });
    const { headline, paragraphs } = sent ?? own;
    const content = { headline, blocks: blocksOf(paragraphs), date: null, place: "", officialIds, note: "" };
    if (submissions)
      await db.submission.create({
        data: { itemId: id, number: 1, at, byId: people.writer.id, content, imageIds: [] },
      });
    itemIds.push(id);
  }
  for (const [place, { state, entries, readers: to, number, day, instruction }] of issues.entries()) {
    const common = { lists: [], imprint: {}, createdAt: at, updatedAt: at, compilerIds: [] };
    const issue = await db.issue.create({
      data: {
        ...{
          ...common,
          year: 2000 + place,
          number,
          date: dayAt(day),
          publicationId: publications[place % 2]?.id ?? "",
        },
        sections: { create: { title: place % 2 ? "领导活动" : "会议", style: kind, order: 1 } },
      },
      include: { sections: true },
    });
    const taken = new Set<string>();
    for (const [order, { text: of, item, more, officials: who }] of entries.entries()) {
      const itemId = item === null ? null : (itemIds[item] ?? null);
      if (itemId && taken.has(itemId)) continue;
      if (itemId) taken.add(itemId);
      const further = more === null || !itemId ? null : (itemIds[more] ?? null);
      const isFree = further !== null && !taken.has(further);
      if (isFree) taken.add(further);
      await db.entry.create({
        data: {
          ...{
            issueId: issue.id,
            sectionId: issue.sections[0]?.id ?? "",
            itemId,
            kind,
            order,
            officialIds: named(who),
            imageIds: [],
          },
          ...{ headline: of.headline, blocks: blocksOf(of.paragraphs) },
          ...(isFree && { sources: { create: { itemId: further, submission: 1, order: 1 } } }),
        },
      });
    }
    // In the order of the product: entries first, then it goes out, then whatever becomes of it.
    if (to.length) await db.issue.update({ where: { id: issue.id }, data: { state: "distributed" } });
    const deliveries = to
      .flatMap((each) => readers[each] ?? [])
      .map((reader) => ({ id: randomUUID(), issueId: issue.id, accountId: reader.id }));
    await db.delivery.createMany({ data: deliveries.map((each) => ({ ...each, labels: [], deliveredAt: at })) });
    await db.issue.update({ where: { id: issue.id }, data: { state } });
    if (!instruction) continue;
    const leader = readers[instruction.leader];
    const { id } = await db.instruction.create({
      data: {
        ...{ issueId: issue.id, text: instruction.text, drawing: [], about: "", givenAt: at, updatedAt: at },
        ...{ leaderId: leader?.id ?? "", leaderName: leader?.name ?? "" },
      },
    });
    const office = instruction.forwardedTo === null ? undefined : offices[instruction.forwardedTo];
    if (office) await db.forward.create({ data: { instructionId: id, officeId: office.id, at, byName: "" } });
    if (instruction.withdrawn) await db.instruction.update({ where: { id }, data: { state: "withdrawn" } });
  }
}

/** What somebody might type: mostly what does stand somewhere. */
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "政",
      "会",
      "期",
      "政协",
      "协会",
      "会会",
      "政协会",
      "协会会",
      "会政协",
      "第18期",
      "8期",
      "工作",
      "ａ",
      "县",
    ),
  },
  { weight: 1, arbitrary: text(4) },
);

/** Mostly not. */
const seldom = <T>(given: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: given });

/** What somebody might ask. */
export const question = fc.record({
  words: fc.array(fc.record({ word, left: seldom(fc.constant(true)), quoted: fc.boolean() }), { maxLength: 2 }),
  kind: seldom(fc.constantFrom("item", "entry", "issue", "instruction", "official")),
  publication: seldom(fc.nat(1)),
  section: seldom(fc.constantFrom("会议", "重要活动", "领导活动")),
  office: seldom(fc.nat(2)),
  official: seldom(fc.nat(2)),
  days: seldom(fc.tuple(fc.nat(900), fc.nat(900))),
  order: fc.constantFrom("relevance", "date"),
});
