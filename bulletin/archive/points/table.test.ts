import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { addDays, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { putBack } from "../../desk/adopt";
import { distribute } from "../../post/distribute";
import { correct } from "../../press/correct";
import { onDatabase } from "../../testing/database";
import { given as instruct, led, outOfTwo, recalled } from "../../testing/instructions";
import { adoptInto, compiled, distributed, seenIssue } from "../../testing/issues";
import { itemOf, submitted } from "../../testing/items";
import { type House, house } from "../../testing/people";
import { pointsOn, relayed, ruleSetFrom, rulesOf } from "../../testing/pointsKept";
import { at, corrected, signedBy } from "../../testing/post";
import { publication } from "../../testing/publications";
import { withdrawRelay } from "../relays/relay";
import { adjust, withdrawAdjustment } from "./adjustments";
import { adjustmentsIn } from "./byHand";
import { closePoints } from "./closing";
import { exampleOf } from "./example";
import { explained } from "./explained";
import { periodOf } from "./period";
import { enterRuleSet } from "./ruleSets";
import { sentBy } from "./sent";
import { pointsSheets } from "./sheet";
import { turnPointsOff, turnPointsOn } from "./switches";
import { awardsOf, pointsOf, tablesOf } from "./table";

onDatabase();

/** In hundredths: automatic, by hand, cumulative; with the counts of what was sent and adopted. */
async function lineOf(people: House, key: string) {
  const { tables } = await pointsOf(people.editor, periodOf(key));
  const line = tables.flatMap(({ lines }) => lines).find(({ id }) => id === people.north.id);
  if (!line) return null;
  const { sent, adopted, automatic, byHand, total, cumulative } = line;
  return { sent, adopted, automatic, byHand, total, cumulative };
}

async function entryOf(issueId: string): Promise<string> {
  return (await db.entry.findFirstOrThrow({ where: { issueId } })).id;
}

describe("a table of points", () => {
  it("holds what was printed, relayed, adopted and given by hand, each on its own day", async () => {
    travel(at("2026-03-10", "10:00"));
    const people = await house();
    const { levelIds } = await pointsOn(people);
    const entry = await entryOf(await distributed(people));
    travel(at("2026-04-20", "10:00"));
    await relayed(people.editor, entry, { levelId: levelIds[0] ?? "", on: "2026-03-28", adoptedOn: "2026-04-15" });
    await adjust(people.editor, { officeId: people.north.id, on: today(), points: -50, reason: "迟报" });
    const counts = { sent: 1, adopted: 1 };
    expect(await lineOf(people, "2026-03")).toEqual({ ...counts, ...points(500, 0, 500) });
    expect(await lineOf(people, "2026-Q2")).toEqual({ sent: 0, adopted: 0, ...points(500, -50, 950) });
    expect(await lineOf(people, "2026")).toEqual({ ...counts, ...points(1_000, -50, 950) });
    expect(await lineOf(people, "all")).toEqual({ ...counts, ...points(1_000, -50, 950) });
    const [sheet] = await pointsSheets(people.writer, periodOf("2026"));
    expect(sheet?.rows).toEqual([[null, people.north.shortName, 1, 1, 10, -0.5, 9.5, 9.5]]);
  });

  it("is the secretariat's whole, an office's own line, and nobody else's", async () => {
    const people = await house();
    await pointsOn(people);
    await distributed(people);
    const { editor, signer, reviewer, writer, southWriter, southLead, leader, north, south } = people;
    const month = periodOf(today().slice(0, 7));
    const offices = async (actor: typeof editor) =>
      (await pointsOf(actor, month)).tables.flatMap(({ lines }) => lines.map(({ id }) => id));
    for (const actor of [editor, signer, reviewer]) expect(await offices(actor)).toContain(north.id);
    expect(await offices(writer)).toEqual([north.id]);
    expect(await offices(southWriter)).toEqual([south.id]);
    await expect(pointsOf(leader, month)).rejects.toThrow("missing");
    expect((await awardsOf(writer, north.id, month)).awards).toHaveLength(1);
    for (const actor of [southWriter, southLead, leader]) {
      await expect(awardsOf(actor, north.id, month)).rejects.toThrow("missing");
      await expect(explained(actor, north.id, month, "all")).rejects.toThrow("missing");
      await expect(sentBy(actor, north.id, month)).rejects.toThrow("missing");
    }
    expect((await sentBy(writer, north.id, month)).map(({ title }) => title)).toEqual(["调研组到北岭县走访"]);
    await adjust(editor, { officeId: north.id, on: today(), points: 100, reason: "加分" });
    expect(await adjustmentsIn(writer, month)).toHaveLength(1);
    expect(await adjustmentsIn(southWriter, month)).toEqual([]);
    await expect(adjustmentsIn(leader, month)).rejects.toThrow("missing");
  });

  it("is not there where points are off", async () => {
    const people = await house();
    await pointsOn(people);
    await turnPointsOff(people.editor, { publicationId: people.publication.id });
    const month = periodOf(today().slice(0, 7));
    for (const actor of [people.editor, people.writer]) {
      await expect(pointsOf(actor, month)).rejects.toThrow("missing");
      await expect(awardsOf(actor, people.north.id, month)).rejects.toThrow("missing");
    }
  });

  it("never mixes groups; stands in the order of offices unless ranked, equal points on one place", async () => {
    const people = await led();
    const { north, south, secretariat, third } = people;
    const officeIds = [south.id, north.id];
    const groups = [
      { name: "旗县区", officeIds, quota: "50" },
      { name: "部门", officeIds: [third.officeId], quota: "0" },
    ];
    const { typed } = await pointsOn(people, { rules: { groups } });
    await outOfTwo(people);
    await adjust(people.editor, { officeId: south.id, on: today(), points: 100, reason: "加分" });
    await adjust(people.editor, { officeId: secretariat.id, on: today(), points: 100, reason: "加分" });
    const period = periodOf(today().slice(0, 4));
    const told = async (actor = people.editor) =>
      (await pointsOf(actor, period)).tables.map(({ name, quota, lines }) => [
        name,
        quota,
        lines.map(({ id, rank, total }) => [id, rank, total]),
      ]);
    expect(await told()).toEqual([
      ["旗县区", 5_000, [north.id, south.id].map((id) => [id, null, id === south.id ? 400 : 300])],
      ["部门", 0, [[third.officeId, null, 0]]],
      [null, 0, [[secretariat.id, null, 100]]],
    ]);
    const ranked = { ...typed, ranked: true };
    await enterRuleSet(people.editor, await ruleSetFrom(people.editor, addDays(today(), 1), ranked));
    travel(at(addDays(today(), 2), "10:00"));
    expect((await told())[0]).toEqual([
      "旗县区",
      5_000,
      [
        [south.id, 1, 400],
        [north.id, 2, 300],
      ],
    ]);
    expect(await told(people.writer)).toEqual([["旗县区", 5_000, [[north.id, null, 300]]]]);
  });
});

describe("what becomes of an issue", () => {
  it("corrected, it counts once, on the day of its first edition, until the last one is recalled", async () => {
    travel(at("2026-03-10", "10:00"));
    const people = await house();
    await pointsOn(people);
    const id = await distributed(people);
    travel(at("2026-04-20", "10:00"));
    const edition = await corrected(people, id);
    const later = await corrected(people, edition);
    expect(await lineOf(people, "2026-03")).toMatchObject({ adopted: 1, automatic: 300 });
    expect(await lineOf(people, "2026-04")).toMatchObject({ adopted: 0, automatic: 0, cumulative: 300 });
    travel(at("2026-05-06", "10:00"));
    await recalled(people, later);
    expect(await lineOf(people, "2026-05")).toMatchObject({ adopted: -1, automatic: -300, cumulative: 0 });
  });

  it("an entry that a correction drops is taken back on the day of the correction, one that it adds is printed then", async () => {
    travel(at("2026-03-10", "10:00"));
    const people = await house();
    await pointsOn(people);
    const { editor, writer } = people;
    const id = await distributed(people);
    travel(at("2026-04-20", "10:00"));
    const edition = await correct(editor, { id, reason: "换稿" });
    await putBack(editor, await entryOf(edition));
    const [second] = [await submitted(writer, people.publication, { kind: "brief", headline: [] })];
    await adoptInto(edition, editor, [second], 1);
    await signedBy(people, edition);
    await distribute(editor, await seenIssue(edition));
    expect(await lineOf(people, "2026-03")).toMatchObject({ adopted: 1, automatic: 300 });
    expect(await lineOf(people, "2026-04")).toMatchObject({ adopted: 0, automatic: -200, cumulative: 100 });
  });

  it("recalled, its points are taken back on that day; corrected afterwards, it counts anew", async () => {
    travel(at("2026-03-10", "10:00"));
    const people = await house();
    await pointsOn(people);
    const id = await distributed(people);
    travel(at("2026-04-20", "10:00"));
    await recalled(people, id);
    expect(await lineOf(people, "2026-03")).toMatchObject({ automatic: 300 });
    expect(await lineOf(people, "2026-04")).toMatchObject({ adopted: -1, automatic: -300, cumulative: 0 });
    travel(at("2026-05-06", "10:00"));
    await corrected(people, id);
    expect(await lineOf(people, "2026-05")).toMatchObject({ adopted: 1, automatic: 300, cumulative: 300 });
  });

  it("in work or void, it counts nothing", async () => {
    const people = await house();
    await pointsOn(people);
    await compiled(people);
    expect(await lineOf(people, today().slice(0, 7))).toMatchObject({ sent: 1, adopted: 0, automatic: 0 });
  });
});

it.each([
  ["sum", 300 + 500],
  ["highest", 500],
] as const)("one item in two publications counts by %s, and a third is off and counts nothing", async (repeat, sum) => {
  const people = await house();
  const [other, off] = [
    await publication({ readers: [people.leader] }),
    await publication({ readers: [people.leader] }),
  ];
  await turnPointsOn(people.editor, { publicationId: other.id, from: today() });
  const rows = [people.publication, other, off].map(({ id: publicationId }, at) => ({
    ...{ publicationId, kind: "story", levels: {} },
    own: at ? "5" : "3",
  }));
  await pointsOn(people, { rules: { repeat, rows } });
  const first = await distributed(people);
  const { itemId } = await db.entry.findFirstOrThrow({ where: { issueId: first } });
  for (const of of [other, off]) await distributed(people, { publication: of, items: [await itemOf(itemId ?? "")] });
  expect(await lineOf(people, today().slice(0, 4))).toMatchObject({ automatic: sum, adopted: 2 });
});

it("an instruction earns its bonus once, whether on the entry or on an issue of nothing else", async () => {
  const people = await led();
  await pointsOn(people, { rules: { instructions: { own: "2", levels: {} } } });
  const { issueId, north } = await outOfTwo(people);
  await instruct(people.leader, issueId, { entryId: north });
  await instruct(people.leader2, issueId, { entryId: north });
  await instruct(people.leader2, issueId);
  expect(await lineOf(people, today().slice(0, 7))).toMatchObject({ automatic: 300 + 200 });
  const alone = await distributed(people, { publication: people.publication });
  await instruct(people.leader, alone);
  expect(await lineOf(people, today().slice(0, 7))).toMatchObject({ automatic: 2 * (300 + 200) });
});

it("a period that was closed never changes: what comes later counts later, and says so", async () => {
  travel(at("2026-03-10", "10:00"));
  const people = await house();
  const { levelIds } = await pointsOn(people);
  const { editor, north } = people;
  const issueId = await distributed(people);
  const entry = await entryOf(issueId);
  const hand = await adjust(editor, { officeId: north.id, on: today(), points: 100, reason: "加分" });
  const known = await relayed(editor, entry, { levelId: levelIds[0] ?? "", publication: "先知道的" });
  travel(at("2026-04-10", "10:00"));
  await closePoints(editor, { through: "2026-03-31" });
  const before = await lineOf(people, "2026-03");
  expect(before).toEqual({ sent: 1, adopted: 1, ...points(500, 100, 600) });

  await relayed(editor, entry, { levelId: levelIds[1] ?? "", on: "2026-03-20", adoptedOn: "2026-03-25" });
  await withdrawRelay(editor, { id: known, version: 1, reason: "误登" });
  await withdrawAdjustment(editor, { id: hand, reason: "误记" });
  await recalled(people, issueId);
  expect(await lineOf(people, "2026-03")).toEqual(before);
  expect(await lineOf(people, "2026-04")).toMatchObject(points(200 + 500 - 200 - 300, -100, 700));
  const { awards } = await awardsOf(editor, north.id, periodOf("2026-04"));
  const late = awards.filter(({ day, ownDay }) => day !== ownDay && ownDay > "2026-03-15");
  expect(late.map(({ ownDay, day, points: got }) => [ownDay, day, got])).toEqual([
    ["2026-03-25", "2026-04-10", 500],
    ["2026-03-20", "2026-04-10", 200],
  ]);
});

describe("the example", () => {
  it("tells what last quarter would have been, beside what it was, and writes nothing", async () => {
    travel(at("2026-03-10", "10:00"));
    const people = await house();
    const { typed } = await pointsOn(people);
    await distributed(people);
    travel(at("2026-04-10", "10:00"));
    const before = await db.event.count();
    const rows = typed.rows.map((row) => ({ ...row, own: "7.5" }));
    const groups = [{ name: "旗县区", officeIds: [people.north.id, people.south.id], quota: "0" }];
    const example = await exampleOf(people.editor, { rules: rulesOf({ ...typed, rows, groups }) });
    const [north, south] = [people.north, people.south].map(({ shortName }) => shortName);
    expect(example).toEqual([
      {
        group: "旗县区",
        lines: [
          { id: people.north.id, office: north, entries: 1, would: "7.5", was: "3" },
          { id: people.south.id, office: south, entries: 0, would: "0", was: "0" },
        ],
      },
    ]);
    expect(await db.event.count()).toBe(before);
    expect(await db.pointsRules.count()).toBe(1);
  });

  it("is an editor's alone", async () => {
    const people = await house();
    const { typed } = await pointsOn(people);
    for (const actor of [people.signer, people.writer, people.leader])
      await expect(exampleOf(actor, { rules: rulesOf(typed) })).rejects.toThrow("forbidden");
  });
});

function points(automatic: number, byHand: number, cumulative: number) {
  return { automatic, byHand, total: automatic + byHand, cumulative };
}

it("equal points share a place, and the next place is counted on", () => {
  const line = (id: string, total: number) => ({
    ...{ id, office: id, rank: null, sent: 0, adopted: 0, automatic: total, byHand: 0 },
    ...{ total, cumulative: total },
  });
  const groups = [{ name: "甲", officeIds: ["a", "b", "c", "d"], quota: 0 }];
  const lines = [line("a", 100), line("b", 300), line("c", 300), line("d", -50), line("e", 0)];
  expect(tablesOf(lines, groups, true)).toMatchObject([
    {
      name: "甲",
      lines: [
        { id: "b", rank: 1 },
        { id: "c", rank: 1 },
        { id: "a", rank: 3 },
        { id: "d", rank: 4 },
      ],
    },
  ]);
});
