import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { distribute } from "../post/distribute";
import { onDatabase } from "../testing/database";
import { approved, changeLists, compiled, distributed, issueOf, seenIssue, signed } from "../testing/issues";
import { house, person } from "../testing/people";
import { at, correcting, deliveredTo, signedBy, to, toldTo } from "../testing/post";
import { publication as anotherPublication } from "../testing/publications";
import { asContent } from "./content";
import { correct, correctSchema } from "./correct";
import { ledger, ledgerFilter } from "./ledger";
import { tentativeNumber, tentativeTotal } from "./numbering";
import { signOff } from "./signOff";

onDatabase();

const reason = "时间有误";

describe("a new edition", () => {
  it("goes the whole way with the number, total and year of the first, across New Year too, and takes none", async () => {
    const people = await house();
    const publication = await anotherPublication({ runningTotal: true, readers: [people.leader] });
    travel(at("2026-12-30", "10:00"));
    const old = await distributed(people, { publication });
    await signed(people, { publication });
    travel(at("2027-01-05", "10:00"));
    const [inWork, ready] = [await compiled(people, { publication }), await approved(people, { publication })];
    const tentative = async () => {
      const issues = [await issueOf(inWork), await issueOf(ready)];
      return Promise.all(issues.flatMap((issue) => [tentativeNumber(issue), tentativeTotal(issue)]));
    };
    const before = { shown: await tentative(), counters: await db.counter.findMany({ orderBy: { series: "asc" } }) };
    const edition = await correcting(people, old);
    expect([await tentativeNumber(await issueOf(edition)), await tentativeTotal(await issueOf(edition))]).toEqual([
      1, 1,
    ]);
    expect(await tentative()).toEqual(before.shown);
    // Begun after the edition, which is not counted before it either.
    const later = await issueOf(await compiled(people, { publication }));
    expect([await tentativeNumber(later), await tentativeTotal(later)]).toEqual([3, 5]);
    await signedBy(people, edition);
    const signedEdition = await issueOf(edition);
    expect(signedEdition).toMatchObject({
      state: "signed",
      year: 2026,
      number: 1,
      total: 1,
      edition: 2,
      correctsId: old,
    });
    expect(asContent(signedEdition.content)).toMatchObject({ year: 2026, number: 1, edition: 2, date: "2027-01-05" });
    expect(asContent((await issueOf(old)).content).edition).toBeUndefined();
    expect(await tentative()).toEqual(before.shown);
    expect(await db.counter.findMany({ orderBy: { series: "asc" } })).toEqual(before.counters);
    await distribute(people.signer, await seenIssue(edition));
    expect(await signOff(people.signer, await seenIssue(ready))).toEqual({ number: 1 });
    expect(await issueOf(ready)).toMatchObject({ year: 2027, total: 3, edition: 1 });
    const { rows, gaps } = await ledger(people.editor, ledgerFilter.parse({ publication: publication.id, year: 2026 }));
    expect(rows.map(({ number, edition: each, state }) => [number, each, state])).toEqual([
      [1, 1, "corrected"],
      [1, 2, "distributed"],
      [2, 1, "signed"],
    ]);
    expect(gaps).toEqual([]);
  });

  it("leaves the first before its readers until it goes out itself", async () => {
    const people = await house();
    const old = await distributed(people);
    const before = await issueOf(old);
    await signedBy(people, await correcting(people, old));
    expect(await issueOf(old)).toEqual(before);
  });

  it("reaches everyone who had the first, named in the list or not, and is told to them as a correction", async () => {
    const people = await house();
    const { leader, leader2, editor } = people;
    const [left, stopped] = [await person(["reader"]), await person(["reader"])];
    const publication = await anotherPublication({ readers: [leader, left, stopped] });
    const old = await distributed(people, { publication });
    const edition = await correcting(people, old, "人名有误");
    await changeLists(editor, edition, [{ label: "报", addressees: [to("新主席", [leader2.id])] }]);
    await signedBy(people, edition);
    await db.account.update({ where: { id: left.id }, data: { disabledAt: new Date() } });
    await db.roleGrant.deleteMany({ where: { accountId: stopped.id } });
    expect(await distribute(editor, await seenIssue(edition))).toEqual({ readers: 2 });
    expect((await deliveredTo(edition)).sort()).toEqual([leader.id, leader2.id].sort());
    const again = { kind: "corrected", href: `/reading/${edition}`, values: { reason: "人名有误", earlier: old } };
    expect(await toldTo(leader)).toMatchObject([{ kind: "delivered", issueId: old }, again]);
    expect(await toldTo(leader2)).toMatchObject([{ kind: "delivered", issueId: edition }]);
    const labels = await db.delivery.findFirstOrThrow({ where: { issueId: edition, accountId: leader.id } });
    expect(labels).toMatchObject({ labels: ["市政协主席"], openedAt: null, acknowledgedAt: null });
    expect((await db.event.findMany({ where: { issueId: old, act: "correct" } })).length).toBe(1);
  });

  it("is begun by editors, for what is out, with a reason, and one at a time", async () => {
    const people = await house();
    const old = await distributed(people);
    for (const actor of [people.reviewer, people.signer, people.leader, people.writer])
      await expect(correct(actor, { id: old, reason })).rejects.toMatchObject({ key: "forbidden" });
    expect(correctSchema.safeParse({ id: old, reason: "  " }).success).toBe(false);
    const nowhere = correct(people.editor, { id: crypto.randomUUID(), reason });
    await expect(nowhere).rejects.toMatchObject({ key: "missing" });
    const early = await signed(people);
    await expect(correct(people.editor, { id: early, reason })).rejects.toMatchObject({ key: "notOut" });
    const both = [correct(people.editor, { id: old, reason }), correct(people.editor2, { id: old, reason })];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [refused] = results.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect([refused, await db.issue.count({ where: { correctsId: old } })]).toEqual(["correctionUnderWay", 1]);
  });
});
