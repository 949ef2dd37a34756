import { beforeAll, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { hashPassword, passwordSchema, verifyPassword } from "./password";
import { attemptsAllowed, attemptsLeft, endSession, signIn } from "./signIn";

onDatabase();

const password = "Yunchuan-2026";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

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
    expect(await attemptsLeft("OFFICE")).toMatchObject({ left: 3 });
    expect((await signIn("office", password)).ok).toBe(true);
    expect(await attemptsLeft("office")).toMatchObject({ left: attemptsAllowed });
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
      expect((await attemptsLeft(typed)).left).toBe(4);
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

describe("a password", () => {
  it("opens with itself only, and never where there is no account", async () => {
    expect(await verifyPassword(passwordHash, password)).toBe(true);
    expect(await verifyPassword(passwordHash, `${password} `)).toBe(false);
    expect(await verifyPassword(null, "not the password of anybody")).toBe(false);
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });

  it.each(["Kurz-2026", "nurkleine-buchstaben", "1234567890", "NUR GROSSE ABER", `Aa1${"x".repeat(200)}`])(
    "is not %j",
    (weak) => {
      expect(passwordSchema.safeParse(weak).success).toBe(false);
    },
  );
});
