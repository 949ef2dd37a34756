import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { failureOf } from "@/lib/failure";
import { log } from "@/lib/log";
import { onDatabase } from "../testing/database";
import { onMailServer, reachable } from "../testing/mailServer";
import { office, person } from "../testing/people";
import { accountSchema, disableAccount, enableAccount, openAccount, resetPassword } from "./accounts";
import { followLink, linkOpens } from "./links";
import { newPasswordFor } from "./operator";
import { changePassword } from "./ownPassword";
import { hashPassword } from "./password";
import { signIn } from "./signIn";

onDatabase();
const server = onMailServer();

const password = "Yunchuan-2026";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword("Dongshan-2026");
});
const tokenOf = (link = "") => link.split("/link/")[1] ?? "";
const follow = (token: string, chosen = password) => followLink({ token, password: chosen, again: chosen });

/** A person whose password was just reset, and the secret of the link. */
async function reset() {
  const [sysadmin, other] = [await person(["systemAdmin"]), await person(["reader"], { passwordHash })];
  const { link } = await resetPassword(sysadmin, other.id);
  return { sysadmin, other, link, token: tokenOf(link) };
}

describe("a one-time link", () => {
  it("of an invitation gives a new account its password, which need not be changed", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const { id: officeId } = await office();
    const form = { account: "haikou", name: "海晓晨", officeId, officialId: "" };
    const { link } = await openAccount(sysadmin, accountSchema.parse(form));
    expect(await follow(tokenOf(link))).toBe("haikou");
    const answer = await signIn("haikou", password);
    if (!answer.ok) throw new Error("not signed in");
    expect(await db.session.findUnique({ where: { id: answer.sessionId } })).toMatchObject({ passwordDue: false });
  });

  it("is shown with its person, their account and office, and the moment from which it opens no more", async () => {
    const sysadmin = await person(["systemAdmin"]);
    const at = await office();
    const form = { account: "haikou", name: "海晓晨", officeId: at.id, officialId: "" };
    const { id, ...invited } = await openAccount(sysadmin, accountSchema.parse(form));
    const { expiresAt: until } = await db.oneTimeLink.findFirstOrThrow({ where: { accountId: id } });
    expect(invited).toMatchObject({ name: "海晓晨", account: "haikou", office: at.name, until });
    const { name, account } = await person(["reader"], { office: at, account: "linjiang" });
    const { id: other } = await db.account.findUniqueOrThrow({ where: { account } });
    expect(await resetPassword(sysadmin, other)).toMatchObject({ name, account, office: at.name });
    const form2 = { ...form, account: "nanwan", password };
    expect(await openAccount(sysadmin, accountSchema.parse(form2))).toEqual({ id: expect.any(String) });
  });

  it("opens once, also for two who follow it at the same moment", async () => {
    const { token } = await reset();
    const both = await Promise.allSettled([follow(token), follow(token, "Nanwan-2026")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(follow(token)).rejects.toMatchObject({ key: "linkGone" });
    expect(await linkOpens(token)).toBe(false);
  });

  it("opens for a day", async () => {
    const { token } = await reset();
    travel(new Date(now().getTime() + 24 * 3_600_000 - 60_000));
    expect(await linkOpens(token)).toBe(true);
    travel(new Date(now().getTime() + 120_000));
    expect(await linkOpens(token)).toBe(false);
    await expect(follow(token)).rejects.toMatchObject({ key: "linkGone" });
  });

  it("no longer opens once there is a newer one, or the account is disabled, also when that is taken back", async () => {
    const { sysadmin, other, token } = await reset();
    const { link } = await resetPassword(sysadmin, other.id);
    expect([await linkOpens(token), await linkOpens(tokenOf(link))]).toEqual([false, true]);
    await disableAccount(sysadmin, other.id);
    expect(await linkOpens(tokenOf(link))).toBe(false);
    await enableAccount(sysadmin, other.id);
    await expect(follow(tokenOf(link))).rejects.toMatchObject({ key: "linkGone" });
  });

  it("no longer opens once the account has another password, whoever gave it", async () => {
    const byOperator = await reset();
    await newPasswordFor(byOperator.other.account);
    expect(await linkOpens(byOperator.token)).toBe(false);
    const byPerson = await reset();
    await db.account.update({ where: { id: byPerson.other.id }, data: { passwordHash } });
    await changePassword(byPerson.other, { current: "Dongshan-2026", password, again: password }, randomUUID());
    await expect(follow(byPerson.token, "Nanwan-2026")).rejects.toMatchObject({ key: "linkGone" });
  });

  it("lies in the database as a hash alone", async () => {
    const { token } = await reset();
    const rows = JSON.stringify(await db.oneTimeLink.findMany());
    expect(rows).not.toContain(token);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  it("ends the sessions of the account, and refuses a password that does not fit without being used up", async () => {
    const { other, token } = await reset();
    await db.session.create({ data: { accountId: other.id, createdAt: now() } });
    await expect(follow(token, "kurz")).rejects.toMatchObject({ key: "passwordTooShort" });
    await followLink({ token, password, again: password }, { address: "192.0.2.4" });
    expect(await db.session.count({ where: { endedAt: null } })).toBe(0);
    expect(await db.event.findMany({ where: { act: "setPassword", subjectId: other.id } })).toMatchObject([
      { detail: { account: other.account, address: "192.0.2.4" } },
    ]);
  });

  it("goes by mail where there is a mailbox, and is shown all the same where the mail is refused, with the reason in the log", async () => {
    const { sysadmin, other } = await reset();
    await reachable(other, "one@example.cn");
    const { link, mailedTo } = await resetPassword(sysadmin, other.id);
    expect(mailedTo).toBe("one@example.cn");
    expect(link).toMatch(/^https:\/\/bianfa\.example\.cn\/link\//);
    expect(server().mails).toMatchObject([{ to: ["one@example.cn"], subject: "编发账号请重新设置密码", text: link }]);
    await reachable(other, "nowhere@example.cn");
    const logged = vi.spyOn(log, "warn");
    const shown = await resetPassword(sysadmin, other.id);
    expect(shown).toMatchObject({ link: expect.stringMatching(/link/) });
    expect(shown).not.toHaveProperty("mailedTo");
    const [failure] = logged.mock.calls.map(([given]) => failureOf((given as { error: unknown }).error));
    expect(failure).toMatchObject({ code: "EENVELOPE", message: expect.stringContaining("550") });
    logged.mockRestore();
  });
});
