import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { find } from "../archive/search/find";
import { wantedSchema } from "../archive/search/wanted";
import { saveDraft } from "../intake/draft";
import { fateOf } from "../intake/fate";
import { officeSignOff, submit, withdraw } from "../intake/submit";
import { voidIssue } from "../press/signOff";
import { onDatabase } from "../testing/database";
import { adoptInto, compiled, issueBy, sectionsOf, seenIssue, signed } from "../testing/issues";
import { itemOf, paragraphs, seenItem, story, submitted } from "../testing/items";
import { house } from "../testing/people";
import { board } from "./board";
import { inspect, openIssues } from "./inspect";
import { laidOut } from "./laid";
import { merge } from "./merge";
import { returnItem } from "./select";

onDatabase();

describe("how an issue is laid", () => {
  it("is sections and entries in their order, with the items of an entry as they came in, and nothing of other issues", async () => {
    const people = await house();
    const { writer, southWriter, southLead: lead, publication, editor } = people;
    await compiled(people);
    const id = await issueBy(editor, publication);
    const first = await submitted(writer, publication, { blocks: paragraphs("北岭县的第一篇。") });
    const second = await submitted(writer, publication, { headline: ["第二篇"] });
    const [entryId = ""] = await adoptInto(id, editor, [first, second]);
    const south = await submitted(southWriter, publication, { lead });
    await db.item.update({ where: { id: south.id }, data: { needsCheck: true } });
    await merge(editor, { itemId: south.id, version: south.version, entryId });
    const sections = await laidOut([id]);
    expect(sections.map((section) => section.id)).toEqual((await sectionsOf(id)).map((section) => section.id));
    const [of, ...rest] = sections;
    expect(of?.entries.map(({ sources }) => sources.map((source) => source.id))).toEqual([
      [first.id, south.id],
      [second.id],
    ]);
    expect(of?.entries[0]?.sources).toMatchObject([
      { officeId: people.north.id, office: people.north.shortName, needsCheck: false },
      { officeId: people.south.id, office: people.south.shortName, needsCheck: true },
    ]);
    expect(rest.flatMap(({ entries }) => entries)).toEqual([]);
    const [shown] = (await board(editor, id)).sections[0]?.entries ?? [];
    expect(shown).toMatchObject({ office: people.north.shortName, needsCheck: true });
    expect(shown?.items).toHaveLength(2);
    const target = (await openIssues(editor)).find((issue) => issue.id === id);
    expect(target?.sections[0]?.entries[0]?.offices).toEqual([people.north.shortName, people.south.shortName]);
  });

  it("knows an entry that has no item, and an issue that has no section", async () => {
    const people = await house();
    const id = await compiled(people);
    await db.entry.updateMany({ where: { issueId: id }, data: { itemId: null } });
    expect((await laidOut([id]))[0]?.entries[0]?.sources).toEqual([]);
    expect((await board(people.editor, id)).sections[0]?.entries[0]).toMatchObject({ office: "", items: [] });
    expect(await laidOut([])).toEqual([]);
  });
});

describe("an item beside the queue", () => {
  it("says what was asked when it was returned, and shows what was sent, with the files that were there", async () => {
    const people = await house();
    const { writer, publication, editor } = people;
    const sent = await submitted(writer, publication, { headline: ["送来的标题"] });
    const file = (name: string) => ({
      itemId: sent.id,
      name,
      type: "text/plain",
      size: 1,
      bytes: new Uint8Array([65]),
      uploadedById: writer.id,
    });
    const { submittedAt } = await itemOf(sent.id);
    const before = new Date((submittedAt?.getTime() ?? 0) - 1_000);
    await db.attachment.create({ data: { ...file("送来的.txt"), createdAt: before } });
    expect((await inspect(editor, sent.id)).returned).toBeNull();
    await returnItem(editor, { ...sent, words: "请补充时间。" });
    const after = new Date((submittedAt?.getTime() ?? 0) + 1_000);
    await db.attachment.create({ data: { ...file("后加的.txt"), createdAt: after } });
    await db.item.update({ where: { id: sent.id }, data: { headline: ["正在改的标题"] } });
    const item = await inspect(editor, sent.id);
    expect(item).toMatchObject({ returned: "请补充时间。", headline: ["送来的标题"] });
    expect(item.attachments.map(({ name }) => name)).toEqual(["送来的.txt"]);
  });

  it("stays as it was sent while its office writes at it and its lead has not let it go: for reviewers too", async () => {
    const people = await house();
    const { southWriter, southLead: lead, publication, editor, reviewer, signer } = people;
    const item = await submitted(southWriter, publication, { lead, headline: ["送来的标题"] });
    const id = await signed(people, { items: [item] });
    await voidIssue(signer, { ...(await seenIssue(id)), reason: "不再印发" });
    await returnItem(editor, { ...(await seenItem(item.id)), words: "请核实。" });
    const { version } = await seenItem(item.id);
    await saveDraft(southWriter, { id: item.id, version, draft: story(publication, { headline: ["未经审签的标题"] }) });
    expect(await submit(southWriter, await seenItem(item.id))).toMatchObject({ state: "awaitingOfficeSignOff" });
    expect((await fateOf(reviewer, item.id)).item.headline).toEqual(["送来的标题"]);
    const found = (q: string) => find(reviewer, wantedSchema.parse({ q })).then(({ rows }) => rows.length);
    expect(await found("未经审签的标题")).toBe(0);
    // The item, and the entry of the void number.
    expect(await found("送来的标题")).toBe(2);
    await officeSignOff(lead, await seenItem(item.id));
    expect((await fateOf(reviewer, item.id)).item.headline).toEqual(["未经审签的标题"]);
  });

  it("is what the desk may see: one that was withdrawn before the desk had it is missing", async () => {
    const people = await house();
    const { southWriter, publication, editor, southLead: lead } = people;
    const { id } = await submitted(southWriter, publication, { lead });
    await withdraw(southWriter, id);
    await db.item.update({ where: { id }, data: { submissions: 0 } });
    await expect(inspect(editor, id)).rejects.toMatchObject({ key: "missing" });
  });

  it("names the issues in which it stands with their states, void ones too", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const id = await signed(people, { items: [item] });
    expect((await inspect(people.editor, item.id)).entries).toMatchObject([
      { issue: { id, state: "signed", publication: people.publication.name } },
    ]);
    await voidIssue(people.signer, { ...(await seenIssue(id)), reason: "不再印发" });
    const { entries, version } = await inspect(people.editor, item.id);
    expect(entries.map(({ issue }) => issue.state)).toEqual(["void"]);
    expect(version).toBe((await seenItem(item.id)).version);
  });
});
