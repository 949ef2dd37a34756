import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyDatabase, onDatabase } from "@/bulletin/testing/database";
import { official } from "@/bulletin/testing/people";
import { type Peopled, peopled } from "@/bulletin/testing/searchPeople";
import { question } from "@/bulletin/testing/searchQuestion";
import { world } from "@/bulletin/testing/searchWorld";
import { write } from "@/bulletin/testing/writeWorld";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { addDays, type Day, dayOf, fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { sentForDesk } from "../../intake/sent";
import {
  administrators,
  has,
  isOfficeSide,
  isSecretariat,
  readableIssues,
  visibleInstructions,
  visibleItems,
  workedIssues,
} from "../../policy";
import { asBlocks } from "../../text/model";
import { paragraphsOf } from "../../text/plain";
import { count } from "./counts";
import { find } from "./find";
import { normal } from "./normal";
import { understand } from "./typed";
import { pageSize, type Wanted, wantedSchema } from "./wanted";

onDatabase();

type Text = {
  kind: string;
  id: string;
  /** The items that an entry was made of and stands for: with a void number they are back at the desk. */
  from?: (string | null)[];
  lines: string[];
  officials: string[];
  publication: string | null;
  section: string | null;
  office: string | null;
  date: Day | null;
};

/** All that a person may see, by the filters of the policy alone. */
async function seenBy(actor: Actor): Promise<Text[]> {
  if (has(actor, ...administrators)) return [];
  const plain = { officials: [], publication: null, section: null, office: null, date: null };
  const items = await db.item.findMany({
    where: visibleItems(actor),
    include: { submitted: { orderBy: { number: "desc" } }, section: true },
  });
  const issueFilter: Prisma.IssueWhereInput = isSecretariat(actor) ? workedIssues(actor) : readableIssues(actor);
  const issues = await db.issue.findMany({ where: issueFilter, include: { publication: true } });
  const entries = await db.entry.findMany({
    where: { issue: issueFilter },
    include: { issue: true, section: true, item: true, sources: true },
  });
  const instructions = await db.instruction.findMany({ where: visibleInstructions(actor), include: { issue: true } });
  const officials = await db.official.findMany({ include: { titles: true } });
  return [
    ...items.map((item): Text => {
      const isOwn = isOfficeSide(actor) && item.officeId === actor.officeId;
      const sent = sentForDesk(item);
      const text = isOwn ? { ...item, blocks: asBlocks(item.blocks), date: fromColumn(item.date) } : sent;
      return {
        ...{ kind: "item", id: item.id, lines: [text.headline.join(""), ...paragraphsOf(text.blocks)] },
        ...{ officials: text.officialIds, publication: item.publicationId, section: item.section?.title ?? null },
        ...{ office: item.officeId, date: text.date ?? dayOf(item.submittedAt ?? item.createdAt) },
      };
    }),
    ...entries.map(
      ({ issue, section, item, sources, ...entry }): Text => ({
        ...{
          kind: "entry",
          id: entry.id,
          from: issue.state === "void" ? [] : [entry, ...sources].map(({ itemId }) => itemId),
          lines: [entry.headline.join(""), ...paragraphsOf(asBlocks(entry.blocks))],
        },
        ...{ officials: entry.officialIds, publication: issue.publicationId, section: section.title },
        ...{ office: item?.officeId ?? null, date: fromColumn(issue.date) },
      }),
    ),
    ...issues.map(
      ({ id, publication, year, number, date, publicationId }): Text => ({
        ...{ ...plain, kind: "issue", id, publication: publicationId, date: fromColumn(date) },
        lines: number === null ? [publication.name] : [`${publication.name}第${number}期`, `${year}年第${number}期`],
      }),
    ),
    ...instructions.map(
      ({ id, leaderName, text, issue, givenAt }): Text => ({
        ...{
          ...plain,
          kind: "instruction",
          id,
          lines: [leaderName, text],
          publication: issue.publicationId,
          date: dayOf(givenAt),
        },
      }),
    ),
    ...officials.map(
      ({ id, name, titles }): Text => ({
        ...{ ...plain, kind: "official", id, lines: [name, ...titles.map(({ title }) => title)], officials: [id] },
      }),
    ),
  ];
}

type Named = { id: string; name: string };

/** Which texts fit, by nothing but comparing. */
function fitting(all: Text[], officials: Named[], wanted: Wanted): Text[] {
  const { must, never } = understand(wanted.q);
  const holds = ({ lines, officials: named }: Text, word: string) =>
    lines.some((line) => normal(line).includes(word)) ||
    officials.some(({ id, name }) => name === word && named.includes(id));
  const person = officials.find(({ id }) => id === wanted.official);
  const seenAsEntries = all.flatMap(({ from }) => from ?? []);
  return all.filter(
    (text) =>
      // What is seen as an entry is one text, unless items are asked for.
      (wanted.kind === "item" || text.kind !== "item" || !seenAsEntries.includes(text.id)) &&
      must.every((word) => holds(text, word)) &&
      !never.some((word) => holds(text, word)) &&
      (!wanted.kind || text.kind === wanted.kind) &&
      (!wanted.publication || text.publication === wanted.publication) &&
      (!wanted.section || text.section === wanted.section) &&
      (!wanted.office || text.office === wanted.office) &&
      (!wanted.from || (text.date !== null && text.date >= wanted.from)) &&
      (!wanted.to || (text.date !== null && text.date <= wanted.to)) &&
      (!person || names(text, person)),
  );
}

/** Whether a text names an official: entered for it, or in its words. */
function names(text: Text, { id, name }: Named): boolean {
  return text.officials.includes(id) || text.lines.some((line) => normal(line).includes(name));
}

const latest = (all: Text[]) =>
  all
    .map(({ date }) => date)
    .sort((a, b) => (b ?? "").localeCompare(a ?? ""))
    .slice(0, pageSize);

function counted(all: Text[], of: (text: Text) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of all) {
    const value = of(text);
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const asCounts = (facet: { value: string; count: number }[]) =>
  Object.fromEntries(facet.map(({ value, count }) => [value, count]));

type Asked = typeof question extends fc.Arbitrary<infer T> ? T : never;

function wantedOf(asked: Asked, { publications, offices, officials }: Peopled): Wanted {
  const { words, kind, publication, section, office, official, days, order } = asked;
  return wantedSchema.parse({
    q: words.map(({ word, left, quoted }) => `${left ? "-" : ""}${quoted ? `“${word}”` : word}`).join(" "),
    ...{ kind, section, order },
    publication: publication === null ? null : publications[publication]?.id,
    office: office === null ? null : offices[office]?.id,
    official: official === null ? null : officials[official],
    ...(days && { from: addDays("2024-06-01", days[0]), to: addDays("2024-06-01", days[1]) }),
  });
}

describe("what is found", () => {
  it("is what the policy lets the person see and what holds the words: rows, number and every count", async () => {
    const numRuns = Number(process.env.RUNS ?? 10);
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(world, fc.array(question, { minLength: 4, maxLength: 4 }), async (texts, asked) => {
        await emptyDatabase();
        const people = await peopled();
        await write(texts, people);
        // Whoever comes to the roster later, or under another name, is found in what was written before.
        await official("协会会", 4);
        await db.official.update({ where: { id: people.officials[1] ?? "" }, data: { name: "政协会" } });
        for (const [who, actor] of Object.entries(people.actors)) {
          const all = await seenBy(actor);
          const roster = await db.official.findMany();
          const nobody = Object.fromEntries(roster.map(({ id }) => [id, 0]));
          for (const one of asked) {
            const wanted = wantedOf(one, people);
            const expected = fitting(all, roster, wanted);
            const found = await find(actor, wanted);
            const { total, facets } = await count(actor, wanted);
            const about = `${who} ${JSON.stringify(wanted)}`;
            hits += wanted.q ? expected.length : 0;
            const ids = expected.map(({ id }) => id);
            const rows = found.rows.map(({ id }) => id);
            expect(
              rows.filter((id) => !ids.includes(id)),
              about,
            ).toEqual([]);
            expect(new Set(rows).size, about).toBe(Math.min(ids.length, pageSize));
            expect(total, about).toBe(expected.length);
            if (wanted.order === "date")
              expect(
                found.rows.map(({ date }) => date),
                about,
              ).toEqual(latest(expected));
            // Where something is chosen, its alternatives are counted.
            const without = (change: Partial<Wanted>) => fitting(all, roster, { ...wanted, ...change });
            const [kinds, publications] = [without({ kind: null }), without({ publication: null })];
            const [sections, offices] = [without({ section: null }), without({ office: null })];
            const [whoever, always] = [without({ official: null }), without({ from: null, to: null })];
            const items = without({ kind: "item" });
            expect(asCounts(facets.kind), about).toEqual(
              counted([...kinds.filter(({ kind }) => kind !== "item"), ...items], ({ kind }) => kind),
            );
            expect(asCounts(facets.publication), about).toEqual(
              counted(publications, ({ publication }) => publication),
            );
            expect(asCounts(facets.section), about).toEqual(counted(sections, ({ section }) => section));
            expect(asCounts(facets.office), about).toEqual(counted(offices, ({ office }) => office));
            const naming = Object.fromEntries(
              roster.map((each) => [each.id, whoever.filter((text) => names(text, each)).length]),
            );
            expect({ ...nobody, ...asCounts(facets.official) }, about).toEqual(naming);
            expect(asCounts(facets.year), about).toEqual(counted(always, ({ date }) => date?.slice(0, 4) ?? null));
          }
        }
      }),
      { numRuns, endOnFailure: true },
    );
    // Words that stand nowhere would prove little.
    expect(hits).toBeGreaterThan(numRuns * 5);
  });
});
