import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { giveTray } from "../post/deputies";
import { distribute } from "../post/distribute";
import { onDatabase } from "../testing/database";
import { changeLists, compiled, distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { itemOf, submitted } from "../testing/items";
import { house, person } from "../testing/people";
import { corrected, correcting, deliveredTo, signedBy, toldTo } from "../testing/post";
import { listsTo } from "../testing/publications";
import { correct, discardCorrection } from "./correct";
import { recall } from "./recall";
import { requestReview } from "./review";
import { voidIssue } from "./signOff";

onDatabase();

const reason = "时间有误";

describe("a new edition", () => {
  it("is itself corrected by a third, never the first once more", async () => {
    const people = await house();
    const old = await distributed(people);
    const second = await corrected(people, old);
    await expect(correct(people.editor, { id: old, reason })).rejects.toMatchObject({ key: "correctionUnderWay" });
    const third = await corrected(people, second);
    const states = await Promise.all([old, second, third].map(issueOf));
    expect(states.map(({ state, edition, number }) => [state, edition, number])).toEqual([
      ["corrected", 1, 1],
      ["corrected", 2, 1],
      ["distributed", 3, 1],
    ]);
  });

  it("takes the place of a recalled issue too, which stays recalled", async () => {
    const people = await house();
    const old = await distributed(people);
    await recall(people.signer, { ...(await seenIssue(old)), reason });
    const edition = await corrected(people, old);
    expect([(await issueOf(old)).state, (await issueOf(edition)).state]).toEqual(["recalled", "distributed"]);
    expect(await deliveredTo(edition)).toEqual([people.leader.id]);
    expect((await toldTo(people.leader)).map(({ kind }) => kind)).toEqual(["delivered", "recalled", "corrected"]);
  });

  it("that is voided leaves the first and its items as they are, and another can be begun", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const old = await distributed(people, { items: [item] });
    const edition = await signedBy(people, await correcting(people, old));
    await voidIssue(people.signer, { ...(await seenIssue(edition)), reason: "不必更正" });
    expect([(await issueOf(old)).state, (await itemOf(item.id)).state]).toEqual(["distributed", "published"]);
    expect((await issueOf(await signed(people))).number).toBe(2);
    const next = await corrected(people, old);
    expect(await issueOf(next)).toMatchObject({ number: 1, edition: 3, state: "distributed" });
    expect((await issueOf(old)).state).toBe("corrected");
  });

  it("is not what the next issue begins with: neither its list nor its period", async () => {
    const people = await house();
    const old = await distributed(people);
    const edition = await correcting(people, old);
    await changeLists(people.editor, edition, listsTo(people.leader2));
    const next = await issueOf(await compiled(people));
    expect(next).toMatchObject({ lists: listsTo(people.leader), edition: 1, correctsId: null, correctionReason: null });
  });
});

describe("a new edition that is not needed", () => {
  it("is given up while it is in work, by an editor; the earlier one stays and can be corrected again", async () => {
    const people = await house();
    const old = await distributed(people);
    const edition = await correcting(people, old);
    const seen = await seenIssue(edition);
    await expect(discardCorrection(people.signer, seen)).rejects.toMatchObject({ key: "forbidden" });
    await discardCorrection(people.editor, seen);
    expect(await issueOf(edition)).toMatchObject({ state: "void", number: null });
    expect(await issueOf(old)).toMatchObject({ state: "distributed" });
    const again = await correcting(people, old);
    expect(await issueOf(again)).toMatchObject({ edition: 2, correctsId: old });
    await requestReview(people.editor, await seenIssue(again));
    await expect(discardCorrection(people.editor, await seenIssue(again))).rejects.toMatchObject({ stale: {} });
  });

  it("is none of an ordinary issue's acts", async () => {
    const people = await house();
    const id = await compiled(people);
    await expect(discardCorrection(people.editor, await seenIssue(id))).rejects.toMatchObject({ key: "forbidden" });
    expect(await issueOf(id)).toMatchObject({ state: "compiling" });
  });
});

describe("a new edition that goes out", () => {
  it("is told to the offices whose items the earlier one carried, and to whoever reads in a reader's place", async () => {
    const people = await house();
    const deputy = await person(["reader"]);
    const days = { from: today(), until: today(), mayInstruct: false };
    const old = await distributed(people);
    await giveTray(people.leader, { ...days, principalId: people.leader.id, deputyId: deputy.id });
    const edition = await signedBy(people, await correcting(people, old));
    await distribute(people.editor, await seenIssue(edition));
    const told = async (actor: Actor) => (await toldTo(actor)).map(({ kind }) => kind);
    expect(await told(people.writer)).toEqual(["published", "corrected"]);
    expect(await told(people.southWriter)).toEqual([]);
    expect(await told(deputy)).toEqual(["deputy", "deliveredFor"]);
    const href = `/reading/${edition}?of=${people.leader.id}`;
    expect((await toldTo(deputy)).at(-1)).toMatchObject({ href, values: { name: people.leader.name } });
  });
});
