import { describe, expect, it, vi } from "vitest";
import { changeAccount } from "@/bulletin/people/accounts";
import { enterOffice, officeSchema } from "@/bulletin/people/offices";
import { acknowledge } from "@/bulletin/post/receipts";
import { falsify, onDatabase } from "@/bulletin/testing/database";
import { distributed, issueOf } from "@/bulletin/testing/issues";
import { house, office, person } from "@/bulletin/testing/people";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { GET } from "./route";

// At the edges of Next, where there is no request: who is signed in is said here; the sentences are the real ones.
const { session } = vi.hoisted(() => ({ session: { actor: null as Actor | null } }));
vi.mock("@/lib/session", () => ({ currentActor: async () => session.actor }));
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("use-intl/core");
  const { default: messages } = await import("@/messages/zh-CN");
  return {
    getTranslations: async (namespace: "audit") => createTranslator({ locale: "zh-CN", messages, namespace }),
    getLocale: async () => "zh-CN",
  };
});

onDatabase();

/** The lines of an act as cells by the names of their columns; nothing in these tests holds a comma. */
async function lines(act: string): Promise<Record<string, string>[]> {
  session.actor = await person(["auditor"]);
  const answer = await GET(new Request(`http://127.0.0.1/admin/record/export?act=${act}`));
  const [head = "", ...rest] = (await answer.text()).trim().split("\r\n");
  const columns = head.replace("\ufeff", "").split(",");
  return rest.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell])));
}

describe("the record as a file", () => {
  it("says when something was done by year, month, day, hour, minute and second of the office", async () => {
    const at = new Date("2025-12-31T16:00:07.500Z");
    const later = "2026-05-08T01:30:00.000Z";
    await db.event.create({ data: { at, act: "schedule", detail: { at: later } } });
    expect(await lines("schedule")).toMatchObject([{ 时间: "2026-01-01 00:00:07", 说明: "2026-05-08 09:30:00" }]);
  });

  it("names the issue that was acknowledged, beside its id", async () => {
    const people = await house();
    const id = await distributed(people);
    await acknowledge(people.leader, id);
    const { year, number } = await issueOf(id);
    expect(await lines("acknowledge")).toMatchObject([
      { 操作: "签收", 对象: `${people.publication.name}${year}年第${number}期`, 期编号: id },
    ]);
  });

  it("says of what its figures are", async () => {
    const detail = { lines: 1452, findings: 0 };
    await db.event.create({ data: { at: new Date(), act: "verifyRecord", detail } });
    expect(await lines("verifyRecord")).toMatchObject([{ 说明: "1452条　0处不一致" }]);
  });

  it("tells what an administrator changed of an account and of an office, and of a telephone only that it was", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const [old, next] = [await office({ name: "北岭县政协" }), await office({ name: "南川县政协" })];
    const official = await db.official.create({ data: { name: "沈维明", rank: 1 } });
    const { id, name } = await person(["contributor"], { office: old });
    const change = { id, name, officeId: next.id, officialId: official.id, phone: "138", email: "a@b.example" };
    await changeAccount(sysadmin, change);
    expect(await lines("changeAccount")).toMatchObject([
      { 说明: `${name}　邮箱 已改　电话 已改　单位 北岭县政协 → 南川县政协　对应领导 无 → 沈维明` },
    ]);
    const { signOff: _, ...kept } = { ...next, phone: "", parentId: null, signOff: false };
    await db.office.update({ where: { id: next.id }, data: { signOff: true } });
    await enterOffice(sysadmin, { ...officeSchema.parse({ ...kept, parentId: "", order: String(next.order) }) });
    expect(await lines("changeOffice")).toMatchObject([{ 说明: "南川县政协　须审签 是 → 否" }]);
  });

  it("breaks off where the database goes away in the middle, and the log says so", async () => {
    const at = new Date();
    await db.event.createMany({ data: Array.from({ length: 4_500 }, () => ({ at, act: "signOut", detail: {} })) });
    session.actor = await person(["auditor"]);
    const logged = vi.spyOn(log, "error");
    const answer = await GET(new Request("http://127.0.0.1/admin/record/export?act=signOut"));
    await falsify('ALTER TABLE "Event" RENAME TO "EventAway"');
    try {
      await expect(answer.text()).rejects.toMatchObject({ code: "P2021" });
      expect(logged.mock.calls.map(([, sentence]) => sentence)).toEqual(["taking the record out broke off"]);
    } finally {
      await falsify('ALTER TABLE "EventAway" RENAME TO "Event"');
      logged.mockRestore();
    }
    expect(await lines("signOut")).toHaveLength(4_500);
  });

  it("names an account where somebody else acted on it, and nobody who acted alone", async () => {
    const { id: subjectId, name, account } = await person(["editor"]);
    const at = new Date();
    await db.event.createMany({
      data: [
        { at, act: "changeAccount", actorId: crypto.randomUUID(), subjectId, detail: {} },
        { at, act: "signOut", actorId: subjectId, subjectId, detail: {} },
      ],
    });
    expect(await lines("changeAccount")).toMatchObject([{ 对象: `${name}（${account}）`, 对象编号: subjectId }]);
    expect(await lines("signOut")).toMatchObject([{ 对象: "", 对象编号: subjectId }]);
  });
});
