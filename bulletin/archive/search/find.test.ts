import { describe, expect, it } from "vitest";
import { saveDraft } from "@/bulletin/intake/draft";
import { withdraw } from "@/bulletin/intake/submit";
import { recall } from "@/bulletin/press/recall";
import { onDatabase } from "@/bulletin/testing/database";
import { compiled, distributed, issueOf, seenIssue } from "@/bulletin/testing/issues";
import { drafted, paragraphs, seenItem, story, submitted } from "@/bulletin/testing/items";
import { pastWeekly } from "@/bulletin/testing/pastWeekly";
import { house, official, person } from "@/bulletin/testing/people";
import { corrected, deputising } from "@/bulletin/testing/post";
import { publication } from "@/bulletin/testing/publications";
import type { Actor } from "@/lib/actor";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { returnItem } from "../../desk/select";
import { addressIssue, unarchive } from "../import/address";
import { archiveImport } from "../import/archive";
import { sayPublication } from "../import/say";
import { takeFile } from "../import/take";
import { count } from "./counts";
import { find } from "./find";
import { suggest } from "./suggest";
import { wantedSchema } from "./wanted";

onDatabase();

async function found(actor: Actor, q: string, more: object = {}) {
  const wanted = wantedSchema.parse({ q, ...more });
  const { rows } = await find(actor, wanted);
  expect((await count(actor, wanted)).total).toBe(rows.length);
  return rows.map(({ kind }) => kind).sort();
}

describe("an item on its way", () => {
  it("is found by its office at once, and by the desk when it is sent", async () => {
    const people = await house();
    const text = { blocks: paragraphs("柳泉河清淤工程开工。") };
    const draft = await drafted(people.writer, people.publication, text);
    expect(await found(people.writer, "清淤")).toEqual(["item"]);
    expect(await found(people.southWriter, "清淤")).toEqual([]);
    expect(await found(people.editor, "清淤")).toEqual([]);
    const sent = await submitted(people.writer, people.publication, text);
    expect(await found(people.editor, "清淤")).toEqual(["item"]);
    expect(await found(people.reviewer, "清淤")).toEqual([]);
    await withdraw(people.writer, sent.id);
    expect(await found(people.editor, "清淤")).toEqual([]);
    expect(await found(people.writer, "清淤")).toHaveLength(2);
    expect(draft.id).not.toBe(sent.id);
  });

  it("is found by the desk as it was sent, while the office writes at it again", async () => {
    const people = await house();
    const { id } = await submitted(people.writer, people.publication, { blocks: paragraphs("河道清淤。") });
    await returnItem(people.editor, { ...(await seenItem(id)), words: "补充数字" });
    const { version } = await seenItem(id);
    await saveDraft(people.writer, {
      id,
      version,
      draft: story(people.publication, { blocks: paragraphs("河道疏浚。") }),
    });
    expect(await found(people.editor, "清淤")).toEqual(["item"]);
    expect(await found(people.editor, "疏浚")).toEqual([]);
    expect(await found(people.writer, "清淤")).toEqual([]);
    expect(await found(people.writer, "疏浚")).toEqual(["item"]);
    // Somebody who is both sees it once, as the office has it.
    const both = await person(["editor", "contributor"], { office: people.north });
    expect(await found(both, "清淤")).toEqual([]);
    expect(await found(both, "疏浚")).toEqual(["item"]);
  });
});

