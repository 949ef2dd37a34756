import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { today } from "@/lib/dates";
import { type Database, db } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
import { approved, changeLists, compiled, issueOf, seenIssue, signed } from "../testing/issues";
import { itemOf, submitted } from "../testing/items";
import { type House, house } from "../testing/people";
import { publication as anotherPublication } from "../testing/publications";
import { ledger, ledgerFilter } from "./ledger";
import { takeNumber, tentativeNumber } from "./numbering";
import { approve, requestReview } from "./review";
import { signOff, voidIssue } from "./signOff";

onDatabase();

const oneTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

async function numbers(publicationId: string, series: "regular" | "supplement" = "regular") {
  const issues = await db.issue.findMany({
    where: { publicationId, series, number: { not: null } },
    orderBy: { id: "asc" },
  });
  return issues.map(({ number }) => number).sort((a, b) => Number(a) - Number(b));
}

/** Approved, but with lists that were emptied before: its sign-off is refused after the number was taken. */
async function blocked(people: House): Promise<string> {
  const id = await approved(people);
  await changeLists(people.editor, id, []);
  await requestReview(people.editor, await seenIssue(id));
  await approve(people.reviewer, await seenIssue(id));
  return id;
}

/** Somebody whose connection dies with the number in hand. */
async function killed(client: Database, publicationId: string): Promise<void> {
  const year = Number(today().slice(0, 4));
  await client.$transaction(async (tx) => {
    await takeNumber(tx, { publicationId, series: "regular", year });
    await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
  });
}

describe("numbers", () => {
  it("have neither gap nor duplicate when thirty sign at once, some are refused and some connections die", async () => {
    const people = await house();
    const { signer, publication } = people;
    const good: string[] = [];
    for (let count = 0; count < 30; count++) good.push(await approved(people));
    const bad = [await blocked(people), await blocked(people), await blocked(people)];
    const seen = await Promise.all([...good, ...bad].map(seenIssue));
    // The refused ones stand between the others, not after them.
    const order = seen.map((each, at) => ({ each, key: (at * 7) % seen.length })).sort((a, b) => a.key - b.key);
    const results = await withClients(3, async (clients) => {
      const client = (at: number) => clients[at % clients.length] ?? db;
      const signing = order.map(({ each }, at) => through(client(at), () => signOff(signer, each)));
      const dying = [0, 1, 2].map((at) => killed(client(at), publication.id));
      const [signings, deaths] = await Promise.all([Promise.allSettled(signing), Promise.allSettled(dying)]);
      return { signings, deaths };
    });
    expect(results.deaths.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    const refused = results.signings.flatMap((each) => (each.status === "rejected" ? [each.reason.key] : []));
    expect(refused).toEqual(["blocked", "blocked", "blocked"]);
    expect(await numbers(publication.id)).toEqual(oneTo(30));
    const [counter] = await db.counter.findMany();
    expect(counter?.last).toBe(30);
    for (const id of bad) expect(await issueOf(id)).toMatchObject({ state: "approved", number: null, content: null });
  });

  it("are taken once by two who sign the same issue", async () => {
    const people = await house();
    const seen = await seenIssue(await approved(people));
    const both = await Promise.allSettled([signOff(people.signer, seen), signOff(people.signer, seen)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await db.counter.findFirstOrThrow()).last).toBe(1);
    expect(await db.event.count({ where: { act: "signOff" } })).toBe(1);
  });

  it("start at 1 with each year of the office's zone, while the running total goes on", async () => {
    const people = await house();
    const publication = await anotherPublication({ runningTotal: true, readers: [people.leader] });
    const sign = async (moment: string) => {
      travel(new Date(moment));
      const { year, number, total, date } = await issueOf(await signed(people, { publication }));
      return [date?.toISOString().slice(0, 10), year, number, total];
    };
    expect(await sign("2026-12-30T10:00:00+08:00")).toEqual(["2026-12-30", 2026, 1, 1]);
    expect(await sign("2026-12-31T23:59:00+08:00")).toEqual(["2026-12-31", 2026, 2, 2]);
    expect(await sign("2027-01-01T00:01:00+08:00")).toEqual(["2027-01-01", 2027, 1, 3]);
  });

  it("are those of the year in which an issue is signed, not of the one in which it was begun", async () => {
    const people = await house();
    travel(new Date("2026-12-31T10:00:00+08:00"));
    await signed(people);
    const id = await approved(people);
    expect(await tentativeNumber(await issueOf(id))).toBe(2);
    travel(new Date("2027-01-02T10:00:00+08:00"));
    expect(await tentativeNumber(await issueOf(id))).toBe(1);
    expect(await signOff(people.signer, await seenIssue(id))).toEqual({ number: 1 });
    expect((await issueOf(id)).year).toBe(2027);
  });

  it("of supplements run on their own and leave the running total alone", async () => {
    const people = await house();
    const publication = await anotherPublication({ runningTotal: true, readers: [people.leader] });
    const of = { publication };
    const issues = [
      await signed(people, of),
      await signed(people, { ...of, series: "supplement" }),
      await signed(people, of),
    ];
    const rows = await Promise.all(issues.map(issueOf));
    expect(rows.map(({ series, number, total }) => [series, number, total])).toEqual([
      ["regular", 1, 1],
      ["supplement", 1, null],
      ["regular", 2, 2],
    ]);
  });

  it("of one publication know nothing of another's", async () => {
    const people = await house();
    await signed(people);
    const publication = await anotherPublication({ readers: [people.leader] });
    await signed(people, { publication });
    expect([await numbers(people.publication.id), await numbers(publication.id)]).toEqual([[1], [1]]);
  });

  it("shown before sign-off count what was begun earlier or is approved", async () => {
    const people = await house();
    await signed(people);
    const [first, second] = [await compiled(people), await compiled(people)];
    expect(await tentativeNumber(await issueOf(first))).toBe(2);
    expect(await tentativeNumber(await issueOf(second))).toBe(3);
    const ready = await approved(people);
    expect(await tentativeNumber(await issueOf(first))).toBe(3);
    expect(await tentativeNumber(await issueOf(ready))).toBe(2);
  });

  it("shown to the signer are the ones given, in whatever order issues are signed", async () => {
    const people = await house();
    const [first, second] = [await approved(people), await approved(people)];
    for (const id of [second, first]) {
      const shown = await tentativeNumber(await issueOf(id));
      expect(await signOff(people.signer, await seenIssue(id))).toEqual({ number: shown });
    }
  });
});

describe("a number that is voided", () => {
  it("stays in the ledger with its reason, the next is one higher, and its items are back at the desk", async () => {
    const people = await house();
    const { signer, publication, writer } = people;
    const item = await submitted(writer, publication);
    const id = await signed(people, { items: [item] });
    await voidIssue(signer, { ...(await seenIssue(id)), reason: "主办单位要求重排" });
    expect(await issueOf(id)).toMatchObject({ state: "void", number: 1, voidReason: "主办单位要求重排" });
    expect(await itemOf(item.id)).toMatchObject({ state: "submitted", handledAt: null });
    const again = await signed(people, { items: [await itemOf(item.id)] });
    expect((await issueOf(again)).number).toBe(2);
    const { rows, gaps } = await ledger(people.editor, ledgerFilter.parse({ publication: publication.id }));
    expect(rows.map(({ number, state, voidReason, signedBy }) => [number, state, voidReason, signedBy])).toEqual([
      [1, "void", "主办单位要求重排", signer.name],
      [2, "signed", null, signer.name],
    ]);
    expect(gaps).toEqual([]);
  });
});
