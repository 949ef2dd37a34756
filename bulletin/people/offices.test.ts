import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { meanwhile } from "../testing/meanwhile";
import { office, person } from "../testing/people";
import { accountSchema, openAccount } from "./accounts";
import { closeOffice, enterOffice, officeSchema, offices } from "./offices";

onDatabase();

const form = (given = {}) =>
  officeSchema.parse({
    id: "",
    name: "北岭县政协",
    shortName: "北岭县",
    kind: "county",
    parentId: "",
    order: "3",
    phone: "",
    ...given,
  });

describe("the offices", () => {
  it("are entered and changed by the system administrator, and stand in their fixed order", async () => {
    const sysadmin = await person(["systemAdmin"], { office: await office({ order: 5, shortName: "办公室" }) });
    const id = await enterOffice(sysadmin, form());
    expect(await enterOffice(sysadmin, form({ id, shortName: "北岭", order: "9", signOff: "on" }))).toBe(id);
    expect((await offices(sysadmin)).map(({ shortName, signOff }) => [shortName, signOff])).toEqual([
      ["办公室", false],
      ["北岭", true],
    ]);
    expect((await db.event.findMany({ orderBy: { id: "asc" } })).map(({ act }) => act)).toEqual([
      "enterOffice",
      "changeOffice",
    ]);
  });

  it("have each a name of its own", async () => {
    const sysadmin = await person(["systemAdmin"]);
    await enterOffice(sysadmin, form());
    await expect(enterOffice(sysadmin, form())).rejects.toMatchObject({
      key: "nameTaken",
      values: { name: "北岭县政协" },
    });
  });

  it("form a tree that never turns in a circle", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const top = await office();
    const middle = await office({ parentId: top.id });
    const leaf = await office({ parentId: middle.id });
    for (const parentId of [top.id, middle.id, leaf.id]) {
      const change = enterOffice(sysadmin, form({ id: top.id, parentId }));
      await expect(change).rejects.toMatchObject({ key: "officeCircle", field: "parentId" });
    }
    await enterOffice(sysadmin, form({ id: leaf.id, parentId: top.id }));
    expect((await db.office.findUniqueOrThrow({ where: { id: leaf.id } })).parentId).toBe(top.id);
  });

  it("are closed when nobody is left in them, and then only the system administrator sees them", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const old = await office();
    const last = await person(["contributor"], { office: old });
    await expect(closeOffice(sysadmin, old.id)).rejects.toMatchObject({
      key: "officeHasAccounts",
      values: { count: 1 },
    });
    await db.account.update({ where: { id: last.id }, data: { disabledAt: new Date() } });
    await closeOffice(sysadmin, old.id);
    await expect(closeOffice(sysadmin, old.id)).rejects.toMatchObject({ key: "alreadyDone" });
    expect((await offices(sysadmin)).map(({ id }) => id)).not.toContain(old.id);
    expect((await offices(sysadmin, { closed: true })).map(({ id }) => id)).toContain(old.id);
  });

  it.each(["contributor", "editor", "signer", "securityAdmin", "auditor"] as const)(
    "are not changed by a %s",
    async (role) => {
      const actor = await person([role]);
      await expect(enterOffice(actor, form())).rejects.toMatchObject({ key: "forbidden" });
      await expect(closeOffice(actor, actor.officeId)).rejects.toMatchObject({ key: "forbidden" });
    },
  );

  it("are refused without a name, with an absurd order or a kind that does not exist", () => {
    for (const wrong of [
      { name: " " },
      { order: "0" },
      { order: "viele" },
      { kind: "ministry" },
      { name: { not: "" } },
    ])
      expect(() => form(wrong)).toThrow();
  });
});

describe("an office that is closed while somebody comes into it", () => {
  const coming = (officeId: string) => ({
    ...{ account: "newcomer", name: "新来人", officeId, passwordHash: "none", createdAt: new Date() },
  });

  it("stays open for whoever was first", async () => {
    const [sysadmin, { id }] = [await person(["systemAdmin"]), await office()];
    const closing = await meanwhile(
      (tx) => tx.account.create({ data: coming(id) }),
      () => closeOffice(sysadmin, id),
    );
    expect(closing).toMatchObject({ status: "rejected", reason: { key: "officeHasAccounts" } });
  });

  it("lets nobody in any more who comes second", async () => {
    const [sysadmin, { id }] = [await person(["systemAdmin"]), await office()];
    const form = { account: "newcomer", name: "新来人", officeId: id, officialId: "", phone: "", email: "" };
    const opening = await meanwhile(
      (tx) => tx.office.update({ where: { id }, data: { closedAt: new Date() } }),
      () => openAccount(sysadmin, accountSchema.parse(form)),
    );
    expect(opening).toMatchObject({ status: "rejected", reason: { key: "unknownOffice" } });
  });
});
