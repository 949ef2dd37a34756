import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { recall } from "../press/recall";
import { onDatabase, through, withClients } from "../testing/database";
import {
  deputyOf,
  forwarded,
  given,
  instructionRow,
  type Led,
  led,
  outOfTwo,
  seenInstruction,
  sentence,
  told,
} from "../testing/instructions";
import { seenIssue } from "../testing/issues";
import { attachToAnswer } from "./answerFiles";
import { close, forward, release } from "./forwarding";
import { instructionsOn, rewrite, withdrawInstruction } from "./instructions";
import { nothingDrawn } from "./strokes";

onDatabase();

let people: Led;
let issue: Awaited<ReturnType<typeof outOfTwo>>;
let id: string;

beforeEach(async () => {
  people = await led();
  issue = await outOfTwo(people);
  id = await given(people.leader, issue.issueId, { entryId: issue.north });
});

const again = { quote: "", text: "请尽快办理。", drawing: nothingDrawn };

describe("an instruction that nobody has taken up", () => {
  it("is written anew by its leader, and the editors are told again", async () => {
    const { leader, editor, editor2 } = people;
    await rewrite(leader, { ...(await seenInstruction(id)), ...again, quote: sentence });
    expect(await instructionRow(id)).toMatchObject({ version: 2, state: "given", text: again.text, quote: sentence });
    expect(await told("instructed")).toEqual({ [editor.id]: 2, [editor2.id]: 2 });
    expect(await db.event.count({ where: { act: "rewrite", subjectId: id, actorId: leader.id } })).toBe(1);
  });

  it("says who wrote it last: the deputy, or the leader again", async () => {
    const { leader, third } = people;
    const deputy = deputyOf(leader, third, true);
    await rewrite(deputy, { ...(await seenInstruction(id)), ...again });
    expect(await instructionRow(id)).toMatchObject({ writtenById: third.id, writtenByName: third.name });
    await rewrite(leader, { ...(await seenInstruction(id)), ...again });
    expect(await instructionRow(id)).toMatchObject({ writtenById: null, writtenByName: "", leaderName: leader.name });
  });

  it("stays as it was where a sentence does not stand there, or the version is an old one", async () => {
    const seen = await seenInstruction(id);
    const wrong = rewrite(people.leader, { ...seen, ...again, quote: "没有这句话。" });
    await expect(wrong).rejects.toMatchObject({ key: "notThere" });
    expect(await instructionRow(id)).toMatchObject({ version: 1, text: "请研究办理。" });
    await rewrite(people.leader, { ...seen, ...again });
    for (const late of [rewrite(people.leader, { ...seen, ...again }), withdrawInstruction(people.leader, seen)])
      await expect(late).rejects.toMatchObject({ key: "overtaken", stale: { by: people.leader.name, version: 2 } });
    expect(await instructionRow(id)).toMatchObject({ version: 2, state: "given" });
  });

  it("is neither another leader's nor an editor's to change", async () => {
    const seen = await seenInstruction(id);
    const without = deputyOf(people.leader, people.third, false);
    for (const [actor, key] of [
      [people.leader2, "missing"],
      [people.plain, "missing"],
      [people.writer, "missing"],
      [without, "missing"],
      [people.editor, "forbidden"],
    ] as const) {
      await expect(rewrite(actor, { ...seen, ...again })).rejects.toMatchObject({ key });
      await expect(withdrawInstruction(actor, seen)).rejects.toMatchObject({ key });
    }
    expect(await instructionRow(id)).toMatchObject({ version: 1, state: "given", text: "请研究办理。" });
  });

  it("is taken back, and then is nowhere", async () => {
    await withdrawInstruction(people.leader, await seenInstruction(id));
    expect(await instructionRow(id)).toMatchObject({ state: "withdrawn" });
    for (const actor of [people.leader, people.editor]) expect(await instructionsOn(actor, issue.issueId)).toEqual([]);
    const seen = await seenInstruction(id);
    await expect(rewrite(people.leader2, { ...seen, ...again })).rejects.toMatchObject({ key: "missing" });
    const byLeader = { key: "overtaken", stale: { by: people.leader.name } };
    await expect(rewrite(people.leader, { ...seen, ...again })).rejects.toMatchObject(byLeader);
    await expect(forwarded(people.editor, id, [people.north.id])).rejects.toMatchObject(byLeader);
  });
});

