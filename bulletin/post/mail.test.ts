import { describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { recall } from "../press/recall";
import { onDatabase } from "../testing/database";
import { distributed, seenIssue } from "../testing/issues";
import { submitted } from "../testing/items";
import { onMailServer, outByMail as outTo, reachable } from "../testing/mailServer";
import { house } from "../testing/people";
import { at } from "../testing/post";
import { sendMail } from "./mail";
import { readNotices } from "./notices";
import { acknowledge, open } from "./receipts";
import { setPost } from "./settings";

onDatabase();

const server = onMailServer();

const receivers = () =>
  server()
    .mails.flatMap((mail) => mail.to)
    .sort();

describe("a mail", () => {
  it("is a subject and a link, and nothing of any text", async () => {
    const people = await house();
    await reachable(people.leader, "one@example.cn");
    const item = await submitted(people.writer, people.publication, { headline: ["北岭县的大事"] });
    const id = await distributed(people, { items: [item] });
    await open(people.leader, id);
    await recall(people.signer, { ...(await seenIssue(id)), reason: "人名写错了" });
    expect(await sendMail()).toBe(2);
    const subject = `${people.publication.name}第1期`;
    const text = `https://bianfa.example.cn/reading/${id}`;
    expect(server().mails).toMatchObject([
      { to: ["one@example.cn"], from: "bianfa@127.0.0.1", subject: `${subject}送达`, text },
      { to: ["one@example.cn"], subject: `${subject}已撤回`, text },
    ]);
    for (const { raw, subject: decoded } of server().mails)
      for (const words of ["北岭县", "调研组", "人名写错了"])
        for (const form of [words, Buffer.from(words).toString("base64").replace(/=+$/, "")]) {
          expect(raw).not.toContain(form);
          expect(decoded).not.toContain(form);
        }
  });
});

describe("what is due as mail", () => {
  it("is sent once to each who wants it", async () => {
    const people = await house();
    await db.account.update({ where: { id: people.leader2.id }, data: { mailNotices: false } });
    await outTo(people);
    expect([await sendMail(), await sendMail(), receivers()]).toEqual([1, 0, ["one@example.cn"]]);
  });

  it("is sent run by run where it is much", async () => {
    const people = await house();
    await outTo(people);
    expect([await sendMail(1), await sendMail(1), await sendMail(1)]).toEqual([1, 1, 0]);
    expect(receivers()).toEqual(["one@example.cn", "two@example.cn"]);
  });

  it("waits in quiet hours and is sent after them, unless it was read in the meantime", async () => {
    const people = await house();
    travel(at("2026-11-20", "22:30"));
    const id = await outTo(people);
    expect(await sendMail()).toBe(0);
    travel(at("2026-11-21", "06:59"));
    expect(await sendMail()).toBe(0);
    await acknowledge(people.leader, id);
    travel(at("2026-11-21", "07:00"));
    expect([await sendMail(), receivers()]).toEqual([1, ["two@example.cn"]]);
  });

  it("is not sent to who has read it, is disabled, or wants none any more", async () => {
    const people = await house();
    await outTo(people);
    await readNotices(people.leader, {});
    await db.account.update({ where: { id: people.leader2.id }, data: { disabledAt: now() } });
    expect(await sendMail()).toBe(0);
    await db.account.update({ where: { id: people.leader2.id }, data: { disabledAt: null, mailNotices: false } });
    expect([await sendMail(), server().mails]).toEqual([0, []]);
  });

  it("is not sent to who has become an administrator since", async () => {
    const people = await house();
    await outTo(people);
    await readNotices(people.leader2, {});
    await db.roleGrant.deleteMany({ where: { accountId: people.leader.id } });
    const grant = {
      accountId: people.leader.id,
      role: "auditor" as const,
      grantedAt: now(),
      grantedById: people.leader.id,
    };
    await db.roleGrant.create({ data: grant });
    expect([await sendMail(), server().mails]).toEqual([0, []]);
  });

  it("is no news after a day, and not sent then", async () => {
    const people = await house();
    await setPost(people.editor, { quietFrom: "", quietTo: "", deadlineWarnings: false });
    await outTo(people);
    travel(at("2026-11-21", "10:01"));
    expect([await sendMail(), await db.notice.count({ where: { mailDue: true } })]).toEqual([0, 0]);
  });

  it("is neither lost nor sent where there is no mail server", async () => {
    const people = await house();
    await outTo(people);
    delete process.env.SMTP_URL;
    expect([await sendMail(), await db.notice.count({ where: { mailDue: true } })]).toEqual([0, 2]);
  });
});