describe("an item and the entry adopted from it", () => {
  it("are one text, found as the entry where that is seen; as an item by whoever asks for items", async () => {
    const people = await house();
    const text = { blocks: paragraphs("南桥合龙。") };
    const item = await submitted(people.writer, people.publication, text);
    expect(await found(people.editor, "合龙")).toEqual(["item"]);
    const issueId = await compiled(people, { items: [item] });
    const entry = await db.entry.findFirstOrThrow({ where: { issueId } });
    const other = async (actor: Actor, kind: string | null) => {
      const { rows } = await find(actor, wantedSchema.parse({ q: "合龙", kind }));
      return rows.map((row) => [row.kind, row.other?.href ?? null]);
    };
    // The office does not see an issue in work: its item is what it has.
    expect(await other(people.writer, null)).toEqual([["item", null]]);
    expect(await other(people.editor, null)).toEqual([["entry", `/desk?item=${item.id}`]]);
    expect(await other(people.editor, "item")).toEqual([["item", `/issues/${issueId}`]]);
    const out = await distributed(people, { items: [await submitted(people.writer, people.publication, text)] });
    const { itemId, id } = await db.entry.findFirstOrThrow({ where: { issueId: out } });
    const [once, items] = [await other(people.writer, null), await other(people.writer, "item")];
    expect(once).toContainEqual(["entry", `/items/${itemId}`]);
    expect(once).toHaveLength(2);
    expect(items).toContainEqual(["item", `/reading/${out}#entry-${id}`]);
    expect(items).toHaveLength(2);
    expect(await other(people.leader, null)).toEqual([["entry", null]]);
    expect(await other(people.leader, "item")).toEqual([]);
    await db.entry.delete({ where: { id: entry.id } });
    expect(await other(people.editor, null)).toContainEqual(["item", null]);
  });

  it("count as one, and among the kinds as what each kind finds", async () => {
    const people = await house();
    const items = [await submitted(people.writer, people.publication, { blocks: paragraphs("南桥合龙。") })];
    await compiled(people, { items });
    const wanted = wantedSchema.parse({ q: "合龙" });
    const { total, facets } = await count(people.editor, wanted);
    expect(total).toBe(1);
    expect(facets.kind.map(({ value, count: n }) => [value, n]).sort()).toEqual([
      ["entry", 1],
      ["item", 1],
    ]);
    expect(facets.office.map(({ count: n }) => n)).toEqual([1]);
    for (const { value, count: n } of facets.kind)
      expect((await count(people.editor, { ...wanted, kind: value as "item" })).total).toBe(n);
  });
});

describe("an issue", () => {
  it("is found by whom it was delivered to, their deputies, and the offices in it, as long as it is out", async () => {
    const people = await house();
    const items = [await submitted(people.writer, people.publication, { blocks: paragraphs("南桥合龙。") })];
    const id = await compiled(people, { items });
    expect(await found(people.leader, "合龙")).toEqual([]);
    expect(await found(people.reviewer, "合龙")).toEqual(["entry"]);
    const other = await distributed(people, {
      items: [await submitted(people.writer, people.publication, { blocks: paragraphs("北桥合龙。") })],
    });
    const deputy = deputising(await person([]), people.leader);
    for (const actor of [people.leader, deputy]) expect(await found(actor, "合龙")).toEqual(["entry"]);
    expect(await found(people.leader2, "合龙")).toEqual([]);
    expect(await found(people.southWriter, "合龙")).toEqual([]);
    expect(await found(people.writer, "北桥合龙")).toEqual(["entry"]);
    await recall(people.signer, { ...(await seenIssue(other)), reason: "误发" });
    expect(await found(people.leader, "合龙")).toEqual([]);
    expect(await found(people.writer, "北桥合龙")).toEqual(["item"]);
    expect(await found(people.editor, "北桥合龙")).toEqual(["entry"]);
    expect(id).not.toBe(other);
  });

  it("is found by its number, however that is typed, and its newest edition by readers", async () => {
    const people = await house();
    const id = await distributed(people);
    const { number, year } = await issueOf(id);
    for (const q of [
      `第${number}期`,
      `${number}期`,
      `第 ${number} 期`,
      `第１期`,
      `${year}年第${number}期`,
      `${people.publication.name} 第${number}期`,
    ])
      expect(await found(people.leader, q), q).toEqual(["issue"]);
    await corrected(people, id);
    expect(await found(people.leader, `第${number}期`)).toEqual(["issue"]);
    expect(await found(people.editor, `第${number}期`)).toEqual(["issue", "issue"]);
  });
});

