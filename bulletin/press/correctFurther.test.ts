import { describe, expect, it } from "vitest";
import { onDatabase } from "../testing/database";
import { changeLists, compiled, distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { itemOf, submitted } from "../testing/items";
import { house } from "../testing/people";
import { corrected, correcting, deliveredTo, signedBy, toldTo } from "../testing/post";
import { listsTo } from "../testing/publications";
import { correct } from "./correct";
import { recall } from "./recall";
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
