import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { putBack } from "../desk/adopt";
import { moveEntry, sortSection } from "../desk/arrange";
import { editEntry } from "../desk/entries";
import { saveDraft } from "../intake/draft";
import { distribute } from "../post/distribute";
import { onDatabase } from "../testing/database";
import {
  adoptInto,
  approved,
  changeImprint,
  changeLists,
  compiled,
  issueOf,
  seenIssue,
  signed,
} from "../testing/issues";
import { itemOf, paragraphs, seenItem, story, submitted } from "../testing/items";
import { house } from "../testing/people";
import { imprint, listsTo } from "../testing/publications";
import { asContent, type Content, hashOf } from "./content";
import { approve, requestReview } from "./review";
import { signOff, voidIssue } from "./signOff";

onDatabase();

describe("an issue that is signed off", () => {
  it("is frozen whole: who, when, number, date, sections, texts, lists and imprint", async () => {
    const people = await house();
    const id = await signed(people);
    const issue = await issueOf(id);
    const { name, region, issuer } = people.publication;
    const { headline, blocks } = story(people.publication);
    expect(issue).toMatchObject({ state: "signed", number: 1, signedById: people.signer.id });
    expect(asContent(issue.content)).toMatchObject({
      ...{ publication: name, region, issuer, number: 1, total: null, series: "regular" },
      sections: [{ title: "重要活动", entries: [{ kind: "story", headline, blocks, office: people.north.shortName }] }],
      lists: listsTo(people.leader),
      imprint,
    });
    expect(issue.contentHash).toBe(hashOf(asContent(issue.content)));
  });

  it("gets the number that the signer was shown, or none", async () => {
    const people = await house();
    const [first, second] = [await approved(people), await approved(people)];
    await signOff(people.signer, { ...(await seenIssue(first)), number: 1 });
    const late = signOff(people.signer, { ...(await seenIssue(second)), number: 1 });
    await expect(late).rejects.toMatchObject({ key: "numberMoved", values: { number: 2 } });
    expect(await issueOf(second)).toMatchObject({ state: "approved", number: null });
    expect(await signOff(people.signer, { ...(await seenIssue(second)), number: 2 })).toEqual({ number: 2 });
  });

  it("is not changed by anything that happens to what it was made of", async () => {
    const people = await house();
    const { editor, writer, signer, publication } = people;
    const item = await submitted(writer, publication);
    const waiting = await submitted(writer, publication);
    const id = await signed(people, { items: [item] });
    const before = await issueOf(id);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const seen = await seenIssue(id);
    const text = { headline: ["改"], blocks: paragraphs("改"), date: null, place: "", reason: "" };
    const edits = [
      () => editEntry(editor, { id: entry.id, version: entry.version, ...text }),
      () => putBack(editor, entry.id),
      () => moveEntry(editor, { issueId: id, entryId: entry.id, sectionId: entry.sectionId, before: null }),
      () => sortSection(editor, { issueId: id, sectionId: entry.sectionId, by: "date" }),
      () => changeLists(editor, id, []),
      () => changeImprint(editor, id, { editorNote: "改" }),
      () => adoptInto(id, editor, [waiting]),
    ];
    for (const edit of edits) await expect(edit()).rejects.toMatchObject({ key: "signedStands" });
    const { version } = await seenItem(item.id);
    await expect(saveDraft(writer, { id: item.id, version, draft: story(publication) })).rejects.toMatchObject({
      key: "alreadySent",
    });
    await db.office.update({ where: { id: people.north.id }, data: { shortName: "改名" } });
    expect(await issueOf(id)).toEqual(before);
    await distribute(editor, seen);
    await expect(voidIssue(signer, { ...(await seenIssue(id)), reason: "太晚" })).rejects.toMatchObject({
      key: "overtaken",
    });
    const { content, contentHash, number } = await issueOf(id);
    expect({ content, contentHash, number }).toEqual({
      content: before.content,
      contentHash: before.contentHash,
      number: before.number,
    });
    expect((await itemOf(waiting.id)).state).toBe("submitted");
  });

  it("has a hash that does not depend on the order of keys and does on every word", () => {
    const content = { publication: "周报", year: 2026, sections: [{ title: "栏", entries: [] }] } as unknown as Content;
    const turned = { sections: [{ entries: [], title: "栏" }], year: 2026, publication: "周报" } as unknown as Content;
    expect(hashOf(turned)).toBe(hashOf(content));
    expect(hashOf({ ...content, year: 2027 })).not.toBe(hashOf(content));
    expect(hashOf({ ...content, sections: [] })).not.toBe(hashOf(content));
  });
});

describe("sign-off is refused", () => {
  it("while anything blocks it, with how much that is, and takes no number", async () => {
    const people = await house();
    const { editor, reviewer, signer } = people;
    const id = await compiled(people);
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: id } });
    const empty = { headline: [], blocks: [], date: null, place: "", reason: "" };
    await editEntry(editor, { id: entry.id, version: entry.version, ...empty });
    await changeImprint(editor, id, { reviewers: "" });
    await requestReview(editor, await seenIssue(id));
    await approve(reviewer, await seenIssue(id));
    const before = await issueOf(id);
    await expect(signOff(signer, await seenIssue(id))).rejects.toMatchObject({ key: "blocked", values: { count: 3 } });
    expect(await issueOf(id)).toEqual(before);
    expect(await db.counter.count()).toBe(0);
  });

  it("for the version before an edit that voided the approval", async () => {
    const people = await house();
    const id = await approved(people);
    const seen = await seenIssue(id);
    await changeLists(people.editor2, id, listsTo(people.leader2));
    const stale = { key: "overtaken", stale: { by: people.editor2.name } };
    await expect(signOff(people.signer, seen)).rejects.toMatchObject(stale);
    expect(await issueOf(id)).toMatchObject({ state: "compiling", approvedById: null, number: null });
  });

  it("for everybody but a signer", async () => {
    const people = await house();
    const seen = await seenIssue(await approved(people));
    for (const actor of [people.editor, people.reviewer])
      await expect(signOff(actor, seen)).rejects.toMatchObject({ key: "forbidden" });
    for (const actor of [people.writer, people.leader])
      await expect(signOff(actor, seen)).rejects.toMatchObject({ key: "missing" });
  });
});