describe("a past issue", () => {
  it("is found by the secretariat, by readers once it is addressed to them, and by none of them when it is taken out", async () => {
    const people = await house();
    const own = await publication({ name: "旧刊", readers: [people.leader] });
    const { id } = await takeFile(people.editor, { name: "旧刊.txt", bytes: new TextEncoder().encode(pastWeekly(9)) });
    await archiveImport(people.editor, {
      id,
      ...(await sayPublication(people.editor, { id, version: 1, publicationId: own.id })),
    });
    const readers = [people.leader, people.leader2, people.writer];
    expect(await found(people.editor, "春耕备耕")).toEqual(["entry"]);
    expect(await found(people.reviewer, "旧刊第9期", { publication: own.id })).toEqual(["issue"]);
    for (const reader of readers) expect(await found(reader, "春耕备耕")).toEqual([]);

    const issue = await db.issue.findFirstOrThrow({ where: { importId: id } });
    const list = await db.distributionList.findFirstOrThrow({ where: { publicationId: own.id } });
    await addressIssue(people.editor, { id: issue.id, version: issue.version, listId: list.id });
    const [entry] = (await find(people.leader, wantedSchema.parse({ q: "春耕备耕" }))).rows;
    expect(entry).toMatchObject({ kind: "entry", date: "2024-03-02", section: "领导活动", issue: { number: 9 } });
    expect(entry?.href).toMatch(new RegExp(`^/reading/${issue.id}#entry-`));
    for (const reader of [people.leader2, people.writer]) expect(await found(reader, "春耕备耕")).toEqual([]);

    await unarchive(people.editor, { ...(await seenIssue(issue.id)), reason: "期号读错" });
    for (const reader of readers) expect(await found(reader, "春耕备耕")).toEqual([]);
    expect(await found(people.editor, "春耕备耕")).toEqual(["entry"]);
  });
});

describe("what a facet is called", () => {
  it("is an office's short name and a publication's name of today, a section's of when the text was written", async () => {
    const people = await house();
    const { sections } = people.publication;
    await drafted(people.writer, people.publication, { sectionId: sections[0]?.id, blocks: paragraphs("清淤。") });
    await db.office.update({ where: { id: people.north.id }, data: { shortName: "新北" } });
    await db.publication.update({ where: { id: people.publication.id }, data: { name: "新刊" } });
    await db.section.update({ where: { id: sections[0]?.id }, data: { title: "新栏目" } });
    await drafted(people.writer, people.publication, { sectionId: sections[0]?.id, blocks: paragraphs("清淤。") });
    const { rows } = await find(people.writer, wantedSchema.parse({ q: "清淤" }));
    const { facets } = await count(people.writer, wantedSchema.parse({ q: "清淤" }));
    const labels = (counts: { label: string; count: number }[]) => counts.map(({ label, count: n }) => [label, n]);
    expect(labels(facets.office)).toEqual([["新北", 2]]);
    expect(labels(facets.publication)).toEqual([["新刊", 2]]);
    expect(labels(facets.section).sort()).toEqual(
      [
        [sections[0]?.title, 1],
        ["新栏目", 1],
      ].sort(),
    );
    expect(rows.map(({ section }) => section).sort()).toEqual([sections[0]?.title, "新栏目"].sort());
    // Each name leads to as many as it says.
    for (const { value, count: n } of facets.section)
      expect((await find(people.writer, wantedSchema.parse({ q: "清淤", section: value }))).rows).toHaveLength(n);
  });
});

describe("an official", () => {
  it("brings every text that names them, entered or in words, with the title of its day", async () => {
    const people = await house();
    const id = await official("王建国", 1, "副主席");
    await db.officialTitle.updateMany({ where: { officialId: id }, data: { to: toColumn("2025-12-31") } });
    await db.officialTitle.create({ data: { officialId: id, title: "主席", from: toColumn("2026-01-01") } });
    const item = (date: string, given: object) =>
      drafted(people.writer, people.publication, { ...given }).then(({ id: itemId }) =>
        db.item.update({ where: { id: itemId }, data: { date: toColumn(date) } }),
      );
    await item("2025-06-01", { officialIds: [id], blocks: paragraphs("主席到会讲话。") });
    await item("2026-06-01", { blocks: paragraphs("王建国到会讲话。") });
    await item("2026-06-02", { blocks: paragraphs("王建到会，国庆将至。") });
    for (const wanted of [{ q: "王建国" }, { official: id }]) {
      const { rows } = await find(people.writer, wantedSchema.parse({ ...wanted, order: "date" }));
      expect(rows.map(({ kind, named }) => [kind, named])).toEqual([
        ["item", [{ name: "王建国", title: "主席" }]],
        ["item", [{ name: "王建国", title: "副主席" }]],
        ["official", []],
      ]);
    }
    expect(await found(people.writer, "讲话 -王建国")).toEqual([]);
  });
});

