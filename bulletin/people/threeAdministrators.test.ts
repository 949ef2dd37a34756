import { describe, expect, it } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import { Role as AllRoles } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import {
  administrators,
  countedOffices,
  foundIssues,
  instructionActs,
  issueActs,
  itemActs,
  mayInstructFor,
  maySearch,
  mayWrite,
  noticedIssues,
  pointsLinesOf,
  readableIssues,
  takenIssues,
  traysOf,
  visibleForwards,
  visibleImages,
  visibleImports,
  visibleInstructions,
  visibleItems,
  visibleRelays,
  workedIssues,
} from "../policy";
import { onDatabase, withClients } from "../testing/database";
import { distributed } from "../testing/issues";
import { house, official, person } from "../testing/people";
import { instructionLife, issueLife, itemLife } from "../workflow";
import { setAccountPolicy, usualPolicy } from "./accountPolicy";
import { accountSchema, disableAccount, openAccount, resetPassword } from "./accounts";
import { actsOfAuditors, auditorsFilter } from "./auditors";
import { followLink, linkOpens, linkSchema, newLink } from "./links";
import { newPasswordFor } from "./operator";
import { readRecord, recordFilter } from "./record";
import { grantRoles } from "./roles";
import { signIn } from "./signIn";

onDatabase();

const grant = (accountId: string, role: Role) => ({ data: { accountId, role, grantedAt: now() } });
const others = (role: Role) => Object.values(AllRoles).filter((each) => each !== role);

describe.each(administrators)("the %s", (role) => {
  it("is nothing else, not even for somebody who writes the grant into the database by hand", async () => {
    const { id } = await person([role]);
    for (const other of others(role))
      await expect(db.roleGrant.create(grant(id, other))).rejects.toThrow(/administrator/);
    for (const other of others(role)) {
      const holder = await person([other]);
      await expect(db.roleGrant.create(grant(holder.id, role))).rejects.toThrow(/administrator/);
      await expect(
        db.roleGrant.update({ where: { accountId_role: { accountId: id, role } }, data: { accountId: holder.id } }),
      ).rejects.toThrow(/administrator/);
    }
    expect(await db.roleGrant.findMany({ where: { accountId: id } })).toMatchObject([{ role }]);
  });

  it("sees nothing of the content, although they stand on the roster, in the secretariat, and issues are out", async () => {
    const people = await house();
    const issueId = await distributed(people);
    const officialId = await official("顾承岳", 1);
    const actor = await person([role], { office: people.north, officialId });
    const where = {
      items: await db.item.count({ where: visibleItems(actor) }),
      worked: await db.issue.count({ where: workedIssues(actor) }),
      readable: await db.issue.count({ where: readableIssues(actor) }),
      noticed: await db.issue.count({ where: noticedIssues(actor) }),
      found: await db.issue.count({ where: foundIssues(actor) }),
      taken: await db.issue.count({ where: takenIssues(actor) }),
      offices: await db.office.count({ where: countedOffices(actor) }),
      instructions: await db.instruction.count({ where: visibleInstructions(actor) }),
      forwards: await db.forward.count({ where: visibleForwards(actor) }),
      imports: await db.importedFile.count({ where: visibleImports(actor) }),
      relays: await db.relay.count({ where: visibleRelays(actor) }),
    };
    expect(Object.entries(where).filter(([, count]) => count > 0)).toEqual([]);
    const { sent, worked, read, own } = visibleImages(actor, issueId);
    expect(own).toEqual({ id: issueId, uploadedById: actor.id });
    expect(await db.item.count({ where: sent })).toBe(0);
    expect(await db.entry.count({ where: { OR: [worked, read] } })).toBe(0);
    expect([maySearch(actor), traysOf(actor), pointsLinesOf(actor), mayInstructFor(actor, actor.id)]).toEqual([
      false,
      [],
      null,
      false,
    ]);
  });

  it("does nothing to any content, in whatever state it is", async () => {
    const actor = await person([role]);
    const { officeId } = actor;
    const acts = [
      ...Object.values(itemLife).flatMap(({ from }) => from.flatMap((state) => itemActs(actor, { officeId, state }))),
      ...Object.values(issueLife).flatMap(({ from }) =>
        from.flatMap((state) => issueActs(actor, { state, compilerIds: [] })),
      ),
      ...Object.values(instructionLife).flatMap(({ from }) =>
        from.flatMap((state) => instructionActs(actor, { leaderId: actor.id, state, forwards: [{ officeId }] })),
      ),
    ];
    expect(acts).toEqual([]);
    expect(mayWrite(actor, actor)).toBe(false);
  });
});

