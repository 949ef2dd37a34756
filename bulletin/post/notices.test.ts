import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { now, travel } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { toldTo } from "../testing/post";
import {
  confirmNotice,
  newNotices,
  noticesFilter,
  noticesFor,
  notify,
  readNotices,
  recallsToConfirm,
  type Told,
} from "./notices";

onDatabase();

const delivered = {
  kind: "delivered",
  href: "/reading/x",
  values: { publication: "周报", series: "regular", number: 7 },
};
const about = (key: string, given: Partial<Told> = {}): Told => ({ ...delivered, kind: "delivered", key, ...given });
const tell = (ids: string[], told: Told) => inTransaction((tx) => notify(tx, ids, told));

describe("what a person is told", () => {
  it("is told once of one kind and key, however often it is tried, and again of another", async () => {
    const reader = await person(["reader"]);
    await tell([reader.id, reader.id], about("a"));
    await tell([reader.id], about("a", { values: { publication: "改", number: 8 } }));
    expect(await toldTo(reader)).toMatchObject([{ kind: "delivered", key: "a", values: delivered.values }]);
    await tell([reader.id], about("b"));
    await tell([reader.id], about("a", { kind: "recalled" }));
    expect((await toldTo(reader)).map(({ kind, key }) => [kind, key])).toEqual([
      ["delivered", "a"],
      ["delivered", "b"],
      ["recalled", "a"],
    ]);
  });

  it("is not told to a disabled account, nor to one that is not there", async () => {
    const [reader, disabled] = [await person(["reader"]), await person(["reader"], { disabledAt: now() })];
    await tell([disabled.id, crypto.randomUUID(), reader.id], about("a"));
    expect((await db.notice.findMany()).map(({ accountId }) => accountId)).toEqual([reader.id]);
    await tell([], about("b"));
    expect(await db.notice.count()).toBe(1);
  });

  it("is not told to an administrator, who also no longer sees what they were told before", async () => {
    const [reader, sysadmin] = [await person(["reader"]), await person(["systemAdmin"])];
    await tell([reader.id, sysadmin.id], about("a"));
    await tell([reader.id], about("b", { asksConfirmation: true }));
    expect(await toldTo(sysadmin)).toEqual([]);
    expect(await newNotices(reader)).toBe(2);
    const auditor: Actor = { ...reader, roles: ["auditor"] };
    expect((await noticesFor(auditor, noticesFilter.parse({}))).notices).toEqual([]);
    expect([await newNotices(auditor), await recallsToConfirm(auditor)]).toEqual([0, []]);
    const [{ id } = { id: "" }] = await recallsToConfirm(reader);
    await expect(confirmNotice(auditor, id)).rejects.toMatchObject({ key: "missing" });
  });

  it("is due as mail where the person has an address and wants it", async () => {
    const email = "a@example.cn";
    const [wants, wantsNone] = [await person([], { email }), await person([], { email, mailNotices: false })];
    const nowhere = await person([]);
    await tell([wants.id, wantsNone.id, nowhere.id], about("a"));
    expect((await db.notice.findMany({ where: { mailDue: true } })).map((each) => each.accountId)).toEqual([wants.id]);
  });

  it("is not told where the act is rolled back", async () => {
    const reader = await person(["reader"]);
    const failing = inTransaction(async (tx) => {
      await notify(tx, [reader.id], about("a"));
      throw new Error("something else failed");
    });
    await expect(failing).rejects.toThrow("something else failed");
    expect([await toldTo(reader), await newNotices(reader)]).toEqual([[], 0]);
  });
});

describe("the notices of a person", () => {
  it("are new until they are read, one by one or all, by nobody but the person", async () => {
    const [reader, other] = [await person(["reader"]), await person(["reader"])];
    for (const key of ["a", "b", "c"]) await tell([reader.id, other.id], about(key));
    const [first] = await toldTo(reader);
    await readNotices(other, { id: first?.id ?? "" });
    expect([await newNotices(reader), await newNotices(other)]).toEqual([3, 3]);
    await readNotices(reader, { id: first?.id ?? "" });
    expect([await newNotices(reader), await newNotices(other)]).toEqual([2, 3]);
    const readAt = (await toldTo(reader))[0]?.readAt;
    travel(new Date(Date.now() + 60_000));
    await readNotices(reader, {});
    expect([await newNotices(reader), await newNotices(other)]).toEqual([0, 3]);
    expect((await toldTo(reader))[0]?.readAt).toEqual(readAt);
  });

  it("stay new where they ask for a confirmation that was not given", async () => {
    const reader = await person(["reader"]);
    await tell([reader.id], about("a", { kind: "recalled", asksConfirmation: true }));
    await tell([reader.id], about("b"));
    const [asking] = await toldTo(reader);
    await readNotices(reader, { id: asking?.id ?? "" });
    await readNotices(reader, {});
    expect((await toldTo(reader)).map(({ readAt }) => readAt !== null)).toEqual([false, true]);
    expect(await newNotices(reader)).toBe(1);
  });

  it("come latest first, a page at a time, each on one page, although many were told in the same moment", async () => {
    const [reader, other] = [await person(["reader"]), await person(["reader"])];
    const moments = [now(), new Date(now().getTime() + 1)];
    const rows = Array.from({ length: 65 }, (_, at) => ({ key: `${at}`, at: moments[at % 2] ?? now() }));
    const common = { kind: "delivered", href: "/", batch: crypto.randomUUID() };
    await db.notice.createMany({ data: rows.map((row) => ({ ...row, ...common, accountId: reader.id })) });
    const sizes: number[] = [];
    const seen: { id: string; at: Date }[] = [];
    for (let before: string | undefined; ; ) {
      const { notices, next } = await noticesFor(reader, { before });
      sizes.push(notices.length);
      seen.push(...notices);
      if (!next) break;
      before = next;
    }
    expect([sizes, new Set(seen.map(({ id }) => id)).size]).toEqual([[30, 30, 5], 65]);
    const times = seen.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(await noticesFor(other, { before: seen[0]?.id })).toEqual({ notices: [], next: null });
    expect(noticesFilter.parse({ before: "nonsense" })).toEqual({ before: undefined });
    expect(await newNotices(reader)).toBe(65);
  });
});
