import { describe, expect, it } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { stampOf } from "../seen";
import { onDatabase, through, withClients } from "../testing/database";
import { meanwhile } from "../testing/meanwhile";
import { office, official, person } from "../testing/people";
import { accounts } from "./accountList";
import { accountSchema, disableAccount, enableAccount, openAccount, resetPassword } from "./accounts";
import { closeOffice } from "./offices";
import { hashPassword, verifyPassword } from "./password";
import { grantRoles, rolesShown } from "./roles";

onDatabase();

const rolesOf = async (accountId: string) =>
  (await db.roleGrant.findMany({ where: { accountId }, orderBy: { role: "asc" } })).map(({ role }) => role);

describe("an account", () => {
  const form = { account: " Bei.Ling ", name: "纪云舟", phone: "", officialId: "", password: "Yunchuan-2026" };

  it("is opened by the system administrator, in lower case and without any role", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const { id: officeId } = await office();
    const { id, link } = await openAccount(sysadmin, accountSchema.parse({ ...form, officeId }));
    const found = await db.account.findUniqueOrThrow({ where: { id } });
    expect(found).toMatchObject({ account: "bei.ling", officeId, disabledAt: null, passwordGiven: true });
    expect(link).toBeUndefined();
    expect(await verifyPassword(found.passwordHash, form.password)).toBe(true);
    expect(await rolesOf(id)).toEqual([]);
    await expect(openAccount(sysadmin, accountSchema.parse({ ...form, officeId }))).rejects.toMatchObject({
      key: "accountTaken",
    });
  });

  it.each([
    ["Kurz-2026", "passwordTooShort"],
    ["Bei.ling-2026", "passwordIsAccount"],
  ])("is not opened with the password %s", async (password, key) => {
    const { id: officeId } = await office();
    const act = openAccount(await person(["systemAdmin"]), accountSchema.parse({ ...form, password, officeId }));
    await expect(act).rejects.toMatchObject({ key, field: "password" });
  });

  it("is not opened in an office that is closed", async () => {
    const { id: officeId } = await office({ closedAt: now() });
    const act = openAccount(await person(["systemAdmin"]), accountSchema.parse({ ...form, officeId }));
    await expect(act).rejects.toMatchObject({ key: "unknownOffice" });
  });

  it.each(["-x", "张三", "a b", ".a", ""])("is not called %j", (name) => {
    expect(accountSchema.safeParse({ ...form, account: name, officeId: crypto.randomUUID() }).success).toBe(false);
  });

  it.each<Role>(["contributor", "editor", "reviewer", "signer", "reader", "securityAdmin", "auditor"])(
    "is none of the business of a %s",
    async (role) => {
      const [actor, other] = [await person([role]), await person(["reader"])];
      const forbidden = { key: "forbidden" };
      await expect(
        openAccount(actor, accountSchema.parse({ ...form, officeId: other.officeId })),
      ).rejects.toMatchObject(forbidden);
      await expect(disableAccount(actor, other.id)).rejects.toMatchObject(forbidden);
      await expect(enableAccount(actor, other.id)).rejects.toMatchObject(forbidden);
      await expect(resetPassword(actor, other.id)).rejects.toMatchObject(forbidden);
      if (role !== "securityAdmin")
        await expect(accounts(actor, { text: "", page: 1 })).rejects.toMatchObject(forbidden);
    },
  );

  it("loses its sessions and its password when that is reset", async () => {
    const passwordHash = await hashPassword(form.password);
    const [sysadmin, other] = [await person(["systemAdmin"]), await person(["reader"], { passwordHash })];
    await db.session.create({ data: { accountId: other.id, createdAt: now() } });
    const { link } = await resetPassword(sysadmin, other.id);
    expect(link).toMatch(/\/link\/[\w-]{43}$/);
    const account = await db.account.findUniqueOrThrow({ where: { id: other.id } });
    expect(await verifyPassword(account.passwordHash, form.password)).toBe(false);
    expect(await db.session.count({ where: { endedAt: null } })).toBe(0);
  });

  it("is found by what is known of it, on whichever page it stands, with how many there are", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const others = await Promise.all(Array.from({ length: 60 }, () => person(["reader"])));
    const [first, second] = [
      await accounts(sysadmin, { text: "", page: 1 }),
      await accounts(sysadmin, { text: "", page: 2 }),
    ];
    expect([first.rows.length, first.count, first.pages]).toEqual([50, 61, 2]);
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([sysadmin, ...others].map(({ id }) => id)));
    const wanted = await person(["reader"], { account: "wanted", name: "寻见" });
    await disableAccount(sysadmin, wanted.id);
    for (const text of ["WANT", "寻"]) {
      const found = await accounts(sysadmin, { text, page: 1 });
      expect(found).toMatchObject({ rows: [{ id: wanted.id }], count: 1, disabled: 1 });
    }
    expect((await accounts(sysadmin, { text: "%", page: 1 })).count).toBe(0);
    expect(await accounts(sysadmin, { text: "", page: 99 })).toMatchObject({ page: 2, rows: { length: 12 } });
  });

  it("is disabled once, by somebody else", async () => {
    const [sysadmin, other] = [await person(["systemAdmin"]), await person(["reader"])];
    await expect(disableAccount(sysadmin, sysadmin.id)).rejects.toMatchObject({ key: "notOneself" });
    await disableAccount(sysadmin, other.id);
    await expect(disableAccount(sysadmin, other.id)).rejects.toMatchObject({ key: "alreadyDone" });
    await enableAccount(sysadmin, other.id);
    expect(
      (await accounts(sysadmin, { text: other.account, page: 1 })).rows.find(({ id }) => id === other.id)?.disabledAt,
    ).toBeNull();
  });

  it("is not let in again where its office has been closed meanwhile", async () => {
    const [sysadmin, other] = [await person(["systemAdmin"]), await person(["reader"])];
    await disableAccount(sysadmin, other.id);
    await closeOffice(sysadmin, other.officeId);
    await expect(enableAccount(sysadmin, other.id)).rejects.toMatchObject({ key: "closedOffice" });
    expect((await db.account.findUniqueOrThrow({ where: { id: other.id } })).disabledAt).not.toBeNull();
  });

  it("of another administrator gets no new password, and the last of a kind is not disabled", async () => {
    const [sysadmin, auditor] = [await person(["systemAdmin"]), await person(["auditor"])];
    await expect(resetPassword(sysadmin, auditor.id)).rejects.toMatchObject({ key: "otherAdministrator" });
    await expect(disableAccount(sysadmin, auditor.id)).rejects.toMatchObject({ key: "lastAdministrator" });
    await person(["auditor"]);
    await disableAccount(sysadmin, auditor.id);
    expect((await db.account.findUniqueOrThrow({ where: { id: auditor.id } })).disabledAt).not.toBeNull();
  });

  it("is not reset by a link for whoever is being made an administrator just then", async () => {
    const [sysadmin, other] = [await person(["systemAdmin"]), await person([])];
    const resetting = await meanwhile(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Account" WHERE id = ${other.id}::uuid FOR UPDATE`;
        const grant = { role: "auditor" as const, grantedAt: now(), grantedById: sysadmin.id };
        await tx.roleGrant.create({ data: { accountId: other.id, ...grant } });
      },
      () => resetPassword(sysadmin, other.id),
    );
    expect(resetting).toMatchObject({ status: "rejected", reason: { key: "otherAdministrator" } });
  });

  it("that stands for an official who has one already is refused", async () => {
    const officialId = await official("顾承岳", 1);
    const { officeId } = await person(["reader"], { officialId });
    const act = openAccount(await person(["systemAdmin"]), accountSchema.parse({ ...form, officeId, officialId }));
    await expect(act).rejects.toMatchObject({ key: "officialTaken" });
  });
});

