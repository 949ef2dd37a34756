import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { addDays, toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Peopled } from "./searchPeople";
import type { World } from "./searchWorld";

type Item = World["items"][number];
type Issue = World["issues"][number];

const blocksOf = (paragraphs: string[]) => paragraphs.map((each) => ({ type: "paragraph", runs: [{ text: each }] }));
const dayAt = (number: number) => toColumn(addDays("2024-06-01", number));
const idsOf = ({ officials }: Peopled, named: number[]) => named.flatMap((each) => officials[each] ?? []);

/** Enters a world as the domain functions would leave it: items, then the issues that carry some of them. */
export async function write({ items, issues }: World, peopled: Peopled): Promise<void> {
  const itemIds: string[] = [];
  for (const item of items) itemIds.push(await writeItem(item, peopled));
  for (const [place, issue] of issues.entries()) await writeIssue(issue, { place, itemIds, peopled });
}

async function writeItem(item: Item, peopled: Peopled): Promise<string> {
  const { own, sent, office, state, officials, day, section } = item;
  const { people, offices } = peopled;
  const at = now();
  const officialIds = idsOf(peopled, officials);
  const submissions = sent || !["draft", "withdrawn"].includes(state) ? 1 : 0;
  const { id } = await db.item.create({
    data: {
      ...{ state, kind: "story", submissions, officialIds, imageIds: [] },
      ...{ headline: own.headline, blocks: blocksOf(own.paragraphs) },
      ...{ officeId: offices[office]?.id ?? "", authorId: people.writer.id, createdAt: at, updatedAt: at },
      publicationId: people.publication.id,
      sectionId: section === null ? null : (people.publication.sections[section]?.id ?? null),
      date: day === null ? null : dayAt(day),
      submittedAt: submissions ? at : null,
    },
  });
  const { headline, paragraphs } = sent ?? own;
  const content = { headline, blocks: blocksOf(paragraphs), date: null, place: "", officialIds, note: "" };
  if (submissions)
    await db.submission.create({ data: { itemId: id, number: 1, at, byId: people.writer.id, content, imageIds: [] } });
  return id;
}

type Place = { place: number; itemIds: string[]; peopled: Peopled };

async function writeIssue(issue: Issue, { place, itemIds, peopled }: Place): Promise<void> {
  const { state, readers: to, number, day } = issue;
  const at = now();
  const { id, sections } = await db.issue.create({
    data: {
      ...{ lists: [], imprint: {}, createdAt: at, updatedAt: at, compilerIds: [] },
      ...{ year: 2000 + place, number, date: dayAt(day) },
      publicationId: peopled.publications[place % 2]?.id ?? "",
      sections: { create: { title: place % 2 ? "领导活动" : "会议", style: "story", order: 1 } },
    },
    include: { sections: true },
  });
  await writeEntries(issue, { issueId: id, sectionId: sections[0]?.id ?? "", itemIds, peopled });
  // In the order of the product: entries first, then it goes out, then whatever becomes of it.
  if (to.length) await db.issue.update({ where: { id }, data: { state: "distributed" } });
  const deliveries = to
    .flatMap((each) => peopled.readers[each] ?? [])
    .map((reader) => ({ id: randomUUID(), issueId: id, accountId: reader.id, labels: [], deliveredAt: at }));
  await db.delivery.createMany({ data: deliveries });
  await db.issue.update({ where: { id }, data: { state } });
  await writeInstruction(issue, id, peopled);
}

type In = { issueId: string; sectionId: string; itemIds: string[]; peopled: Peopled };

/** An item stands in one entry of an issue alone, as itself or merged. */
async function writeEntries({ entries }: Issue, { issueId, sectionId, itemIds, peopled }: In): Promise<void> {
  const taken = new Set<string>();
  for (const [order, { text, item, more, officials }] of entries.entries()) {
    const itemId = item === null ? null : (itemIds[item] ?? null);
    if (itemId && taken.has(itemId)) continue;
    if (itemId) taken.add(itemId);
    const further = more === null || !itemId ? null : (itemIds[more] ?? null);
    const isFree = further !== null && !taken.has(further);
    if (isFree) taken.add(further);
    await db.entry.create({
      data: {
        ...{ issueId, sectionId, itemId, kind: "story", order, imageIds: [] },
        officialIds: idsOf(peopled, officials),
        ...{ headline: text.headline, blocks: blocksOf(text.paragraphs) },
        ...(isFree && { sources: { create: { itemId: further, submission: 1, order: 1 } } }),
      },
    });
  }
}

async function writeInstruction({ instruction }: Issue, issueId: string, { readers, offices }: Peopled): Promise<void> {
  if (!instruction) return;
  const at = now();
  const leader = readers[instruction.leader];
  const { id } = await db.instruction.create({
    data: {
      ...{ issueId, text: instruction.text, drawing: [], about: "", givenAt: at, updatedAt: at },
      ...{ leaderId: leader?.id ?? "", leaderName: leader?.name ?? "" },
    },
  });
  const office = instruction.forwardedTo === null ? undefined : offices[instruction.forwardedTo];
  if (office) await db.forward.create({ data: { instructionId: id, officeId: office.id, at, byName: "" } });
  if (instruction.withdrawn) await db.instruction.update({ where: { id }, data: { state: "withdrawn" } });
}
