import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { onMailServer, outByMail as outTo, reachable } from "../testing/mailServer";
import { house } from "../testing/people";
import { at, distributedWith, officeOfReaders, to } from "../testing/post";
import { sendMail } from "./mail";

onDatabase();

const server = onMailServer();

const receivers = () =>
  server()
    .mails.flatMap((mail) => mail.to)
    .sort();

describe("a mail that does not go through", () => {
  it("to an address that the server refuses does not hold up the others, and is tried again", async () => {
    const people = await house();
    const id = await outTo(people);
    await reachable(people.leader, "nowhere@example.cn");
    expect([await sendMail(), receivers()]).toEqual([1, ["two@example.cn"]]);
    const due = await db.notice.findMany({ where: { mailDue: true } });
    expect(due.map(({ accountId, issueId }) => [accountId, issueId])).toEqual([[people.leader.id, id]]);
    await reachable(people.leader, "one@example.cn");
    expect([await sendMail(), receivers()]).toEqual([1, ["one@example.cn", "two@example.cn"]]);
  });

  it("to more such addresses than are sent in one run, all older, does not either", async () => {
    const people = await house();
    const { ids } = await officeOfReaders(7);
    await db.account.updateMany({ where: { id: { in: ids } }, data: { email: "nowhere@example.cn" } });
    await distributedWith(people, [{ label: "报", addressees: [to("各位", ids)] }]);
    travel(at("2026-11-20", "10:30"));
    await outTo(people);
    expect([await sendMail(3), receivers()]).toEqual([2, ["one@example.cn", "two@example.cn"]]);
    expect(await db.notice.count({ where: { mailDue: true } })).toBe(7);
  });

  it("because the server is away stays due, and is sent when it is back", async () => {
    const people = await house();
    await outTo(people);
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await expect(sendMail()).rejects.toThrow("ECONNREFUSED");
    process.env.SMTP_URL = server().url;
    expect([await sendMail(), receivers()]).toEqual([2, ["one@example.cn", "two@example.cn"]]);
  });

  it("as far as anybody knows, because the process died before it was noted, is sent twice and not lost", async () => {
    const people = await house();
    await outTo(people);
    await sendMail();
    // As the database has it when the process dies between sending and noting.
    await db.notice.updateMany({ where: { accountId: people.leader.id }, data: { mailDue: true } });
    expect([await sendMail(), receivers()]).toEqual([1, ["one@example.cn", "one@example.cn", "two@example.cn"]]);
  });
});
