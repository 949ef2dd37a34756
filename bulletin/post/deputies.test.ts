import { describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { grantRoles } from "../people/roles";
import { onDatabase } from "../testing/database";
import { house, person } from "../testing/people";
import { at, toldTo } from "../testing/post";
import { deputySchema, giveTray, possibleDeputies, takeTrayBack, traysGiven } from "./deputies";

onDatabase();

const week = { from: "2026-11-20", until: "2026-11-27", mayInstruct: false };
const forbidden = { key: "forbidden" };
const missing = { key: "missing" };

async function setting() {
  travel(at("2026-11-20", "10:00"));
  const people = await house();
  const given = { ...week, principalId: people.leader.id, deputyId: people.southWriter.id };
  return { ...people, given, security: await person(["securityAdmin"]) };
}

describe("a tray", () => {
  it("is given by its reader, and the deputy is told", async () => {
    const { leader, southWriter, given } = await setting();
    await giveTray(leader, { ...given, mayInstruct: true });
    const [row] = await db.deputy.findMany();
    expect(row).toMatchObject({ ...given, from: expect.any(Date), until: expect.any(Date), mayInstruct: true });
    expect([fromColumn(row?.from ?? null), fromColumn(row?.until ?? null)]).toEqual([week.from, week.until]);
    expect([row?.grantedById, row?.endedAt]).toEqual([leader.id, null]);
    const values = { name: leader.name, until: week.until };
    const href = `/reading?of=${leader.id}`;
    expect(await toldTo(southWriter)).toMatchObject([{ kind: "deputy", href, values, issueId: null }]);
    const [line] = await db.event.findMany({ where: { act: "giveTray" } });
    const { name: deputy } = southWriter;
    const detail = { principal: leader.name, deputy, from: week.from, until: week.until, mayInstruct: true };
    expect(line).toMatchObject({ actorId: leader.id, subjectId: leader.id, detail });
  });

  it("is given by the security administrator for others, and by nobody else", async () => {
    const { leader, leader2, editor, given, security } = await setting();
    await giveTray(security, given);
    const others = [leader2, editor, await person(["systemAdmin"]), await person(["auditor"]), await person([])];
    for (const actor of others) await expect(giveTray(actor, given)).rejects.toMatchObject(forbidden);
    await expect(giveTray(editor, { ...given, principalId: editor.id })).rejects.toMatchObject(forbidden);
    await expect(giveTray(security, { ...given, principalId: security.id })).rejects.toMatchObject(forbidden);
    expect(await db.deputy.findMany()).toMatchObject([{ principalId: leader.id, grantedById: security.id }]);
  });

  it("of somebody who does not read, or not any more, is not there to be given", async () => {
    const { editor, leader2, given, security } = await setting();
    await db.account.update({ where: { id: leader2.id }, data: { disabledAt: now() } });
    for (const principalId of [editor.id, leader2.id, crypto.randomUUID()])
      await expect(giveTray(security, { ...given, principalId })).rejects.toMatchObject(missing);
    expect(await db.deputy.count()).toBe(0);
  });

  it("is not given to oneself, to an administrator, to a disabled account or to nobody", async () => {
    const { leader, given } = await setting();
    const own = { ...given, deputyId: leader.id };
    await expect(giveTray(leader, own)).rejects.toMatchObject({ key: "ownDeputy", field: "deputyId" });
    const roles = ["systemAdmin", "securityAdmin", "auditor"] as const;
    const none = await Promise.all([...roles.map((role) => person([role])), person(["reader"], { disabledAt: now() })]);
    for (const deputyId of [...none.map(({ id }) => id), crypto.randomUUID()])
      await expect(giveTray(leader, { ...given, deputyId })).rejects.toMatchObject({ key: "noSuchDeputy" });
    expect([await db.deputy.count(), await db.notice.count()]).toEqual([0, 0]);
  });

  it.each([
    ["turned round", { from: "2026-11-28", until: "2026-11-27" }, "turnedRound"],
    ["that is over", { from: "2026-11-01", until: "2026-11-19" }, "dayPassed"],
    ["of more than a year", { from: "2026-11-20", until: "2027-11-22" }, "absurdDay"],
  ])("is not given for a time %s", async (_, days, key) => {
    const { leader, given } = await setting();
    await expect(giveTray(leader, { ...given, ...days })).rejects.toMatchObject({ key, field: "until" });
    expect(await db.deputy.count()).toBe(0);
  });

  it("is given for today alone, and for a year", async () => {
    const { leader, given } = await setting();
    await giveTray(leader, { ...given, until: "2026-11-20" });
    await giveTray(leader, { ...given, until: "2027-11-21" });
    expect(await db.deputy.count()).toBe(2);
    expect(deputySchema.safeParse({ ...given, until: "2026-02-30" }).success).toBe(false);
  });
});

describe("a tray that was given", () => {
  it("is taken back before its time by its reader or the security administrator, once", async () => {
    const { leader, leader2, southWriter, editor, given, security } = await setting();
    await giveTray(leader, given);
    await giveTray(leader, { ...given, deputyId: leader2.id });
    const [one, two] = await db.deputy.findMany({ orderBy: { id: "asc" } });
    for (const actor of [southWriter, leader2, editor])
      await expect(takeTrayBack(actor, one?.id ?? "")).rejects.toMatchObject(missing);
    await expect(takeTrayBack(leader, crypto.randomUUID())).rejects.toMatchObject(missing);
    await takeTrayBack(leader, one?.id ?? "");
    await takeTrayBack(security, one?.id ?? "");
    await takeTrayBack(security, two?.id ?? "");
    expect(await db.deputy.count({ where: { endedAt: null } })).toBe(0);
    const lines = await db.event.findMany({ where: { act: "takeTrayBack" }, orderBy: { id: "asc" } });
    expect(lines.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([
      [leader.id, leader.id],
      [security.id, leader.id],
    ]);
  });

  it("is listed for its reader, and for the security administrator with all others, until it ends", async () => {
    const { leader, leader2, southWriter, editor, given, security } = await setting();
    await giveTray(leader, given);
    await giveTray(leader2, { ...given, principalId: leader2.id, from: "2026-12-01", until: "2026-12-02" });
    expect(await traysGiven(leader)).toMatchObject([
      { from: week.from, until: week.until, deputy: { name: southWriter.name }, principal: { name: leader.name } },
    ]);
    const listed = async () => (await traysGiven(security)).map(({ principal }) => principal.name);
    expect(await listed()).toEqual([leader.name, leader2.name]);
    travel(at("2026-11-28", "00:00"));
    expect([await listed(), await traysGiven(leader)]).toEqual([[leader2.name], []]);
    await takeTrayBack(security, (await traysGiven(security))[0]?.id ?? "");
    expect(await listed()).toEqual([]);
    for (const actor of [editor, southWriter]) await expect(traysGiven(actor)).rejects.toMatchObject(forbidden);
  });

  it("can be in the care of anybody with a role who is no administrator, colleagues first", async () => {
    const { leader, leader2, north, security, editor } = await setting();
    const colleague = await person(["contributor"], { office: north });
    const reader = await person(["reader"], { office: north });
    const none = [await person([]), await person(["editor"], { disabledAt: now() }), security];
    const { principals, deputies } = await possibleDeputies(reader);
    const ids = deputies.map(({ id }) => id);
    expect(ids.slice(0, 2)).toContain(colleague.id);
    expect(ids).toContain(editor.id);
    for (const { id } of [reader, ...none]) expect(ids).not.toContain(id);
    expect(principals.map(({ id }) => id).sort()).toEqual([leader.id, leader2.id, reader.id].sort());
    await expect(possibleDeputies(editor)).rejects.toMatchObject(forbidden);
  });
});

describe("a tray in the care of somebody who becomes an administrator", () => {
  it("is in nobody's care any more", async () => {
    const { leader, southWriter, given, security } = await setting();
    await giveTray(leader, given);
    await grantRoles(security, { accountId: southWriter.id, roles: ["auditor"] });
    expect(await traysGiven(leader)).toEqual([]);
  });
});

describe("a second leave for the same deputy", () => {
  it("takes the place of the first where they overlap: one principal, one leave, one way to end it", async () => {
    const { leader, given } = await setting();
    await giveTray(leader, given);
    await giveTray(leader, { ...given, from: "2026-11-25", until: "2026-12-05", mayInstruct: true });
    expect(await traysGiven(leader)).toMatchObject([{ until: "2026-12-05", mayInstruct: true }]);
    await giveTray(leader, { ...given, from: "2026-12-10", until: "2026-12-12" });
    expect(await traysGiven(leader)).toHaveLength(2);
  });
});
