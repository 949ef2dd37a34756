import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { returnItem } from "../../desk/select";
import { draftOf, saveDraft } from "../../intake/draft";
import { submit, withdraw } from "../../intake/submit";
import { recall } from "../../press/recall";
import { voidIssue } from "../../press/signOff";
import { onDatabase } from "../../testing/database";
import { distributed, seenIssue, signed } from "../../testing/issues";
import { itemOf, seenItem, submitted } from "../../testing/items";
import { type House, house } from "../../testing/people";
import { corrected } from "../../testing/post";
import { publication } from "../../testing/publications";
import { bySection } from "./breakdowns";
import { statisticsFilter } from "./filter";
import { overview } from "./overview";

onDatabase();

const at = (moment: string) => travel(new Date(`${moment}:00+08:00`));
const figures = async ({ editor }: House, query: Record<string, string>) => {
  const { total, pending } = await overview(editor, statisticsFilter.parse({ publication: "all", ...query }));
  return { sent: total.sent, adopted: total.adopted, pending };
};
const day = (from: string, to = from) => ({ period: "days", from, to });

describe("what counts as sent", () => {
  it("is counted on the day of the office, on either side of midnight", async () => {
    at("2026-03-31T23:58");
    const people = await house();
    await submitted(people.writer, people.publication);
    at("2026-04-01T00:02");
    await submitted(people.writer, people.publication);
    expect(await figures(people, day("2026-03-31"))).toMatchObject({ sent: 1 });
    expect(await figures(people, day("2026-04-01"))).toMatchObject({ sent: 1 });
    expect(await figures(people, { period: "quarter", year: "2026", part: "1" })).toMatchObject({ sent: 1 });
    expect(await figures(people, { period: "month", year: "2026", part: "4" })).toMatchObject({ sent: 1 });
  });

  it("is counted once, on the first day, when it is returned and sent again", async () => {
    at("2026-03-02T10:00");
    const people = await house();
    const { id, version } = await submitted(people.writer, people.publication);
    await returnItem(people.editor, { id, version, words: "请补充。" });
    at("2026-03-05T10:00");
    await submit(people.writer, await seenItem(id));
    expect(await figures(people, day("2026-03-02"))).toMatchObject({ sent: 1 });
    expect(await figures(people, day("2026-03-05"))).toMatchObject({ sent: 0 });
  });

  it("does not count while its office has taken it back", async () => {
    at("2026-03-02T10:00");
    const people = await house();
    const { id } = await submitted(people.writer, people.publication);
    await withdraw(people.writer, id);
    expect(await figures(people, day("2026-03-02"))).toMatchObject({ sent: 0 });
    at("2026-03-09T10:00");
    await submit(people.writer, await seenItem(id));
    expect(await figures(people, day("2026-03-02"))).toMatchObject({ sent: 1 });
  });

  it("stays what was sent while the office writes at it again", async () => {
    at("2026-03-02T10:00");
    const people = await house();
    const [section] = people.publication.sections;
    const { id, version } = await submitted(people.writer, people.publication, { sectionId: section?.id });
    await returnItem(people.editor, { id, version, words: "请补充。" });
    const item = await itemOf(id);
    await saveDraft(people.writer, { id, version: item.version, draft: { ...draftOf(item), sectionId: null } });
    const { selection } = await overview(
      people.editor,
      statisticsFilter.parse({ publication: "all", ...day("2026-03-02") }),
    );
    const lines = await bySection(selection);
    expect(lines.filter(({ sent }) => sent).map(({ name }) => name)).toEqual([section?.title]);
  });
});

