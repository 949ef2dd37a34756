import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { recall } from "../press/recall";
import { onDatabase, through, withClients } from "../testing/database";
import { distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { house } from "../testing/people";
import { correcting, signedBy } from "../testing/post";
import { distribute, distributeDue } from "./distribute";

onDatabase();

describe("two acts at the same moment", () => {
  it("by hand and by the clock send it once", async () => {
    const people = await house();
    const id = await signed(people);
    const due = { distributeAt: new Date(now().getTime() - 1_000), distributeById: people.signer.id };
    await db.issue.update({ where: { id }, data: due });
    const seen = await seenIssue(id);
    const [byHand, byClock] = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([through(one, () => distribute(people.editor, seen)), through(two, distributeDue)]),
    );
    const sent = byClock.status === "fulfilled" ? byClock.value : Number.NaN;
    expect(Number(byHand.status === "fulfilled") + sent).toBe(1);
    if (byHand.status === "rejected") expect(byHand.reason.key).toBe("overtaken");
    expect([await db.delivery.count(), await db.event.count({ where: { act: "distribute" } })]).toEqual([1, 1]);
  });

  it("cannot recall what is just being sent: its signer has not seen it out yet", async () => {
    const people = await house();
    const seen = await seenIssue(await signed(people));
    const [sent, taken] = await withClients(2, ([one = db, two = db]) =>
      Promise.allSettled([
        through(one, () => distribute(people.editor, seen)),
        through(two, () => recall(people.signer, { ...seen, reason: "有误" })),
      ]),
    );
    expect(sent.status).toBe("fulfilled");
    expect(taken).toMatchObject({ status: "rejected", reason: { key: "overtaken" } });
    expect(await issueOf(seen.id)).toMatchObject({ state: "distributed", recalledAt: null });
  });

  it("recall an edition and send the next one: it is recalled or corrected, and the next one is out either way", async () => {
    const people = await house();
    for (let round = 0; round < 4; round++) {
      const old = await distributed(people);
      const edition = await seenIssue(await signedBy(people, await correcting(people, old)));
      const seen = { ...(await seenIssue(old)), reason: "有误" };
      const [sent, taken] = await withClients(2, ([one = db, two = db]) =>
        Promise.allSettled([
          through(one, () => distribute(people.editor, edition)),
          through(two, () => recall(people.signer, seen)),
        ]),
      );
      expect(sent.status).toBe("fulfilled");
      if (taken.status === "rejected") expect(taken.reason.key).toBe("overtaken");
      expect((await issueOf(old)).state).toBe(taken.status === "fulfilled" ? "recalled" : "corrected");
      expect((await issueOf(edition.id)).state).toBe("distributed");
    }
  });
});
