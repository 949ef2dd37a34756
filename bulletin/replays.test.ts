import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { adjust } from "./archive/points/adjustments";
import { saveSearch } from "./archive/search/saved";
import { createIssue } from "./desk/issues";
import { saveDraft } from "./intake/draft";
import { submit } from "./intake/submit";
import { enterOfficial } from "./people/roster";
import { giveTray } from "./post/deputies";
import { distribute } from "./post/distribute";
import { answer } from "./post/forwarding";
import { instruct } from "./post/instructions";
import { approve, requestReview, withdrawReview } from "./press/review";
import { signOff } from "./press/signOff";
import { onDatabase } from "./testing/database";
import { forwarded, forwardTo, given, led, outOfTwo, words } from "./testing/instructions";
import { approved, compiled, distributed, seenIssue } from "./testing/issues";
import { drafted, itemOf, story } from "./testing/items";
import { house, person } from "./testing/people";
import { pointsOn } from "./testing/pointsKept";

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

/** A form with the id that its page chose, otherwise filled in the second time, and what has been made by now. */
type Form = { send: (newId: string, otherwise?: true) => Promise<unknown>; made: () => Promise<number> };

const forms: Record<string, () => Promise<Form>> = {
  points: async () => {
    const people = await house();
    await pointsOn(people);
    const input = { officeId: people.writer.officeId, on: today(), points: 300, reason: "专题报送" };
    return {
      send: (newId, otherwise) => adjust(people.editor, { ...input, newId, ...(otherwise && { points: 500 }) }),
      made: () => db.pointsAdjustment.count(),
    };
  },
  issue: async () => {
    const { editor, publication } = await house();
    const input = { publicationId: publication.id, periodFrom: today(), periodTo: null };
    return {
      send: (newId, otherwise) =>
        createIssue(editor, { ...input, newId, series: otherwise ? "supplement" : "regular" }),
      made: () => db.issue.count(),
    };
  },
  official: async () => {
    const admin = await person(["systemAdmin"]);
    const input = { id: null, name: "周启明", rank: 3, officeId: null, title: "副主席", from: today(), to: null };
    return {
      send: (newId, otherwise) => enterOfficial(admin, { ...input, newId, ...(otherwise && { title: "主席" }) }),
      made: () => db.official.count(),
    };
  },
  "saved search": async () => {
    const { editor } = await house();
    return {
      send: (newId, otherwise) =>
        saveSearch(editor, { newId, name: "会议", address: otherwise ? "/search?q=座谈" : "/search?q=会议" }),
      made: () => db.savedSearch.count(),
    };
  },
  deputy: async () => {
    const { leader, editor } = await house();
    const input = { principalId: leader.id, deputyId: editor.id, from: today(), mayInstruct: false };
    return {
      send: (newId, otherwise) => giveTray(leader, { ...input, newId, until: addDays(today(), otherwise ? 9 : 7) }),
      made: async () => (await db.deputy.count()) + (await db.notice.count({ where: { kind: "deputy" } })) - 1,
    };
  },
  instruction: async () => {
    const people = await led();
    const { issueId } = await outOfTwo(people);
    return {
      send: async (newId, otherwise) => {
        const sent = await instruct(people.leader, { ...words(issueId), newId, ...(otherwise && { text: "再报。" }) });
        // Long past the minute in which the same words are taken for a second press.
        await db.instruction.updateMany({ data: { givenAt: new Date(0) } });
        return sent;
      },
      made: () => db.instruction.count(),
    };
  },
  answer: async () => {
    const people = await led();
    const instructionId = await given(people.leader, (await outOfTwo(people)).issueId);
    await forwarded(people.editor, instructionId, [people.north.id]);
    const id = await forwardTo(people.north.id, instructionId);
    return {
      send: async (newId, otherwise) => {
        await answer(people.writer, { id, newId, text: otherwise ? "又办了。" : "已经办了。" });
        await db.answer.updateMany({ data: { at: new Date(0) } });
      },
      made: () => db.answer.count(),
    };
  },
};

describe.each(Object.entries(forms))("the form of a new %s", (_, fill) => {
  it("makes one and is answered the same, however often it comes and if it comes twice at once", async () => {
    const { send, made } = await fill();
    const newId = randomUUID();
    const [first, second] = await Promise.all([send(newId), send(newId)]);
    const lines = await events();
    expect(second).toEqual(first);
    expect(await send(newId)).toEqual(first);
    expect([await made(), await events()]).toEqual([1, lines]);
  });

  it("is refused with something else in it under the same id, and makes another one under its own", async () => {
    const { send, made } = await fill();
    const newId = randomUUID();
    await send(newId);
    await expect(send(newId, true)).rejects.toMatchObject({ key: "sentBefore" });
    expect(await made()).toBe(1);
    await send(randomUUID(), true);
    expect(await made()).toBeGreaterThan(1);
  });
});