describe("an instruction that was taken up", () => {
  it("stands once it was forwarded; its leader is told by whom, whoever did something else since", async () => {
    const old = await seenInstruction(id);
    await forwarded(people.editor2, id, [people.north.id]);
    const { id: forwardId } = await db.forward.findFirstOrThrow();
    await attachToAnswer(people.writer, forwardId, { name: "方案.pdf", bytes: Buffer.from("%PDF-1.7") });
    for (const seen of [old, await seenInstruction(id)]) {
      const late = { key: "overtaken", stale: { by: people.editor2.name, version: 2 } };
      await expect(rewrite(people.leader, { ...seen, ...again })).rejects.toMatchObject(late);
      await expect(withdrawInstruction(people.leader, seen)).rejects.toMatchObject(late);
    }
    expect(await instructionRow(id)).toMatchObject({ state: "forwarded", text: "请研究办理。" });
  });

  it("stands once it was closed", async () => {
    await close(people.editor, { ...(await seenInstruction(id)), closing: "已阅。" });
    const seen = await seenInstruction(id);
    await expect(rewrite(people.leader, { ...seen, ...again })).rejects.toMatchObject({ key: "overtaken" });
    await expect(withdrawInstruction(people.leader, seen)).rejects.toMatchObject({ key: "overtaken" });
  });

  it.each([
    ["written anew", (seen: { id: string; version: number }) => rewrite(people.leader, { ...seen, ...again })],
    ["taken back", (seen: { id: string; version: number }) => withdrawInstruction(people.leader, seen)],
  ])("is forwarded or %s, never both, at the same moment", async (_, change) => {
    const seen = await seenInstruction(id);
    const toNorth = { ...seen, officeIds: [people.north.id], dueOn: null, words: "" };
    const results = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([through(one, () => change(seen)), through(two, () => forward(people.editor, toNorth))]),
    );
    const [changed, sent] = results;
    expect([changed.status, sent.status].sort()).toEqual(["fulfilled", "rejected"]);
    const reason = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []))[0];
    const winner = changed.status === "fulfilled" ? people.leader : people.editor;
    expect(reason).toMatchObject({ key: "overtaken", stale: { by: winner.name } });
    expect(await db.forward.count()).toBe(sent.status === "fulfilled" ? 1 : 0);
    const { state, text, version } = await instructionRow(id);
    expect(version).toBe(2);
    expect(state === "forwarded").toBe(sent.status === "fulfilled");
    if (state === "forwarded") expect(text).toBe("请研究办理。");
  });
});

describe("an instruction that was released to the office of its item", () => {
  it("stands: neither written anew nor taken back, and the office reads what was released", async () => {
    const { leader, editor } = people;
    const { text } = await instructionRow(id);
    await release(editor, { id });
    const seen = await seenInstruction(id);
    await expect(rewrite(leader, { ...seen, ...again })).rejects.toMatchObject({ key: "alreadyReleased" });
    await expect(withdrawInstruction(leader, seen)).rejects.toMatchObject({ key: "alreadyReleased" });
    expect(await instructionRow(id)).toMatchObject({ state: "given", text });
  });
});

describe("an instruction on an issue that was recalled", () => {
  it("is not written anew: whether a sentence stood in it is not told", async () => {
    const { leader, signer } = people;
    await recall(signer, { ...(await seenIssue(issue.issueId)), reason: "有误" });
    for (const quote of [sentence, "没有这句话。"])
      await expect(rewrite(leader, { ...(await seenInstruction(id)), ...again, quote })).rejects.toMatchObject({
        key: "missing",
      });
  });
});

describe("a deputy", () => {
  it("who writes it anew or takes it back is recorded as doing so for the leader; what it led to is gone", async () => {
    const { leader, editor } = people;
    const deputy = deputyOf(leader, people.plain, true);
    await rewrite(deputy, { ...(await seenInstruction(id)), ...again });
    await withdrawInstruction(deputy, await seenInstruction(id));
    const acts = await db.event.findMany({ where: { subjectId: id, act: { in: ["rewrite", "withdrawInstruction"] } } });
    expect(acts.map(({ detail }) => detail)).toEqual([{ inPlaceOf: leader.name }, { inPlaceOf: leader.name }]);
    expect(await db.notice.count({ where: { kind: "instructed", accountId: editor.id } })).toBe(0);
  });
});