describe("two grants at the same moment", () => {
  it("do not make one account two administrators", async () => {
    const { id } = await person([]);
    await withClients(2, async ([one, two]) => {
      await Promise.allSettled([
        one?.roleGrant.create(grant(id, "systemAdmin")),
        two?.roleGrant.create(grant(id, "auditor")),
      ]);
    });
    expect(await db.roleGrant.count({ where: { accountId: id } })).toBe(1);
  });

  it("of six ordinary roles still go together", async () => {
    const { id } = await person(["contributor", "officeLead", "editor"]);
    await grantRoles(await person(["securityAdmin"]), { accountId: id, roles: ["reviewer", "signer", "reader"] });
    expect(await db.roleGrant.count({ where: { accountId: id } })).toBe(3);
  });
});

describe("what an administrator does", () => {
  it("stands before another one: of the first two before the auditor", async () => {
    const [sysadmin, secadmin] = [await person(["systemAdmin"]), await person(["securityAdmin"])];
    const { officeId } = sysadmin;
    const form = { account: "haikou", name: "海晓晨", officeId, officialId: "" };
    const { id } = await openAccount(sysadmin, accountSchema.parse(form));
    await resetPassword(sysadmin, id);
    await grantRoles(secadmin, { accountId: id, roles: ["reader"] });
    await setAccountPolicy(secadmin, { ...usualPolicy, failures: 4 });
    await disableAccount(sysadmin, id);
    const { events } = await readRecord(await person(["auditor"]), recordFilter.parse({}));
    expect(events.map(({ act, actorId }) => [act, actorId]).reverse()).toEqual([
      ["openAccount", sysadmin.id],
      ["resetPassword", sysadmin.id],
      ["grantRoles", secadmin.id],
      ["setAccountPolicy", secadmin.id],
      ["disableAccount", sysadmin.id],
    ]);
  });

  it("stands, where it is the auditor, before the security administrator, and nothing of others with it", async () => {
    const [auditor, secadmin, editor] = [
      await person(["auditor"]),
      await person(["securityAdmin"]),
      await person(["editor"]),
    ];
    const line = (who: { id: string; name: string }, act: string) => ({
      data: { at: now(), actorId: who.id, actorName: who.name, act, detail: {} },
    });
    await db.event.create(line(editor, "signIn"));
    await db.event.create(line(auditor, "signIn"));
    await db.event.create(line(auditor, "exportRecord"));
    // Of one who was an auditor then.
    await db.event.create(line(editor, "lookUpCopy"));
    const { events, next } = await actsOfAuditors(secadmin, auditorsFilter.parse({}));
    expect(events.map(({ act }) => act)).toEqual(["lookUpCopy", "exportRecord", "signIn"]);
    expect(next).toBeNull();
    for (const other of [auditor, editor, await person(["systemAdmin"])])
      await expect(actsOfAuditors(other, {})).rejects.toMatchObject({ key: "forbidden" });
  });

  it("is shown page by page without a line lost", async () => {
    const [auditor, secadmin] = [await person(["auditor"]), await person(["securityAdmin"])];
    const line = { at: now(), actorId: auditor.id, actorName: auditor.name, detail: {} };
    await db.event.createMany({ data: Array.from({ length: 60 }, (_, at) => ({ ...line, act: `act${at}` })) });
    const { events, next } = await actsOfAuditors(secadmin, {});
    const rest = await actsOfAuditors(secadmin, auditorsFilter.parse({ before: next }));
    expect([events.length, rest.events.length, rest.next]).toEqual([50, 10, null]);
  });
});

it("an administrator begins anew: what was handed out before, and who is signed in, ends with the role", async () => {
  const sysadmin = await person(["systemAdmin"]);
  const security = await person(["securityAdmin"]);
  const form = { account: "xinlai", name: "新来的人", officeId: sysadmin.officeId, officialId: "" };
  const { id, link = "" } = await openAccount(sysadmin, accountSchema.parse(form));
  const token = link.split("/").at(-1) ?? "";
  const password = "Qingshan-2026-lvshui";
  await followLink(linkSchema.parse({ token, password, again: password }));
  await db.session.create({ data: { accountId: id, createdAt: now() } });
  const { token: another } = await inTransaction((tx) => newLink(tx, id, "reset", sysadmin.id));
  await grantRoles(security, { accountId: id, roles: ["reader"] });
  expect(await linkOpens(another)).toBe(true);
  const step = { accountId: id, secret: "sealed", createdAt: now(), confirmedAt: now(), lastStep: 0 };
  await db.secondStep.create({ data: step });
  await grantRoles(security, { accountId: id, roles: ["auditor"] });
  expect(await linkOpens(another)).toBe(false);
  expect(await db.session.count({ where: { accountId: id, endedAt: null } })).toBe(0);
  // Nor does the password, which whoever made the account may have set: only the operator gives another.
  expect((await signIn("xinlai", password)).ok).toBe(false);
  expect(await db.secondStep.count({ where: { accountId: id } })).toBe(0);
  await expect(resetPassword(sysadmin, id)).rejects.toMatchObject({ key: "otherAdministrator" });
  expect((await signIn("xinlai", (await newPasswordFor("xinlai")) ?? "")).ok).toBe(true);
});