describe("what counts as adopted", () => {
  it("is what went out: not while its issue is in work or only signed", async () => {
    at("2026-03-02T10:00");
    const people = await house();
    await signed(people);
    expect(await figures(people, day("2026-03-02"))).toEqual({ sent: 1, adopted: 0, pending: 1 });
  });

  it("counts once in all, and once in each of two publications", async () => {
    at("2026-03-02T10:00");
    const people = await house();
    const other = await publication({ readers: [people.leader] });
    const item = await submitted(people.writer, people.publication);
    await distributed(people, { items: [item] });
    await distributed(people, { publication: other, items: [await seenItem(item.id)] });
    expect(await figures(people, day("2026-03-02"))).toMatchObject({ sent: 1, adopted: 1 });
    for (const { id } of [people.publication, other])
      expect(await figures(people, { ...day("2026-03-02"), publication: id })).toMatchObject({ adopted: 1 });
  });

  it("is counted once, on the first day, when its issue is corrected", async () => {
    at("2026-03-30T10:00");
    const people = await house();
    const id = await distributed(people);
    at("2026-04-02T10:00");
    await corrected(people, id);
    expect(await figures(people, { period: "month", year: "2026", part: "3" })).toMatchObject({ adopted: 1 });
    expect(await figures(people, { period: "month", year: "2026", part: "4" })).toMatchObject({ adopted: 0 });
    expect(await figures(people, { publication: people.publication.id })).toMatchObject({ sent: 1, adopted: 1 });
  });

  it("ends with a recall, until a new edition goes out", async () => {
    at("2026-03-30T10:00");
    const people = await house();
    const id = await distributed(people);
    await recall(people.signer, { ...(await seenIssue(id)), reason: "有误" });
    expect(await figures(people, { period: "year", year: "2026" })).toMatchObject({ sent: 1, adopted: 0 });
    await corrected(people, id);
    expect(await figures(people, day("2026-03-30"))).toMatchObject({ adopted: 1 });
  });

  it("does not know a void issue", async () => {
    at("2026-03-30T10:00");
    const people = await house();
    const id = await signed(people);
    await voidIssue(people.signer, { ...(await seenIssue(id)), reason: "不再印发" });
    expect(await figures(people, { period: "year", year: "2026" })).toEqual({ sent: 1, adopted: 0, pending: 0 });
  });
});

describe("issues as a period", () => {
  it("take what was sent since the number before went out, without gap and without counting twice", async () => {
    at("2026-03-02T09:00");
    const people = await house();
    await distributed(people);
    at("2026-03-05T09:00");
    await distributed(people, { items: [await submitted(people.writer, people.publication)] });
    at("2026-03-09T09:00");
    await submitted(people.writer, people.publication);
    const publicationId = people.publication.id;
    const { points, selection, total } = await overview(people.editor, statisticsFilter.parse({}));
    expect(selection.period).toMatchObject({ kind: "issues", first: 1, last: 2, year: 2026 });
    expect(points.map(({ number, sent, adopted }) => [number, sent, adopted])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
    ]);
    expect(total).toMatchObject({ sent: 2, adopted: 2 });
    const turned = await overview(
      people.editor,
      statisticsFilter.parse({ publication: publicationId, period: "issues", year: "2026", first: "2", last: "1" }),
    );
    expect(turned.selection.period).toMatchObject({ turned: true, first: 1, last: 2 });
    expect(turned.total).toEqual(total);
  });
});

describe("an office that was closed", () => {
  it("counts for its time, and is not asked for afterwards", async () => {
    at("2026-03-02T09:00");
    const people = await house();
    await submitted(people.writer, people.publication);
    await db.office.update({ where: { id: people.north.id }, data: { closedAt: new Date("2026-03-10T01:00:00Z") } });
    at("2026-04-20T09:00");
    const listed = async (query: Record<string, string>) => {
      const { offices } = await overview(people.editor, statisticsFilter.parse({ publication: "all", ...query }));
      return offices.some(({ id }) => id === people.north.id);
    };
    expect(await listed({ period: "month", year: "2026", part: "3" })).toBe(true);
    expect(await listed({ period: "month", year: "2026", part: "4" })).toBe(false);
    const { silent } = await overview(people.editor, statisticsFilter.parse({}));
    expect(silent.some(({ office }) => office.id === people.north.id)).toBe(false);
  });
});

describe("nothing at all", () => {
  it("is a page of zeros, without publications and with", async () => {
    const people = await house();
    expect(await figures(people, {})).toEqual({ sent: 0, adopted: 0, pending: 0 });
    await db.section.deleteMany();
    await db.listVersion.deleteMany();
    await db.distributionList.deleteMany();
    await db.publication.deleteMany();
    const { total, points, silent } = await overview(people.editor, statisticsFilter.parse({}));
    expect(total).toMatchObject({ sent: 0, adopted: 0 });
    expect(points.every(({ sent, adopted }) => !sent && !adopted)).toBe(true);
    // With nothing to send to, nobody is blamed for longer than this week.
    expect(silent.every(({ weeks }) => weeks === 1)).toBe(true);
  });
});