describe("the order", () => {
  it("puts what has the words in its title first, then what has them as words, then the latest", async () => {
    const people = await house();
    const write = (headline: string, text: string, date: string) =>
      drafted(people.writer, people.publication, { headline: [headline], blocks: paragraphs(text) }).then(({ id }) =>
        db.item.update({ where: { id }, data: { date: toColumn(date) } }),
      );
    await write("甲", "其中国内市场回暖。", "2026-06-03");
    await write("乙", "中国经济发展。", "2026-06-02");
    await write("中国特色", "不在正文。", "2026-06-01");
    const titles = async (order: string) =>
      (await find(people.writer, wantedSchema.parse({ q: "中国", order }))).rows.map(({ title }) =>
        title.map(({ text }) => text).join(""),
      );
    expect(await titles("relevance")).toEqual(["中国特色", "乙", "甲"]);
    expect(await titles("date")).toEqual(["甲", "乙", "中国特色"]);
  });
});

describe("suggestions", () => {
  it("are of what the person sees, and only that", async () => {
    const people = await house();
    await drafted(people.writer, people.publication, { headline: ["柳泉河清淤"] });
    const titles = async (actor: Actor) => (await suggest(actor, { q: "清淤" })).found.map(({ title }) => title);
    expect(await titles(people.writer)).toEqual(["柳泉河清淤"]);
    for (const actor of [people.southWriter, people.editor, people.leader, await person(["systemAdmin"])])
      expect(await titles(actor)).toEqual([]);
    const admin = await person(["auditor"]);
    expect(await suggest(admin, { q: people.north.name })).toEqual({ found: [], offices: [] });
    expect((await suggest(people.leader, { q: people.north.name })).offices).toHaveLength(1);
  });
});

describe("bad input", () => {
  it.each([
    "",
    " ",
    "　",
    "%",
    "_",
    "\\",
    "'",
    '"',
    "“",
    "-",
    "--",
    "-“",
    "!",
    "&",
    "|",
    "(",
    ":*",
    "<->",
    "a:b",
    "~all",
    "~work",
    "'~work'",
    "\u0000",
    "\ud83c",
    "🌾",
    "会".repeat(10_000),
    "a b ".repeat(2_500),
    "-会 -议",
    "；DROP TABLE",
    "ﬃ",
    "İ",
  ])("no %# finds or does not, and is no error", async (q) => {
    const people = await house();
    for (const actor of [people.writer, people.leader]) {
      const wanted = wantedSchema.parse({ q });
      expect((await count(actor, wanted)).total).toBe((await find(actor, wanted)).rows.length);
      await suggest(actor, { q });
    }
  });

  it("finds a percent sign as one", async () => {
    const people = await house();
    await drafted(people.writer, people.publication, { blocks: paragraphs("增长12%，好于预期。") });
    await drafted(people.writer, people.publication, { blocks: paragraphs("增长百分之十二。") });
    expect(await found(people.writer, "%")).toEqual(["item"]);
    expect(await found(people.writer, "12％")).toEqual(["item"]);
  });

  it("turns dates that were typed the wrong way round, and knows of it", async () => {
    const wanted = wantedSchema.parse({ from: "2026-06-01", to: "2026-01-01" });
    expect(wanted).toMatchObject({ from: "2026-01-01", to: "2026-06-01", isTurned: true });
    expect(wantedSchema.parse({ from: "2026-02-30", to: "x" })).toMatchObject({
      from: null,
      to: null,
      isTurned: false,
    });
  });

  it("finds nothing under a filter that names nothing", async () => {
    const people = await house();
    await drafted(people.writer, people.publication);
    const nobody = "00000000-0000-4000-8000-000000000000";
    for (const key of ["office", "publication", "official"])
      expect(await found(people.writer, "", { [key]: nobody })).toEqual([]);
    expect(await found(people.writer, "", { section: "没有这个栏目\u0000" })).toEqual(["item"]);
    expect(await found(people.writer, "", { section: "没有这个栏目" })).toEqual([]);
  });
});
