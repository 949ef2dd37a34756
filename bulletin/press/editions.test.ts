import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { putBack } from "../desk/adopt";
import { fateOf } from "../intake/fate";
import { imageFor, takeImage } from "../intake/images";
import { distribute } from "../post/distribute";
import { tray, trayFilter } from "../post/reading";
import { noticeInPlaceOf, readingOf } from "../post/readingOf";
import { onDatabase } from "../testing/database";
import { adoptInto, distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { paragraphs, submitted } from "../testing/items";
import { type House, house } from "../testing/people";
import { photograph } from "../testing/photographs";
import { corrected, correcting, rewriteEntry, signedBy, withPhotograph } from "../testing/post";
import { correct } from "./correct";
import { correctionOf, editionsBefore } from "./editions";
import { fileFor } from "./file";

onDatabase();

const missing = { key: "missing" };

describe("an edition that was corrected", () => {
  it("is nowhere before its readers any more: no page, no file, no photograph, no row in the tray", async () => {
    const people = await house();
    const { id: image } = await takeImage(people.writer, await photograph());
    const item = await withPhotograph(people.writer, people.publication, image);
    const old = await distributed(people, { items: [item] });
    expect((await imageFor(people.leader, image)).type).toBe("image/jpeg");
    // The new edition is without the photograph.
    const edition = await corrected(people, old);
    for (const actor of [people.leader, people.writer])
      for (const gone of [
        () => readingOf(actor, old),
        () => fileFor(actor, old, "pdf"),
        () => fileFor(actor, old, "docx"),
      ])
        await expect(gone()).rejects.toMatchObject(missing);
    await expect(imageFor(people.leader, image)).rejects.toMatchObject(missing);
    const { unread } = await tray(people.leader, trayFilter.parse({}));
    expect(unread.map(({ issue }) => [issue.id, issue.edition])).toEqual([[edition, 2]]);
    expect((await readingOf(people.leader, edition)).content.edition).toBe(2);
  });

  it("is read on by the secretariat, with the way to the latest one", async () => {
    const people = await house();
    const old = await distributed(people);
    const second = await corrected(people, old);
    const third = await corrected(people, second);
    for (const actor of [people.editor, people.reviewer, people.signer]) {
      expect(await readingOf(actor, old)).toMatchObject({ state: "corrected", newer: third });
      expect((await fileFor(actor, old, "pdf")).bytes.length).toBeGreaterThan(0);
    }
    expect((await readingOf(people.editor, third)).newer).toBeNull();
  });

  it("has in its place the way to the latest edition, for those who had it and for nobody else", async () => {
    const people = await house();
    const old = await distributed(people);
    const second = await corrected(people, old);
    expect(await noticeInPlaceOf(people.leader, old)).toMatchObject({
      state: "corrected",
      newer: second,
      notice: null,
    });
    const third = await corrected(people, second);
    for (const actor of [people.leader, people.writer])
      for (const id of [old, second])
        expect(await noticeInPlaceOf(actor, id)).toMatchObject({ state: "corrected", newer: third });
    for (const actor of [people.leader2, people.southWriter]) expect(await noticeInPlaceOf(actor, old)).toBeNull();
    expect(await noticeInPlaceOf(people.leader, await signed(people))).toBeNull();
  });

  it("is no printing of its items any more, the new one is; one in work is none yet", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const old = await distributed(people, { items: [item] });
    const edition = await signedBy(people, await correcting(people, old));
    const shown = async (actor: Actor) =>
      (await fateOf(actor, item.id)).printings.map(({ issue, isOut, after }) => [issue.id, isOut, after?.blocks]);
    const asSent = paragraphs("调研组走访了三个村。", "座谈会上十二人发言。");
    for (const actor of [people.writer, people.editor]) expect(await shown(actor)).toEqual([[old, true, asSent]]);
    await distribute(people.editor, await seenIssue(edition));
    const anew = paragraphs("会议在下午举行。");
    for (const actor of [people.writer, people.editor]) expect(await shown(actor)).toEqual([[edition, true, anew]]);
  });
});

/** A first edition of three entries: the new one changes the first, drops the second, keeps the third, has a fourth. */
async function changedThroughout(people: House) {
  const { writer, editor, publication } = people;
  const item = (headline: string) => submitted(writer, publication, { headline: [headline] });
  const old = await distributed(people, { items: [await item("甲"), await item("乙"), await item("丙")] });
  const edition = await correct(editor, { id: old, reason: "人名有误" });
  await rewriteEntry(editor, edition, "调研组走访了五个村。", "座谈会上十二人发言。");
  const [, second] = await db.entry.findMany({ where: { issueId: edition }, orderBy: { order: "asc" } });
  await putBack(editor, second?.id ?? "");
  await adoptInto(edition, editor, [await item("丁")]);
  await signedBy(people, edition);
  await distribute(editor, await seenIssue(edition));
  return { old, edition };
}

describe("what a new edition changed", () => {
  it("is shown entry by entry: what reads differently, what was added and what was dropped", async () => {
    const people = await house();
    const { old, edition } = await changedThroughout(people);
    const correction = await correctionOf(people.leader, await issueOf(edition));
    expect(correction).toMatchObject({ reason: "人名有误", earlierId: old, added: ["丁"], dropped: ["乙"] });
    expect(correction?.entries.map(({ title, difference }) => [title, difference.changes])).toEqual([["甲", 1]]);
    expect(JSON.stringify(correction?.entries)).toMatch(/三.*五/);
    expect((await readingOf(people.leader, edition)).correction).toEqual(correction);
    expect(await correctionOf(people.leader, await issueOf(old))).toBeNull();
  });

  it("is not told where the earlier one was recalled: why, and nothing of what it said, but to the secretariat", async () => {
    const people = await house();
    const { old, edition } = await changedThroughout(people);
    await db.issue.update({ where: { id: old }, data: { state: "recalled" } });
    const { correction } = await readingOf(people.leader, edition);
    expect(correction).toEqual({
      ...{ reason: "人名有误", earlierId: old, isWithheld: true },
      ...{ entries: [], added: [], dropped: [] },
    });
    expect(await correctionOf(people.editor, await issueOf(edition))).toMatchObject({ dropped: ["乙"] });
  });

  it("is not there before it is signed", async () => {
    const people = await house();
    const edition = await correcting(people, await distributed(people));
    expect(await correctionOf(people.leader, await issueOf(edition))).toBeNull();
  });

  it("does not lose the place of an entry over three editions", async () => {
    const people = await house();
    const old = await distributed(people);
    const second = await corrected(people, old);
    const third = await corrected(people, second);
    const entryOf = async (issueId: string) => (await db.entry.findFirstOrThrow({ where: { issueId } })).id;
    const place = await entryOf(third);
    const editions = await editionsBefore(third);
    expect(editions.map(({ id }) => id)).toEqual([third, second, old]);
    for (const { id, placeOf } of editions) expect(placeOf.get(await entryOf(id))).toBe(place);
  });
});
