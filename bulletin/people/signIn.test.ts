import { beforeAll, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
import { meanwhile } from "../testing/meanwhile";
import { person } from "../testing/people";
import { setAccountPolicy, usualPolicy } from "./accountPolicy";
import { countTryFrom, networkOf, triesLeft } from "./attempts";
import { hashPassword, verifyPassword } from "./password";
import { grantRoles } from "./roles";
import { endSession, restOf, signIn } from "./signIn";

onDatabase();

const attemptsAllowed = usualPolicy.failures;
const password = "Yunchuan-2026";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

const left = (typed: string) => triesLeft(typed, "", usualPolicy);
const account = (given = {}) => person(["contributor"], { account: "office", passwordHash, ...given });

describe("somebody who signs in", () => {
  it("gets a session and a line in the record, however the account is spelled", async () => {
    const { id, name } = await account();
    expect(await signIn(" Office ", password)).toMatchObject({ ok: true, accountId: id, name });
    expect(await db.session.findMany()).toMatchObject([{ accountId: id, endedAt: null }]);
    expect(await db.event.findMany()).toMatchObject([{ act: "signIn", actorId: id }]);
  });

  it("is told how often they may still try, and starts anew once it went well", async () => {
    await account();
    expect(await signIn("office", "falsch")).toEqual({ ok: false, left: 4, restMinutes: 15 });
    expect(await signIn("office", "falsch")).toMatchObject({ left: 3 });
    expect(await left("OFFICE")).toBe(3);
    expect((await signIn("office", password)).ok).toBe(true);
    expect(await left("office")).toBe(attemptsAllowed);
  });

  it("waits after five failures, with the right password too, and a quarter of an hour later no more", async () => {
    await account();
    for (let failure = 0; failure < attemptsAllowed; failure++) await signIn("office", "falsch");
    expect(await signIn("office", password)).toEqual({ ok: false, left: 0, restMinutes: 15 });
    travel(new Date(Date.now() + 14 * 60_000));
    expect((await signIn("office", password)).ok).toBe(false);
    travel(new Date(Date.now() + 16 * 60_000));
    expect((await signIn("office", password)).ok).toBe(true);
  });

  it("has five guesses in all, not five at a time", async () => {
    await account();
    for (let failure = 1; failure < attemptsAllowed; failure++) await signIn("office", "falsch");
    // More than the pool has connections: the right one comes after at least one of the others.
    const guesses = [...Array<string>(20).fill("falsch"), password];
    const answers = await Promise.all(guesses.map((guess) => signIn("office", guess)));
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
  });

  it("does not wait longer because somebody keeps trying meanwhile", async () => {
    await account();
    for (let failure = 0; failure < attemptsAllowed; failure++) await signIn("office", "falsch");
    travel(new Date(Date.now() + 14 * 60_000));
    await signIn("office", "falsch");
    travel(new Date(Date.now() + 16 * 60_000));
    expect((await signIn("office", password)).ok).toBe(true);
  });

  it("learns nothing about an account that does not exist", async () => {
    await account();
    for (let failure = 1; failure <= attemptsAllowed + 1; failure++)
      expect(await signIn("nobody", password)).toEqual(await signIn("office", "falsch"));
  });

  it("does not get in with a disabled account, and is told no more than of a wrong password", async () => {
    await account({ disabledAt: now() });
    expect(await signIn("office", password)).toEqual({ ok: false, left: 4, restMinutes: 15 });
    expect(await db.session.count()).toBe(0);
  });

  it.each(["office\u0000", "\ud842", "长".repeat(5_000), "", "' OR 1=1 --"])(
    "is merely wrong with %j",
    async (typed) => {
      expect((await signIn(typed, password)).ok).toBe(false);
      expect(await left(typed)).toBe(4);
    },
  );

  it("ends a session once, and it stays ended", async () => {
    await account();
    const session = await signIn("office", password);
    if (!session.ok) throw new Error("not signed in");
    await endSession(session.sessionId);
    const { endedAt } = await db.session.findUniqueOrThrow({ where: { id: session.sessionId } });
    travel(new Date(Date.now() + 60_000));
    await endSession(session.sessionId);
    expect((await db.session.findFirstOrThrow()).endedAt).toEqual(endedAt);
    expect(endedAt).not.toBeNull();
  });
});

describe("an address from which many guess", () => {
  const from = (address: string) => ({ address });

  it("rests after so many failures, whatever the accounts, while others get in", async () => {
    await account();
    await db.setting.create({ data: { key: "accountPolicy", value: { addressFailures: 12 } } });
    const guess = (name: string) => signIn(name, "falsch", "", from("198.51.100.7"));
    for (let at = 0; at < 12; at++) await guess(`name${at}`);
    expect(await signIn("office", password, "", from("198.51.100.7"))).toMatchObject({ ok: false, left: 0 });
    expect(await restOf("office", "198.51.100.7")).toMatchObject({ rests: true });
    expect((await signIn("office", password, "", from("198.51.100.8"))).ok).toBe(true);
    travel(new Date(Date.now() + 16 * 60_000));
    expect((await signIn("office", password, "", from("198.51.100.7"))).ok).toBe(true);
  });

  it("of IPv6 is counted with all others of its network", async () => {
    await account();
    await db.setting.create({ data: { key: "accountPolicy", value: { addressFailures: 12 } } });
    for (let at = 0; at < 12; at++) await signIn(`name${at}`, "falsch", "", from(`2001:db8:1:2:${at}::7`));
    expect(await signIn("office", password, "", from("2001:DB8:1:2::9"))).toMatchObject({ ok: false, left: 0 });
    expect(await restOf("office", "2001:db8:1:2:ffff::")).toMatchObject({ rests: true });
    expect((await signIn("office", password, "", from("2001:db8:1:3::9"))).ok).toBe(true);
  });

  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:0db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "::1"],
    ["::ffff:c633:6407", "::ffff:c633:6407"],
    ["64:ff9b::198.51.100.7", "64:ff9b::198.51.100.7"],
    ["2001:db8::1:2:3:198.51.100.7", "2001:db8:0:1::/64"],
    ["", ""],
  ])("%s counts as %s", (address, counted) => {
    expect(networkOf(address)).toBe(counted);
  });

  it("does not count those who get in", async () => {
    await account();
    for (let at = 0; at < 3; at++) expect((await signIn("office", password, "", from("198.51.100.7"))).ok).toBe(true);
    expect(await db.addressAttempt.findMany()).toMatchObject([{ address: "198.51.100.7", failures: 0 }]);
  });

  it("is counted once for all web processes, although they ask at the same time", async () => {
    await withClients(3, (clients) =>
      Promise.all(clients.map((client) => through(client, () => countTryFrom("198.51.100.7", usualPolicy)))),
    );
    expect(await db.addressAttempt.findMany()).toMatchObject([{ failures: 3 }]);
  });
});