describe("roles", () => {
  it("are granted by the security administrator, several of the six or one of the three", async () => {
    const [secadmin, other] = [await person(["securityAdmin"]), await person([])];
    await grantRoles(secadmin, { accountId: other.id, roles: ["editor", "reader"] });
    await grantRoles(secadmin, { accountId: other.id, roles: ["reader", "signer"] });
    const late = { accountId: other.id, roles: ["editor" as const], seen: stampOf(rolesShown(["editor", "reader"])) };
    await expect(grantRoles(secadmin, late)).rejects.toMatchObject({
      key: "changedMeanwhile",
      values: { by: secadmin.name },
    });
    expect(await rolesOf(other.id)).toEqual(["signer", "reader"]);
    await grantRoles(secadmin, { accountId: other.id, roles: ["auditor"] });
    expect(await rolesOf(other.id)).toEqual(["auditor"]);
    const events = await db.event.findMany({ where: { act: "grantRoles" }, orderBy: { id: "asc" } });
    expect(events.at(-1)?.detail).toEqual({ before: ["reader", "signer"], after: ["auditor"] });
  });

  it.each<Role[][]>([
    [["systemAdmin", "auditor"]],
    [["securityAdmin", "reader"]],
    [["systemAdmin", "securityAdmin", "auditor"]],
  ])("that exclude each other are not granted together: %j", async (roles) => {
    const [secadmin, other] = [await person(["securityAdmin"]), await person(["reader"])];
    await expect(grantRoles(secadmin, { accountId: other.id, roles })).rejects.toMatchObject({ key: "mixedRoles" });
    expect(await rolesOf(other.id)).toEqual(["reader"]);
  });

  it.each<Role>(["systemAdmin", "auditor", "editor", "signer", "reader"])("are not granted by a %s", async (role) => {
    const actor = await person([role]);
    const act = grantRoles(actor, { accountId: (await person([])).id, roles: ["reader"] });
    await expect(act).rejects.toMatchObject({ key: "forbidden" });
  });

  it("are not granted to oneself", async () => {
    const secadmin = await person(["securityAdmin"]);
    const act = grantRoles(secadmin, { accountId: secadmin.id, roles: ["signer"] });
    await expect(act).rejects.toMatchObject({ key: "notOneself" });
  });

  it("of the last administrator of a kind are not taken away; a disabled one does not count", async () => {
    const [secadmin, auditor] = [await person(["securityAdmin"]), await person(["auditor"])];
    await person(["auditor"], { disabledAt: now() });
    const take = () => grantRoles(secadmin, { accountId: auditor.id, roles: [] });
    await expect(take()).rejects.toMatchObject({ key: "lastAdministrator" });
    await person(["auditor"]);
    await take();
    expect(await rolesOf(auditor.id)).toEqual([]);
  });

  it("leave one administrator of a kind, although two take the role from each other at once", async () => {
    const [one, two] = [await person(["securityAdmin"]), await person(["securityAdmin"])];
    await withClients(2, ([first, second]) => {
      if (!first || !second) throw new Error("no clients");
      return Promise.allSettled([
        through(first, () => grantRoles(one, { accountId: two.id, roles: [] })),
        through(second, () => grantRoles(two, { accountId: one.id, roles: [] })),
      ]);
    });
    expect(await db.roleGrant.count({ where: { role: "securityAdmin" } })).toBe(1);
  });
});
