import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { createIssue } from "./desk/issues";
import { saveSchema } from "./intake/draft";
import { fateOf } from "./intake/fate";
import { distribute } from "./post/distribute";
import { listsSchema } from "./post/lists";
import { readingOf } from "./post/readingOf";
import { acknowledge } from "./post/receipts";
import { approve, requestReview } from "./press/review";
import { signOff } from "./press/signOff";
import { onDatabase } from "./testing/database";
import { adoptInto, changeImprint, changeLists, seenIssue } from "./testing/issues";
import { paragraphs, type Seen, submitted } from "./testing/items";
import { type House, house } from "./testing/people";
import { publication as newPublication } from "./testing/publications";
import { dayOfText, takeApart, type Weekly, weeklyText, writtenOut } from "./testing/weekly4";

onDatabase();

const withoutSpace = (text: string) => text.replace(/\s/g, "");

/** The publication that the weekly is an issue of, with three numbers given already this year. */
async function publicationOf({ masthead, sections }: Weekly) {
  const { region, publication: name, issuer, date, number } = masthead;
  const publication = await newPublication({
    ...{ name, region, issuer },
    sections: {
      create: sections.map(({ title, texts }, at) => ({
        ...{ title, order: at + 1 },
        style: texts.some(({ headline }) => headline.length) ? ("story" as const) : ("brief" as const),
      })),
    },
  });
  const year = Number(date.slice(0, 4));
  await db.counter.create({ data: { publicationId: publication.id, series: "regular", year, last: number - 1 } });
  return publication;
}

/** Its texts, sent by the two offices in turn: through the schemas that forms go through. */
async function send(weekly: Weekly, people: House, publication: Awaited<ReturnType<typeof publicationOf>>) {
  const sent: { section: number; items: Seen[] }[] = [];
  for (const [section, { texts }] of weekly.sections.entries()) {
    const items: Seen[] = [];
    for (const [at, { headline, paragraphs: written }] of texts.entries()) {
      const draft = {
        kind: headline.length ? "story" : "brief",
        ...{ headline, date: dayOfText(written[0] ?? "", weekly.masthead), blocks: paragraphs(...written) },
        ...{ publicationId: publication.id, sectionId: publication.sections[section]?.id, officialIds: [] },
      };
      const parsed = saveSchema.parse({ id: publication.id, version: 0, draft }).draft;
      const [writer, lead] = at % 2 ? [people.southWriter, people.southLead] : [people.writer, undefined];
      items.push(await submitted(writer, publication, { ...parsed, lead }));
    }
    sent.push({ section, items });
  }
  return sent;
}

describe.skipIf(!weeklyText)("the weekly 第 4 期 of the samples", () => {
  it("goes the whole way from its offices to its readers, and no character of it is lost", async () => {
    const weekly = takeApart(weeklyText ?? "");
    expect(weekly.sections.map(({ texts }) => texts.length)).toEqual([1, 4, 9, 1]);
    travel(new Date(`${weekly.masthead.date}T12:00:00+08:00`));
    const people = await house();
    const publication = await publicationOf(weekly);
    const sent = await send(weekly, people, publication);

    const input = { publicationId: publication.id, series: "regular" as const, periodFrom: null, periodTo: null };
    const id = await createIssue(people.editor, input);
    for (const { section, items } of sent) await adoptInto(id, people.editor, items, section);
    const lists = weekly.lists.map(({ label, labels }, line) => ({
      label,
      addressees: labels.map((each, at) => ({ label: each, accountIds: line + at ? [] : [people.leader.id] })),
    }));
    await changeLists(people.editor, id, listsSchema.parse(lists));
    await changeImprint(people.editor, id, weekly.imprint);
    await requestReview(people.editor, await seenIssue(id));
    await approve(people.reviewer, await seenIssue(id));
    expect(await signOff(people.signer, await seenIssue(id))).toEqual({ number: weekly.masthead.number });
    expect(await distribute(people.editor, await seenIssue(id))).toEqual({ readers: 1 });

    const { content } = await readingOf(people.leader, id);
    expect(withoutSpace(writtenOut(content))).toBe(withoutSpace(weeklyText ?? ""));
    await acknowledge(people.leader, id);
    await expect(readingOf(people.leader2, id)).rejects.toMatchObject({ key: "missing" });
    for (const item of sent.flatMap(({ items }) => items)) {
      const author = (await db.item.findUniqueOrThrow({ where: { id: item.id } })).authorId;
      const fate = await fateOf(author === people.writer.id ? people.writer : people.southWriter, item.id);
      expect(fate.item.state).toBe("published");
      expect(fate.printings).toMatchObject([{ isOut: true, acknowledged: 1, difference: { changes: 0 } }]);
    }
  });
});