describe("a session that begins", () => {
  it("ends when the policy says so, and knows where it was opened", async () => {
    await account();
    travel(new Date("2026-11-20T10:00:00+08:00"));
    await db.setting.create({ data: { key: "accountPolicy", value: { sessionHours: 8, idleMinutes: 20 } } });
    await signIn("office", password, "", { address: "192.0.2.4", device: "edge windows" });
    const { endsAt, ...row } = await db.session.findFirstOrThrow();
    expect(row).toMatchObject({ idleMinutes: 20, address: "192.0.2.4", device: "edge windows", passwordDue: false });
    expect(endsAt?.getTime()).toBeCloseTo(new Date("2026-11-20T18:00:00+08:00").getTime(), -4);
  });

  it("asks for a new password where somebody else set it, or it is too old; one of unknown age stays", async () => {
    const due = async (given: object) => {
      const actor = await account({ account: `account${Math.random()}`, ...given });
      const answer = await signIn(actor.account, password);
      if (!answer.ok) throw new Error("not signed in");
      return (await db.session.findUniqueOrThrow({ where: { id: answer.sessionId } })).passwordDue;
    };
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    expect(await due({ passwordGiven: true })).toBe(true);
    expect(await due({ passwordSetAt: daysAgo(91) })).toBe(true);
    expect(await due({ passwordSetAt: daysAgo(89) })).toBe(false);
    expect(await due({ passwordSetAt: null, createdAt: daysAgo(900) })).toBe(false);
  });
});

describe("a password", () => {
  it("opens with itself only, and never where there is no account", async () => {
    expect(await verifyPassword(passwordHash, password)).toBe(true);
    expect(await verifyPassword(passwordHash, `${password} `)).toBe(false);
    expect(await verifyPassword(null, "not the password of anybody")).toBe(false);
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });
});

it("nobody is told how often an account was tried, whether there is one or its person has come since", async () => {
  await account();
  for (const typed of ["office", "nobody"]) await signIn(typed, "falsch");
  const before = await Promise.all(["office", "nobody"].map((typed) => restOf(typed)));
  await signIn("office", password);
  const after = await Promise.all(["office", "nobody"].map((typed) => restOf(typed)));
  const same = { failures: attemptsAllowed, restMinutes: 15, rests: false };
  expect([...before, ...after]).toEqual([same, same, same, same]);
});

describe("somebody whose password is being tried while", () => {
  const lately = { passwordSetAt: new Date() };

  it("they are made an administrator does not come in with what was before", async () => {
    const [secadmin, { id }] = [await person(["securityAdmin"]), await account(lately)];
    const coming = await meanwhile(
      (tx) => tx.$executeRaw`UPDATE "Account" SET "passwordHash" = 'none' WHERE id = ${id}::uuid`,
      () => signIn("office", password),
    );
    expect(coming).toMatchObject({ status: "fulfilled", value: { ok: false } });
    expect(await db.session.count({ where: { accountId: id } })).toBe(0);
    expect(await db.event.count({ where: { act: "signInFailed", refused: true } })).toBe(1);
    await db.account.update({ where: { id }, data: { passwordHash } });
    await grantRoles(secadmin, { accountId: id, roles: ["auditor"] });
    expect((await signIn("office", password)).ok).toBe(false);
  });

  it("they are disabled does not come in", async () => {
    const { id } = await account(lately);
    const coming = await meanwhile(
      (tx) => tx.account.update({ where: { id }, data: { disabledAt: new Date() } }),
      () => signIn("office", password),
    );
    expect(coming).toMatchObject({ status: "fulfilled", value: { ok: false } });
  });

  it("a role is granted for which the rules ask a second step is asked for it", async () => {
    const { id } = await account(lately);
    const secadmin = await person(["securityAdmin"]);
    await setAccountPolicy(secadmin, { ...usualPolicy, secondStep: "administratorsAndSigners" });
    const coming = await meanwhile(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Account" WHERE id = ${id}::uuid FOR UPDATE`;
        await tx.roleGrant.create({ data: { accountId: id, role: "signer", grantedAt: new Date(), grantedById: id } });
      },
      () => signIn("office", password),
    );
    expect(coming).toMatchObject({ status: "fulfilled", value: { ok: true } });
    expect(await db.session.findFirstOrThrow({ where: { accountId: id } })).toMatchObject({ stepDue: true });
  });
});
