import { beforeAll, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { usualPolicy } from "./accountPolicy";
import { resetPassword } from "./accounts";
import { followLink } from "./links";
import { newPasswordFor } from "./operator";
import { changePassword, ownPasswordSchema } from "./ownPassword";
import { hashPassword } from "./password";
import { signIn } from "./signIn";

onDatabase();

const first = "Yunchuan-2026";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(first);
});

/** Somebody with that password and two open sessions, of which the first is the one that asks. */
async function somebody(given = {}) {
  const actor = await person(["editor"], { passwordHash, passwordGiven: true, ...given });
  const row = { accountId: actor.id, createdAt: now(), passwordDue: true };
  const [here, there] = await db.session.createManyAndReturn({ data: [row, row] });
  if (!here || !there) throw new Error("no sessions");
  const change = (current: string, password: string) =>
    changePassword(actor, { current, password, again: password }, here.id);
  return { actor, here, there, change };
}

describe("somebody who changes their password", () => {
  it("signs in with it from then on, goes on here, and nowhere else", async () => {
    const { actor, here, there, change } = await somebody();
    await change(first, "Nanwan-2026");
    expect((await signIn(actor.account, first)).ok).toBe(false);
    const again = await signIn(actor.account, "Nanwan-2026");
    if (!again.ok) throw new Error("not signed in");
    const session = (id: string) => db.session.findUniqueOrThrow({ where: { id } });
    expect(await session(here.id)).toMatchObject({ endedAt: null, passwordDue: false });
    expect((await session(there.id)).endedAt).not.toBeNull();
    expect(await session(again.sessionId)).toMatchObject({ passwordDue: false });
    expect(await db.event.count({ where: { act: "changePassword", actorId: actor.id } })).toBe(1);
  });

  it("names the present one; of wrong ones no more are looked at than at the door", async () => {
    const { actor, change } = await somebody();
    for (let at = 0; at < usualPolicy.failures; at++)
      await expect(change("falsch", "Nanwan-2026")).rejects.toMatchObject({ key: "passwordWrong", field: "current" });
    await expect(change(first, "Nanwan-2026")).rejects.toMatchObject({ key: "accountRests" });
    expect(await db.event.count({ where: { act: "proofFailed", actorId: actor.id, refused: true } })).toBe(5);
    expect((await signIn(actor.account, first)).ok).toBe(false);
  });

  it("takes none of the last five again; the sixth only when it has been gone for five days", async () => {
    const { change } = await somebody();
    const passwords = [first, "Nanwan-2026", "Beiling-2026", "Dongshan-2026", "Xihe-2026-a", "Haikou-2026"];
    for (const [at, next] of passwords.slice(1).entries()) await change(passwords[at] ?? "", next);
    const present = passwords[5] ?? "";
    for (const had of passwords.slice(1))
      await expect(change(present, had)).rejects.toMatchObject({ key: "passwordHadBefore", field: "password" });
    await expect(change(present, first)).rejects.toMatchObject({ key: "passwordHadBefore" });
    travel(new Date(now().getTime() + 5 * 86_400_000));
    await expect(change(present, "Dongshan-2026")).rejects.toMatchObject({ key: "passwordHadBefore" });
    await change(present, first);
  });

  it("has what the operator took away among those that are not taken again", async () => {
    const { actor, change } = await somebody();
    const given = (await newPasswordFor(actor.account)) ?? "";
    await expect(change(given, first)).rejects.toMatchObject({ key: "passwordHadBefore" });
    await change(given, "Nanwan-2026");
  });

  it("loses none of the last to a password that was taken away and never another's", async () => {
    const { actor, change } = await somebody();
    const sysadmin = await person(["systemAdmin"]);
    const link = async (password: string) => {
      const { link } = await resetPassword(sysadmin, actor.id);
      await followLink({ token: link.split("/").at(-1) ?? "", password, again: password });
    };
    await link("Nanwan-2026");
    await link("Beiling-2026");
    await change("Beiling-2026", "Dongshan-2026");
    await db.formerPassword.updateMany({ data: { endedAt: new Date(now().getTime() - 6 * 86_400_000) } });
    expect(await db.formerPassword.count({ where: { accountId: actor.id } })).toBe(3);
    await expect(change("Dongshan-2026", first)).rejects.toMatchObject({ key: "passwordHadBefore" });
  });

  it("does not make changes without end", async () => {
    const { actor, change } = await somebody();
    const former = Array.from({ length: 51 }, () => ({ accountId: actor.id, passwordHash, endedAt: now() }));
    await db.formerPassword.createMany({ data: former });
    await expect(change(first, "Nanwan-2026")).rejects.toMatchObject({ key: "passwordTooOften", values: { count: 5 } });
  });

  it("gives the same one twice", async () => {
    const differ = ownPasswordSchema.safeParse({ current: first, password: "Nanwan-2026", again: "Nanwan-2027" });
    expect(differ.error?.issues).toMatchObject([{ path: ["again"], params: { key: "passwordsDiffer" } }]);
  });

  it("of two changes at once makes one", async () => {
    const { change } = await somebody();
    const both = await Promise.allSettled([change(first, "Nanwan-2026"), change(first, "Beiling-2026")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
