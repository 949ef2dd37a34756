import { describe, expect, it } from "vitest";
import { putBack } from "@/bulletin/desk/adopt";
import { merge, unmerge } from "@/bulletin/desk/merge";
import { distribute } from "@/bulletin/post/distribute";
import { correct } from "@/bulletin/press/correct";
import { voidIssue } from "@/bulletin/press/signOff";
import { onDatabase } from "@/bulletin/testing/database";
import { compiled, seenIssue } from "@/bulletin/testing/issues";
import { paragraphs, seenItem, submitted } from "@/bulletin/testing/items";
import { type House, house } from "@/bulletin/testing/people";
import { signedBy } from "@/bulletin/testing/post";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { count } from "./counts";
import { find } from "./find";
import { saveSearch } from "./saved";
import { wantedSchema } from "./wanted";
import { tellSaved } from "./watch";

onDatabase();

/** An issue in work with one entry of the north, into which an item of the south was merged. */
async function merged(people: House) {
  const { editor, writer, southWriter, southLead: lead, publication } = people;
  const north = await submitted(writer, publication, { blocks: paragraphs("北岭清淤。") });
  const south = await submitted(southWriter, publication, { blocks: paragraphs("南山清淤。"), lead });
  const issueId = await compiled(people, { items: [north] });
  const entryId = await entryIn(issueId);
  await merge(editor, { itemId: south.id, version: south.version, entryId });
  return { north: north.id, south: south.id, issueId, entryId };
}

const entryIn = async (issueId: string) => (await db.entry.findFirstOrThrow({ where: { issueId } })).id;

/** Kind and other place of each hit; that there are as many is what the counts say too. */
async function found(actor: Actor, kind: string | null = null) {
  const wanted = wantedSchema.parse({ q: "清淤", kind });
  const { rows } = await find(actor, wanted);
  expect((await count(actor, wanted)).total).toBe(rows.length);
  return rows.map((row) => `${row.kind} ${row.other?.href ?? "alone"}`).sort();
}

/** The index as it stands is the index as it would be written anew. */
async function standsAsWrittenAnew(): Promise<void> {
  const select = { refId: true, sent: true, part: true, shelfId: true, officeNumber: true, tokens: true, body: true };
  const all = () => db.searchDocument.findMany({ select, orderBy: [{ refId: "asc" }, { sent: "asc" }] });
  const before = await all();
  await db.$executeRaw`SELECT "searchAgain"()`;
  expect(before).toEqual(await all());
}

async function send(people: House, issueId: string): Promise<void> {
  await signedBy(people, issueId);
  await distribute(people.editor, await seenIssue(issueId));
}

describe("items that were merged into an entry", () => {
  it("are one hit with it for whoever sees it, each office beside its own item", async () => {
    const people = await house();
    const { north, south, issueId, entryId } = await merged(people);
    expect(await found(people.editor)).toEqual([`entry /desk?item=${north}`]);
    expect(await found(people.editor, "item")).toEqual([`item /issues/${issueId}`, `item /issues/${issueId}`]);
    expect(await found(people.reviewer)).toEqual([`entry /items/${north}`]);
    for (const office of [people.writer, people.southWriter]) expect(await found(office)).toEqual(["item alone"]);
    await standsAsWrittenAnew();

    await send(people, issueId);
    expect(await found(people.writer)).toEqual([`entry /items/${north}`]);
    expect(await found(people.southWriter)).toEqual([`entry /items/${south}`]);
    expect(await found(people.southWriter, "item")).toEqual([`item /reading/${issueId}#entry-${entryId}`]);
    expect(await found(people.leader)).toEqual(["entry alone"]);
    await standsAsWrittenAnew();
  });

  it("are hits again when they are taken out of it, whichever of them, and when the entry is", async () => {
    const people = await house();
    const at = await merged(people);
    await unmerge(people.editor, { entryId: at.entryId, itemId: at.south });
    expect(await found(people.editor)).toEqual([`entry /desk?item=${at.north}`, "item alone"]);
    await standsAsWrittenAnew();
    const { version } = await seenItem(at.south);
    await merge(people.editor, { itemId: at.south, version, entryId: at.entryId });
    await unmerge(people.editor, { entryId: at.entryId, itemId: at.north });
    expect(await found(people.editor)).toEqual([`entry /desk?item=${at.south}`, "item alone"]);
    await standsAsWrittenAnew();
    const north = await seenItem(at.north);
    await merge(people.editor, { itemId: at.north, version: north.version, entryId: at.entryId });
    expect(await found(people.editor)).toEqual([`entry /desk?item=${at.south}`]);
    await putBack(people.editor, at.entryId);
    expect(await found(people.editor)).toEqual(["item alone", "item alone"]);
    await standsAsWrittenAnew();
  });

  it("follow their entry into the new edition, and out of it", async () => {
    const people = await house();
    const at = await merged(people);
    await send(people, at.issueId);
    const edition = await correct(people.editor, { id: at.issueId, reason: "有误" });
    expect(await found(people.editor)).toHaveLength(2);
    await standsAsWrittenAnew();
    const entryId = await entryIn(edition);
    await unmerge(people.editor, { entryId, itemId: at.north });
    await standsAsWrittenAnew();
    await send(people, edition);
    expect(await found(people.southWriter)).toEqual([`entry /items/${at.south}`]);
    expect(await found(people.southWriter, "item")).toEqual([`item /reading/${edition}#entry-${entryId}`]);
    // The edition that the north's item stands in is no longer to be read.
    expect(await found(people.writer)).toEqual(["item alone"]);
    await standsAsWrittenAnew();
  });

  it("are not told of again by a saved search that told of one of them", async () => {
    const people = await house();
    const { editor, southWriter, southLead: lead, writer, publication } = people;
    await saveSearch(editor, { name: "清淤", address: "/search?q=清淤" });
    const south = await submitted(southWriter, publication, { blocks: paragraphs("南山清淤。"), lead });
    expect(await tellSaved()).toBe(1);
    const north = await submitted(writer, publication, { blocks: paragraphs("北岭开工。") });
    const issueId = await compiled(people, { items: [north] });
    await merge(editor, { itemId: south.id, version: south.version, entryId: await entryIn(issueId) });
    expect(await found(editor)).toHaveLength(1);
    expect(await tellSaved()).toBe(0);
  });
});

describe("items of a number that is void", () => {
  it("are back at the desk and found there, beside the entry that stands in it", async () => {
    const people = await house();
    const { issueId } = await merged(people);
    await signedBy(people, issueId);
    await voidIssue(people.signer, { ...(await seenIssue(issueId)), reason: "重排" });
    const kinds = (await found(people.editor)).map((each) => each.split(" ")[0]);
    expect(kinds).toEqual(["entry", "item", "item"]);
    await standsAsWrittenAnew();
  });
});
