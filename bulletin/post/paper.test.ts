import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { distributed, seenIssue, signed } from "../testing/issues";
import { house } from "../testing/people";
import { at, distributedWith, to } from "../testing/post";
import { distribute } from "./distribute";
import { handOver, signingSheetOf } from "./paper";

onDatabase();

const missing = { key: "missing" };

describe("a paper copy", () => {
  it("is ticked off by whom it was handed over, and the tick taken away again", async () => {
    const people = await house();
    const id = await distributed(people);
    const copy = await db.paperCopy.findFirstOrThrow({ where: { issueId: id } });
    const now = async () => db.paperCopy.findUniqueOrThrow({ where: { id: copy.id } });
    travel(at("2026-11-20", "10:00"));
    await handOver(people.editor, { id: copy.id, handed: true });
    expect(await now()).toMatchObject({ handedByName: people.editor.name, handedAt: expect.any(Date) });
    const before = await now();
    await handOver(people.signer, { id: copy.id, handed: true });
    expect(await now()).toEqual(before);
    await handOver(people.signer, { id: copy.id, handed: false });
    expect(await now()).toMatchObject({ handedByName: "", handedAt: null });
    expect(await db.event.count({ where: { act: "handOver", issueId: id } })).toBe(2);
    await expect(handOver(people.reviewer, { id: copy.id, handed: true })).rejects.toMatchObject({ key: "forbidden" });
    await expect(handOver(people.leader, { id: copy.id, handed: true })).rejects.toMatchObject(missing);
  });

  it("stands on the signing sheet of what has gone out, beside every reader once", async () => {
    const people = await house();
    const { leader } = people;
    const lists = [{ label: "报", addressees: [to("主席", [leader.id]), to("常委", [leader.id]), to("市委办公室")] }];
    const id = await distributedWith(people, lists);
    const sheet = await signingSheetOf(people.signer, id);
    expect(sheet).toMatchObject({
      ...{ number: 1, publication: { name: people.publication.name }, paperCopies: [{ label: "市委办公室" }] },
      deliveries: [{ labels: ["主席", "常委"], account: { name: leader.name }, acknowledgedAt: null }],
    });
    expect(sheet.deliveries).toHaveLength(1);
    const early = await signed(people);
    await expect(signingSheetOf(people.signer, early)).rejects.toMatchObject(missing);
    await expect(signingSheetOf(leader, id)).rejects.toMatchObject(missing);
    await distribute(people.editor, await seenIssue(early));
    expect((await signingSheetOf(people.editor, early)).number).toBe(2);
  });
});
