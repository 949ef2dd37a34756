import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { needsSetup, newSetupCode, setUp, setupSchema } from "./setup";
import { signIn } from "./signIn";

onDatabase();

const password = "Yunchuan-2026";
const three = {
  systemAdmin: { account: "Sysadmin", name: "甲", password },
  securityAdmin: { account: "secadmin", name: "乙", password },
  auditor: { account: "auditor", name: "丙", password },
};
const form = (code: string) => setupSchema.parse({ code, office: "云川市政协办公室", shortName: "市政协办", ...three });

describe("the first visit", () => {
  it("enters the office and its three administrators, each with one role", async () => {
    expect(await needsSetup()).toBe(true);
    await setUp(form(await newSetupCode()));
    const found = await db.account.findMany({ orderBy: { account: "asc" }, include: { roles: true, office: true } });
    expect(found.map(({ account, roles, office }) => [account, roles.map(({ role }) => role), office.name])).toEqual([
      ["auditor", ["auditor"], "云川市政协办公室"],
      ["secadmin", ["securityAdmin"], "云川市政协办公室"],
      ["sysadmin", ["systemAdmin"], "云川市政协办公室"],
    ]);
    expect(await needsSetup()).toBe(false);
    expect((await signIn("sysadmin", password)).ok).toBe(true);
  });

  it("takes the code as it is read off the screen, without its dashes too", async () => {
    await setUp(form(` ${(await newSetupCode()).replaceAll("-", " ")}`));
    expect(await db.account.count()).toBe(3);
  });

  it("is refused with a wrong code or an earlier one, and nothing is entered", async () => {
    const earlier = await newSetupCode();
    await newSetupCode();
    for (const code of ["0000-0000-000", "没有", earlier])
      await expect(setUp(form(code))).rejects.toMatchObject({ key: "setupCode", field: "code" });
    expect([await db.account.count(), await db.office.count()]).toEqual([0, 0]);
  });

  it("happens once: the page is gone for a second visitor, also for one at the same moment", async () => {
    const code = await newSetupCode();
    const visits = await Promise.allSettled([setUp(form(code)), setUp(form(code))]);
    expect(visits.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(setUp(form(code))).rejects.toMatchObject({ key: "missing" });
    await expect(setUp(form(await newSetupCode()))).rejects.toMatchObject({ key: "missing" });
    expect(await db.account.count()).toBe(3);
  });

  it("asks for three people and for passwords that hold", async () => {
    const same = { ...three, auditor: { ...three.auditor, account: "SYSADMIN" } };
    const code = { code: "1", office: "单位", shortName: "单位" };
    expect(setupSchema.safeParse({ ...code, ...three }).success).toBe(true);
    expect(setupSchema.safeParse({ ...code, ...same }).success).toBe(false);
    const weak = {
      ...{ systemAdmin: { ...three.systemAdmin, password: "Ab-1" }, securityAdmin: three.securityAdmin },
      auditor: { ...three.auditor, password: "Auditor-2026" },
    };
    const told = setupSchema.safeParse({ ...code, ...weak }).error?.issues ?? [];
    expect(told.map((issue) => [issue.path.join("."), issue.code === "custom" && issue.params?.key])).toEqual([
      ["systemAdmin.password", "passwordTooShort"],
      ["auditor.password", "passwordIsAccount"],
    ]);
  });

  it("tells everything that is wrong at once, also where something lacks", () => {
    const given = {
      ...{ code: "", office: "单位", shortName: "" },
      systemAdmin: { account: "xitong", name: "", password: "Ab-1" },
      securityAdmin: { ...three.securityAdmin, account: "xitong" },
      auditor: { account: "", name: "丙", password: "short" },
    };
    const told = setupSchema.safeParse(given).error?.issues ?? [];
    expect(told.map((issue) => [issue.path.join("."), issue.code === "custom" && issue.params?.key])).toEqual([
      ["code", "required"],
      ["shortName", "required"],
      ["systemAdmin.name", "required"],
      ["systemAdmin.password", "passwordTooShort"],
      ["auditor.account", "required"],
      ["auditor.password", "passwordTooShort"],
      ["", "threePeople"],
    ]);
    for (const odd of [undefined, null, 7, [], { password: [], account: {} }])
      expect(setupSchema.safeParse({ ...given, auditor: odd }).success).toBe(false);
  });

  it("keeps only a hash of the code", async () => {
    const code = await newSetupCode();
    const { value } = await db.setting.findUniqueOrThrow({ where: { key: "setupCode" } });
    expect(String(value)).not.toContain(code.slice(0, 4));
  });
});
