import { describe, expect, it } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { accountPolicy, accountPolicySchema, asksSecondStep, setAccountPolicy, usualPolicy } from "./accountPolicy";

onDatabase();

const form = Object.fromEntries(Object.entries(usualPolicy).map(([name, value]) => [name, String(value)]));

describe("the rules of signing in", () => {
  it("are as usual until somebody sets them, and then as set; what changed stands in the record", async () => {
    expect(await accountPolicy()).toEqual(usualPolicy);
    const actor = await person(["securityAdmin"]);
    await setAccountPolicy(actor, accountPolicySchema.parse({ ...form, minLength: "12", failures: "3" }));
    expect(await accountPolicy()).toEqual({ ...usualPolicy, minLength: 12, failures: 3 });
    const changed = { minLength: "10 → 12", failures: "5 → 3" };
    expect(await db.event.findMany()).toMatchObject([{ act: "setAccountPolicy", actorId: actor.id, detail: changed }]);
    await setAccountPolicy(actor, await accountPolicy());
    expect(await db.event.count()).toBe(1);
  });

  it("set the times of sessions that are open, and leave those that have ended", async () => {
    const { id: accountId } = await person(["editor"]);
    const createdAt = now();
    const [open, ended] = await db.session.createManyAndReturn({
      data: [
        { accountId, createdAt },
        { accountId, createdAt, endedAt: now() },
      ],
    });
    await setAccountPolicy(await person(["securityAdmin"]), { ...usualPolicy, idleMinutes: 10, sessionHours: 2 });
    const at = async (id = "") => db.session.findUniqueOrThrow({ where: { id } });
    const endsAt = new Date(createdAt.getTime() + 2 * 3_600_000);
    expect(await at(open?.id)).toMatchObject({ idleMinutes: 10, endsAt });
    expect(await at(ended?.id)).toMatchObject({ idleMinutes: 30, endsAt: null });
  });

  it.each([
    ["minLength", "7"],
    ["minLength", "8.5"],
    ["classes", "5"],
    ["maxAgeDays", "-1"],
    ["failures", "11"],
    ["restMinutes", ""],
    ["idleMinutes", "zehn"],
    ["secondStep", "sometimes"],
  ])("are not %s: %j", (name, value) => {
    expect(accountPolicySchema.safeParse({ ...form, [name]: value }).success).toBe(false);
  });

  it.each<Role>(["systemAdmin", "auditor", "editor", "signer", "reader"])("are not set by a %s", async (role) => {
    await expect(setAccountPolicy(await person([role]), usualPolicy)).rejects.toMatchObject({ key: "forbidden" });
  });

  it("ask a second step of whom they name", () => {
    const important = { ...usualPolicy, secondStep: "administratorsAndSigners" as const };
    const asked = (["systemAdmin", "securityAdmin", "auditor", "signer", "editor", "reader"] as const).filter((role) =>
      asksSecondStep(important, [role]),
    );
    expect(asked).toEqual(["systemAdmin", "securityAdmin", "auditor", "signer"]);
    expect(asksSecondStep(usualPolicy, ["signer"])).toBe(false);
    expect(asksSecondStep({ ...usualPolicy, secondStep: "everybody" }, ["reader"])).toBe(true);
  });
});
