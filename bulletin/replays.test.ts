import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { saveDraft } from "./intake/draft";
import { submit } from "./intake/submit";
import { distribute } from "./post/distribute";
import { approve, requestReview, withdrawReview } from "./press/review";
import { signOff } from "./press/signOff";
import { onDatabase } from "./testing/database";
import { approved, compiled, distributed, seenIssue } from "./testing/issues";
import { drafted, itemOf, story } from "./testing/items";
import { house } from "./testing/people";

/** A browser, a proxy or somebody with a copy of the request sends it again, later, or in another order. */

onDatabase();

const events = () => db.event.count();

describe("a draft", () => {
  it("keeps the newer text when an older save comes after it", async () => {
    const { writer, publication } = await house();
    const seen = await drafted(writer, publication);
    const older = { ...seen, draft: story(publication, { headline: ["旧的"] }) };
    await saveDraft(writer, { ...seen, draft: story(publication, { headline: ["新的"] }) });
    const before = await itemOf(seen.id);
    await expect(saveDraft(writer, older)).rejects.toMatchObject({ key: "stale" });
    expect(await itemOf(seen.id)).toEqual(before);
  });

  it("is not sent before its first save came, nor with the save that has not come yet", async () => {
    const { writer, publication } = await house();
    const unknown = { id: "00000000-0000-4000-8000-000000000001", version: 1 };
    await expect(submit(writer, unknown)).rejects.toMatchObject({ key: "missing" });
    const seen = await drafted(writer, publication);
    const later = { id: seen.id, version: seen.version + 1 };
    await expect(submit(writer, later)).rejects.toMatchObject({ key: "overtaken" });
    expect(await itemOf(seen.id)).toMatchObject({ state: "draft", ...seen });
    await saveDraft(writer, { ...seen, draft: story(publication, { headline: ["改过的"] }) });
    expect(await submit(writer, later)).toMatchObject({ state: "submitted", headline: ["改过的"] });
  });

  it("is at the desk once when it is sent twice, and a save that comes after does not change it", async () => {
    const { writer, publication } = await house();
    const seen = await drafted(writer, publication);
    await submit(writer, seen);
    const [before, lines] = [await itemOf(seen.id), await events()];
    await expect(submit(writer, seen)).rejects.toMatchObject({ name: "Refusal" });
    await expect(saveDraft(writer, { ...seen, draft: story(publication) })).rejects.toMatchObject({ name: "Refusal" });
    expect(await itemOf(seen.id)).toEqual(before);
    expect(await db.submission.count()).toBe(1);
    expect(await events()).toBe(lines);
  });
});

describe("an issue", () => {
  it("is not approved again by an approval from before it was taken back", async () => {
    const people = await house();
    const id = await compiled(people);
    await requestReview(people.editor, await seenIssue(id));
    const approval = await seenIssue(id);
    await withdrawReview(people.editor, approval);
    await requestReview(people.editor, await seenIssue(id));
    await expect(approve(people.reviewer, approval)).rejects.toMatchObject({ key: "overtaken" });
    const seen = await seenIssue(id);
    await approve(people.reviewer, seen);
    const lines = await events();
    await expect(approve(people.reviewer, seen)).rejects.toMatchObject({ name: "Refusal" });
    expect(await db.issue.findUnique({ where: { id } })).toMatchObject({
      state: "approved",
      version: seen.version + 1,
    });
    expect(await events()).toBe(lines);
  });

  it("takes one number when it is signed twice, and reaches each reader once when it is sent out twice", async () => {
    const people = await house();
    const id = await approved(people);
    const seen = await seenIssue(id);
    await signOff(people.signer, seen);
    await expect(signOff(people.signer, seen)).rejects.toMatchObject({ name: "Refusal" });
    const signed = await seenIssue(id);
    await distribute(people.editor, signed);
    const [deliveries, lines] = [await db.delivery.count(), await events()];
    await expect(distribute(people.editor, signed)).rejects.toMatchObject({ name: "Refusal" });
    await expect(signOff(people.signer, seen)).rejects.toMatchObject({ name: "Refusal" });
    expect(deliveries).toBeGreaterThan(0);
    expect([await db.delivery.count(), await events()]).toEqual([deliveries, lines]);
    // The next one has the next number: none was used up by what was refused.
    const next = await distributed(people);
    expect(await db.issue.findUnique({ where: { id: next } })).toMatchObject({ number: 2 });
  });
});
