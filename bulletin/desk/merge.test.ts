import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { fateOf } from "../intake/fate";
import { imageFor, takeImage } from "../intake/images";
import { withdraw } from "../intake/submit";
import { distribute } from "../post/distribute";
import { readingOf } from "../post/readingOf";
import { correct } from "../press/correct";
import { recall } from "../press/recall";
import { voidIssue } from "../press/signOff";
import { onDatabase } from "../testing/database";
import { approved, compiled, distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { itemOf, paragraphs, seenItem, submitted } from "../testing/items";
import { type House, house, official, person } from "../testing/people";
import { photograph } from "../testing/photographs";
import { signedBy } from "../testing/post";
import { asBlocks } from "../text/model";
import { paragraphsOf } from "../text/plain";
import { putBack } from "./adopt";
import { editEntry, entryFor } from "./entries";
import { merge, unmerge, without } from "./merge";
import { queue } from "./queue";
import { queueFilter } from "./queueFilter";

onDatabase();

const ofNorth = { blocks: paragraphs("北岭县举办读书角。") };
const ofSouth = { blocks: paragraphs("南山县揭牌读书角。", "三十人参加。") };

/** An issue with one entry of the north, and an item of the south at the desk. */
async function setting(people: House, issue = compiled) {
  const { writer, southWriter: author, southLead: lead, publication } = people;
  const north = await submitted(writer, publication, ofNorth);
  const issueId = await issue(people, { items: [north] });
  const south = await submitted(author, publication, { ...ofSouth, lead });
  return { issueId, north: north.id, south, entryId: (await entryIn(issueId)).id };
}

async function entryIn(issueId: string) {
  const include = { sources: { orderBy: { order: "asc" as const } } };
  return db.entry.findFirstOrThrow({ where: { issueId }, include });
}

const mergeSouth = (people: House, { south, entryId }: { south: { id: string; version: number }; entryId: string }) =>
  merge(people.editor, { itemId: south.id, version: south.version, entryId });

const words = (entry: { blocks: unknown }) => paragraphsOf(asBlocks(entry.blocks));

describe("an item that is merged", () => {
  it("stands after the entry's own words, with its photographs and officials; neither item is touched", async () => {
    const people = await house();
    const [first, second] = [await official("甲", 1), await official("乙", 2)];
    const picture = await takeImage(people.southWriter, await photograph());
    const figure = { type: "figure" as const, image: picture.id, caption: "揭牌", credit: "" };
    const north = await submitted(people.writer, people.publication, { ...ofNorth, officialIds: [second] });
    const issueId = await compiled(people, { items: [north] });
    const south = await submitted(people.southWriter, people.publication, {
      ...{ lead: people.southLead, blocks: [...ofSouth.blocks, figure], officialIds: [first] },
    });
    const { id: entryId } = await entryIn(issueId);
    await mergeSouth(people, { south, entryId });
    const entry = await entryIn(issueId);
    expect(words(entry)).toEqual(["北岭县举办读书角。", "南山县揭牌读书角。", "三十人参加。", "揭牌"]);
    expect(entry).toMatchObject({
      ...{ itemId: north.id, imageIds: [picture.id], officialIds: [first, second], version: 2 },
      sources: [{ itemId: south.id, submission: 1 }],
    });
    expect(words(await itemOf(north.id))).toEqual(["北岭县举办读书角。"]);
    expect([(await itemOf(north.id)).state, (await itemOf(south.id)).state]).toEqual(["adopted", "merged"]);
    const shown = await entryFor(people.editor, issueId, entryId);
    expect(shown.originals.map(({ id }) => id)).toEqual([north.id, south.id]);
    expect(shown.difference?.changes).toBe(0);
    const { act, office, byName } = shown.revisions[0] ?? {};
    expect([act, office, byName]).toEqual(["merge", people.south.shortName, people.editor.name]);
    const view = await queue(people.editor, queueFilter.parse({ view: "merged" }));
    expect(view.items.map(({ id }) => id)).toEqual([south.id]);
    expect(view.counts).toMatchObject({ open: 0, adopted: 1, merged: 1 });
  });

  it("is merged once, also where two editors do so at the same moment; the second learns who was first", async () => {
    const people = await house();
    const { issueId, south, entryId } = await setting(people);
    const other = await entryIn(await compiled(people));
    const both = await Promise.allSettled([
      merge(people.editor, { itemId: south.id, version: south.version, entryId }),
      merge(people.editor2, { itemId: south.id, version: south.version, entryId: other.id }),
    ]);
    const [refused] = both.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    const first = both[0].status === "fulfilled" ? people.editor : people.editor2;
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(refused).toMatchObject({ key: "overtaken", stale: { by: first.name } });
    expect(await db.entrySource.count()).toBe(1);
    const texts = [words(await entryIn(issueId)), words(await entryIn(other.issueId))].flat();
    expect(texts.filter((text) => text === "三十人参加。")).toHaveLength(1);
  });

  it("voids the approval of the issue", async () => {
    const people = await house();
    const at = await setting(people, approved);
    await merge(people.editor2, { itemId: at.south.id, version: at.south.version, entryId: at.entryId });
    const issue = await issueOf(at.issueId);
    expect(issue).toMatchObject({ state: "compiling", approvedById: null });
    expect(issue.compilerIds).toContain(people.editor2.id);
  });

  it("stops whoever writes at the entry meanwhile, who gets both texts", async () => {
    const people = await house();
    const at = await setting(people);
    await mergeSouth(people, at);
    const text = { headline: ["题"], blocks: paragraphs("写到一半。"), date: null, place: "", reason: "" };
    const saving = editEntry(people.editor2, { id: at.entryId, version: 1, ...text });
    await expect(saving).rejects.toMatchObject({ key: "stale", stale: { by: people.editor.name, version: 2 } });
  });

  it("is published with the issue, and both offices read it, each beside what it sent itself", async () => {
    const people = await house();
    const picture = await takeImage(people.southWriter, await photograph());
    const at = await setting(people);
    await mergeSouth(people, at);
    const before = await fateOf(people.southWriter, at.south.id);
    expect(before.printings).toMatchObject([{ isMerged: true, isOut: false, after: null, reasons: [] }]);
    expect(JSON.stringify(before, (_, value) => (typeof value === "bigint" ? 0 : value))).not.toContain("北岭县举办");
    await expect(readingOf(people.southWriter, at.issueId)).rejects.toMatchObject({ key: "missing" });
    const entry = await entryIn(at.issueId);
    const edited = {
      headline: ["两县办起读书角"],
      blocks: paragraphs("北岭、南山两县办起读书角。"),
      date: null,
      place: "",
    };
    await editEntry(people.editor, { id: entry.id, version: entry.version, ...edited, reason: "合成一篇" });
    await signedBy(people, at.issueId);
    await distribute(people.editor, await seenIssue(at.issueId));
    expect([(await itemOf(at.north)).state, (await itemOf(at.south.id)).state]).toEqual(["published", "published"]);
    for (const [writer, item, office] of [
      [people.writer, at.north, "南山县揭牌"],
      [people.southWriter, at.south.id, "北岭县举办"],
    ] as const) {
      const fate = await fateOf(writer, item);
      expect(fate.printings[0]?.reasons.map(({ act, office: of, reason }) => [act, of, reason])).toEqual([
        ["merge", people.south.shortName, ""],
        ["", "", "合成一篇"],
      ]);
      expect(fate.printings[0]?.difference?.paragraphs.length).toBeGreaterThan(0);
      // What the other office sent is not in the page's data.
      expect(JSON.stringify(fate, (_, value) => (typeof value === "bigint" ? 0 : value))).not.toContain(office);
      expect((await readingOf(writer, at.issueId)).id).toBe(at.issueId);
    }
    await expect(fateOf(people.writer, at.south.id)).rejects.toMatchObject({ key: "missing" });
    await expect(imageFor(people.writer, picture.id)).rejects.toMatchObject({ key: "missing" });
    expect((await fateOf(people.reviewer, at.south.id)).item.id).toBe(at.south.id);
    const printed = await db.publishedItem.findMany();
    expect(new Map(printed.map(({ itemId, officeId, merged }) => [itemId, { officeId, merged }]))).toEqual(
      new Map([
        [at.north, { merged: true, officeId: people.north.id }],
        [at.south.id, { merged: true, officeId: people.south.id }],
      ]),
    );
    expect(new Set(printed.map(({ changed }) => changed)).size).toBe(1);
    const stands = db.entrySource.deleteMany({ where: { itemId: at.south.id } });
    await expect(stands).rejects.toThrow("signed and stands");
  });

  it("goes into the new edition with its entry, and away with a recall", async () => {
    const people = await house();
    const at = await setting(people);
    await mergeSouth(people, at);
    await signedBy(people, at.issueId);
    await distribute(people.editor, await seenIssue(at.issueId));
    const edition = await correct(people.editor, { id: at.issueId, reason: "有误" });
    expect(await entryIn(edition)).toMatchObject({ itemId: at.north, sources: [{ itemId: at.south.id }] });
    await unmerge(people.editor, { entryId: (await entryIn(edition)).id, itemId: at.north });
    expect(await entryIn(edition)).toMatchObject({ itemId: at.south.id, sources: [] });
    // Printed is printed: what a new edition leaves out does not come back to the desk.
    expect([(await itemOf(at.north)).state, (await itemOf(at.south.id)).state]).toEqual(["published", "published"]);
    await recall(people.signer, { ...(await seenIssue(at.issueId)), reason: "有误" });
    await expect(readingOf(people.southWriter, at.issueId)).rejects.toMatchObject({ key: "missing" });
    expect((await fateOf(people.southWriter, at.south.id)).printings).toMatchObject([
      { isRecalled: true, after: null },
    ]);
  });

  it("goes back to the desk when its entry is taken out, or its number is voided", async () => {
    const people = await house();
    const first = await setting(people);
    await mergeSouth(people, first);
    await putBack(people.editor, first.entryId);
    expect([(await itemOf(first.north)).state, (await itemOf(first.south.id)).state]).toEqual([
      "submitted",
      "submitted",
    ]);
    const issueId = await compiled(people, { items: [await seenItem(first.north)] });
    const { id: entryId } = await entryIn(issueId);
    await mergeSouth(people, { south: await seenItem(first.south.id), entryId });
    await signedBy(people, issueId);
    await voidIssue(people.signer, { ...(await seenIssue(issueId)), reason: "重排" });
    expect([(await itemOf(first.north)).state, (await itemOf(first.south.id)).state]).toEqual([
      "submitted",
      "submitted",
    ]);
  });
});

describe("merging is refused", () => {
  it("for an item that was taken back or changed since, into an entry that is gone, and into what is signed", async () => {
    const people = await house();
    const at = await setting(people);
    const old = { ...at.south, version: at.south.version - 1 };
    await expect(mergeSouth(people, { ...at, south: old })).rejects.toMatchObject({ key: "overtaken" });
    const elsewhere = await entryIn(await signed(people));
    const intoSigned = mergeSouth(people, { south: at.south, entryId: elsewhere.id });
    await expect(intoSigned).rejects.toMatchObject({ key: "signedStands" });
    await putBack(people.editor, at.entryId);
    await expect(mergeSouth(people, at)).rejects.toMatchObject({ key: "alreadyPutBack" });
    const other = await entryIn(await compiled(people));
    await withdraw(people.southWriter, at.south.id);
    const late = mergeSouth(people, { south: await seenItem(at.south.id), entryId: other.id });
    await expect(late).rejects.toMatchObject({ key: "overtaken", stale: { by: people.southWriter.name } });
    expect(await db.entrySource.count()).toBe(0);
  });

  it("where both together are longer than a text may be, and nothing has happened", async () => {
    const people = await house();
    const long = Array.from({ length: 5 }, () => "长".repeat(7_000));
    const [first, second] = [
      await submitted(people.writer, people.publication, { blocks: paragraphs(...long) }),
      await submitted(people.writer, people.publication, { blocks: paragraphs(...long) }),
    ];
    const issueId = await compiled(people, { items: [first] });
    const { id: entryId } = await entryIn(issueId);
    await expect(mergeSouth(people, { south: second, entryId })).rejects.toMatchObject({ key: "mergedTooLong" });
    expect((await itemOf(second.id)).state).toBe("submitted");
  });

  it("to everybody but an editor", async () => {
    const people = await house();
    const at = await setting(people);
    const input = { itemId: at.south.id, version: at.south.version, entryId: at.entryId };
    const lead = await person(["officeLead"], { office: people.north });
    for (const actor of [people.reviewer, people.signer, people.writer, people.leader, lead]) {
      await expect(merge(actor, input)).rejects.toMatchObject({ key: "forbidden" });
      await expect(unmerge(actor, input)).rejects.toMatchObject({ key: "forbidden" });
    }
  });
});

describe("taking out of a merged entry", () => {
  it("takes the words along as long as they stand as they were sent, and says where they do not", async () => {
    const people = await house();
    const at = await setting(people);
    await mergeSouth(people, at);
    expect(await unmerge(people.editor, { entryId: at.entryId, itemId: at.south.id })).toEqual({ left: false });
    expect(words(await entryIn(at.issueId))).toEqual(["北岭县举办读书角。"]);
    expect(await itemOf(at.south.id)).toMatchObject({ state: "submitted", handledAt: null });
    await mergeSouth(people, { ...at, south: await seenItem(at.south.id) });
    const { version } = await entryIn(at.issueId);
    const text = { headline: ["题"], blocks: paragraphs("两县办读书角。"), date: null, place: "", reason: "" };
    await editEntry(people.editor, { id: at.entryId, version, ...text });
    expect(await unmerge(people.editor, { entryId: at.entryId, itemId: at.south.id })).toEqual({ left: true });
    expect(words(await entryIn(at.issueId))).toEqual(["两县办读书角。"]);
  });

  it("lets the next item take the place of the first", async () => {
    const people = await house();
    const at = await setting(people);
    const third = await submitted(people.writer, people.publication, { blocks: paragraphs("又一篇。") });
    await mergeSouth(people, at);
    await mergeSouth(people, { south: third, entryId: at.entryId });
    await unmerge(people.editor, { entryId: at.entryId, itemId: at.north });
    const entry = await entryIn(at.issueId);
    expect(entry).toMatchObject({ itemId: at.south.id, submission: 1, sources: [{ itemId: third.id }] });
    expect(words(entry)).toEqual(["南山县揭牌读书角。", "三十人参加。", "又一篇。"]);
    const states = [at.north, at.south.id, third.id].map(async (id) => (await itemOf(id)).state);
    expect(await Promise.all(states)).toEqual(["submitted", "adopted", "merged"]);
  });

  it("happens once, and never leaves an entry without an item", async () => {
    const people = await house();
    const at = await setting(people);
    await mergeSouth(people, at);
    const input = { entryId: at.entryId, itemId: at.south.id };
    const both = await Promise.allSettled([unmerge(people.editor, input), unmerge(people.editor2, input)]);
    const refused = both.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect(refused).toEqual(["alreadyUnmerged"]);
    const last = unmerge(people.editor, { entryId: at.entryId, itemId: at.north });
    await expect(last).rejects.toMatchObject({ key: "alreadyUnmerged" });
    expect((await distributed(people)).length).toBe(36);
  });

  it("finds a run of blocks only as a whole, and never leaves nothing", () => {
    const [a, b, c] = ["甲", "乙", "丙"];
    expect(without(paragraphs(a, b, c), paragraphs(b, c))).toEqual(paragraphs(a));
    expect(without(paragraphs(a, b, c), paragraphs(a, c))).toBeNull();
    expect(without(paragraphs(a, b), paragraphs(b, c))).toBeNull();
    expect(without(paragraphs(a, b), paragraphs(a, b))).toBeNull();
    expect(without(paragraphs(a), [])).toBeNull();
  });
});
