import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { seal, unseal } from "@/lib/sealed";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { setAccountPolicy, usualPolicy } from "./accountPolicy";
import { takeCode } from "./codes";
import { newPasswordFor } from "./operator";
import { hashPassword } from "./password";
import { grantRoles } from "./roles";
import {
  asksPassword,
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  passSecondStep,
  recoveryCodesLeft,
  renewRecoveryCodes,
  resetSecondStep,
  waitingSecondStep,
} from "./secondStep";
import { signIn } from "./signIn";

onDatabase();

const password = "Yunchuan-2026";
let passwordHash: string;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  passwordHash = await hashPassword(password);
});

const noon = new Date("2026-11-20T12:00:05+08:00").getTime();
const at = (seconds: number) => travel(new Date(noon + seconds * 1_000));
/** As a telephone does it, from the key that was typed in. */
const shown = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({ timestamp: now().getTime() });

/** Somebody whose telephone has taken the secret in and shown a first code at noon. */
async function withTelephone() {
  at(0);
  const actor = await person(["signer"], { passwordHash });
  const { id: sessionId } = await db.session.create({ data: { accountId: actor.id, createdAt: now(), stepDue: true } });
  await beginSecondStep(actor);
  const waiting = await waitingSecondStep(actor);
  if (!waiting) throw new Error("nothing to take in");
  const spares = await confirmSecondStep(actor, { code: shown(waiting.key), password: "" }, sessionId);
  const code = () => shown(waiting.key);
  const enters = async (typed?: string) => signIn(actor.account, password, typed);
  return { actor, sessionId, waiting, spares, code, enters };
}

describe("a second step", () => {
  it("is set up with a first code, and nobody reads its secret afterwards", async () => {
    const { actor, sessionId, waiting, spares } = await withTelephone();
    expect(waiting.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
    expect(await waitingSecondStep(actor)).toBeNull();
    expect(new Set(spares).size).toBe(10);
    expect(await db.session.findUnique({ where: { id: sessionId } })).toMatchObject({ stepDue: false });
    const rows = JSON.stringify([await db.secondStep.findMany(), await db.recoveryCode.findMany()]);
    for (const secret of [waiting.key.replaceAll(" ", ""), ...spares.map((each) => each.replaceAll("-", ""))])
      expect(rows).not.toContain(secret);
    await expect(beginSecondStep(actor)).rejects.toMatchObject({ key: "alreadyDone" });
  });

  it("is not set up with a wrong code, and does not hold before the right one", async () => {
    const actor = await person(["signer"], { passwordHash });
    await beginSecondStep(actor);
    const confirm = (code: string, given = password) =>
      confirmSecondStep(actor, { code, password: given }, crypto.randomUUID());
    await expect(confirm("12345")).rejects.toMatchObject({ key: "codeWrong" });
    expect((await signIn(actor.account, password)).ok).toBe(true);
  });

  it("is bound with the password, unless its person has just come in for it, and ends other sessions", async () => {
    at(0);
    const actor = await person(["signer"], { passwordHash });
    const row = { accountId: actor.id, createdAt: now() };
    const [here, there] = await db.session.createManyAndReturn({ data: [row, row] });
    if (!here || !there) throw new Error("no sessions");
    await beginSecondStep(actor);
    const key = (await waitingSecondStep(actor))?.key ?? "";
    const confirm = (given: string) => confirmSecondStep(actor, { code: shown(key), password: given }, here.id);
    for (const given of ["", "falsch"])
      await expect(confirm(given)).rejects.toMatchObject({ key: "passwordWrong", field: "password" });
    // Due, but the door was passed long ago: it may be somebody else who sits there.
    const early = new Date(now().getTime() - 16 * 60_000);
    await db.session.update({ where: { id: here.id }, data: { stepDue: true, createdAt: early } });
    expect(await asksPassword(actor, here.id)).toBe(true);
    await expect(confirm("")).rejects.toMatchObject({ key: "passwordWrong" });
    expect(await confirm(password)).toHaveLength(10);
    const [mine, other] = await Promise.all(
      [here, there].map(({ id }) => db.session.findUniqueOrThrow({ where: { id } })),
    );
    expect([mine?.endedAt, mine?.stepDue]).toEqual([null, false]);
    expect(other?.endedAt).not.toBeNull();
  });

  it("is not guessed at while it waits for its first code: wrong ones count like wrong passwords", async () => {
    const actor = await person(["signer"], { passwordHash });
    await beginSecondStep(actor);
    const confirm = () => confirmSecondStep(actor, { code: "12345", password }, crypto.randomUUID());
    for (let time = 0; time < usualPolicy.failures; time++)
      await expect(confirm()).rejects.toMatchObject({ key: "codeWrong" });
    await expect(confirm()).rejects.toMatchObject({ key: "accountRests" });
    expect(await signIn(actor.account, password)).toMatchObject({ ok: false, left: 0 });
  });

  it("is asked for once the password is right, and only then; asking is no failure", async () => {
    const { actor, enters, code } = await withTelephone();
    at(60);
    expect(await signIn(actor.account, "falsch", code())).toEqual({ ok: false, left: 4, restMinutes: 15 });
    for (let time = 0; time < 7; time++) expect(await enters()).toMatchObject({ codeWanted: true, left: 4 });
    expect((await enters(code())).ok).toBe(true);
  });

  it("takes the code of this half minute, the one before and the one after, each once", async () => {
    const { enters, code } = await withTelephone();
    at(90);
    const [earlier] = [code(), at(120)];
    expect((await enters(earlier)).ok).toBe(true);
    expect(await enters(earlier)).toMatchObject({ ok: false, codeWanted: true });
    const [now120] = [code(), at(150)];
    const [later] = [code(), at(120)];
    expect((await enters(later)).ok).toBe(true);
    // Older than the last that was taken: also the one of this very half minute.
    expect((await enters(now120)).ok).toBe(false);
    at(240);
    const [stale] = [code(), at(300)];
    expect((await enters(stale)).ok).toBe(false);
  });

  it("of two who send the same code at once lets one in", async () => {
    const { actor, code } = await withTelephone();
    at(60);
    const both = await Promise.all([takeCode(actor.id, code()), takeCode(actor.id, code())]);
    expect(both.sort()).toEqual([false, true]);
  });

  it("counts wrong codes as it counts wrong passwords, and has each in the record", async () => {
    const { actor, enters, code } = await withTelephone();
    at(60);
    const wrong = code() === "000000" ? "000001" : "000000";
    for (let left = 4; left >= 0; left--) expect(await enters(wrong)).toMatchObject({ ok: false, left });
    expect(await enters(code())).toEqual({ ok: false, left: 0, restMinutes: 15 });
    expect(await db.event.count({ where: { act: "secondStepFailed", actorId: actor.id, refused: true } })).toBe(5);
  });

  it("takes each recovery code once, however it is spelled", async () => {
    const { actor, enters, spares } = await withTelephone();
    const [first = "", second = ""] = spares;
    expect((await enters(first.toLowerCase().replaceAll("-", " "))).ok).toBe(true);
    expect((await enters(first)).ok).toBe(false);
    expect((await enters(second)).ok).toBe(true);
    expect(await recoveryCodesLeft(actor)).toBe(8);
  });
  it("says in the record whether one came in by telephone or by a recovery code", async () => {
    const { actor, enters, code, spares } = await withTelephone();
    at(60);
    expect((await enters(code())).ok).toBe(true);
    expect((await enters(spares[0] ?? "")).ok).toBe(true);
    const lines = await db.event.findMany({ where: { act: "signIn", actorId: actor.id }, orderBy: { id: "asc" } });
    expect(lines.map(({ detail }) => detail)).toEqual([{}, { reason: "spareCode" }]);
  });

  it("gets new recovery codes with a code, and the earlier ones no longer open", async () => {
    const { actor, enters, spares, code } = await withTelephone();
    at(60);
    const renewed = await renewRecoveryCodes(actor, { code: code() });
    expect((await enters(spares[0])).ok).toBe(false);
    expect((await enters(renewed[0])).ok).toBe(true);
  });

  it("is given up with a code alone, and guessing it is counted", async () => {
    const { actor, spares } = await withTelephone();
    for (let time = 0; time < usualPolicy.failures; time++)
      await expect(endSecondStep(actor, { code: "no-code" })).rejects.toMatchObject({ key: "codeWrong" });
    await expect(endSecondStep(actor, { code: spares[0] ?? "" })).rejects.toMatchObject({ key: "accountRests" });
    at(16 * 60);
    await endSecondStep(actor, { code: spares[0] ?? "" });
    expect((await signIn(actor.account, password)).ok).toBe(true);
    expect(await db.recoveryCode.count()).toBe(0);
  });

  it("is reset by the security administrator, by nobody else, and not their own", async () => {
    const { actor, enters } = await withTelephone();
    for (const role of ["systemAdmin", "auditor", "signer"] as const)
      await expect(resetSecondStep(await person([role]), actor.id)).rejects.toMatchObject({ key: "forbidden" });
    const secadmin = await person(["securityAdmin"]);
    await expect(resetSecondStep(secadmin, secadmin.id)).rejects.toMatchObject({ key: "notOneself" });
    await resetSecondStep(secadmin, actor.id);
    expect(await db.session.count({ where: { accountId: actor.id, endedAt: null } })).toBe(0);
    expect((await enters()).ok).toBe(true);
    await expect(resetSecondStep(secadmin, actor.id)).rejects.toMatchObject({ key: "missing" });
  });

  it("is taken away with the password by the operator, and only where that was said", async () => {
    const { actor } = await withTelephone();
    const enters = async (given: string | null) => signIn(actor.account, given ?? "");
    expect(await enters(await newPasswordFor(actor.account))).toMatchObject({ ok: false, codeWanted: true });
    expect((await enters(await newPasswordFor(actor.account, { dropsSecondStep: true }))).ok).toBe(true);
    expect(await db.session.count({ where: { endedAt: null, passwordDue: true } })).toBe(1);
  });

  it("comes before all work for whom the rules ask it, and passes with a code", async () => {
    const { actor, code, enters } = await withTelephone();
    const reviewer = await person(["reviewer"], { passwordHash });
    const signer = await person(["signer"], { passwordHash });
    const policy = { ...usualPolicy, secondStep: "administratorsAndSigners" as const };
    await setAccountPolicy(await person(["securityAdmin"]), policy);
    const due = async (account: string) => {
      const answer = await signIn(account, password);
      if (!answer.ok) throw new Error("not signed in");
      return (await db.session.findUniqueOrThrow({ where: { id: answer.sessionId } })).stepDue;
    };
    expect([await due(reviewer.account), await due(signer.account)]).toEqual([false, true]);
    at(60);
    const answer = await enters(code());
    if (!answer.ok) throw new Error("not signed in");
    const session = () => db.session.findUniqueOrThrow({ where: { id: answer.sessionId } });
    expect((await session()).stepDue).toBe(false);
    await db.session.updateMany({ data: { stepDue: true } });
    at(120);
    await passSecondStep(actor, { code: code() }, answer.sessionId);
    expect((await session()).stepDue).toBe(false);
  });
});

describe("a role for which the rules ask a second step", () => {
  it("is not used without one by somebody who is signed in already", async () => {
    const [secadmin, other] = [await person(["securityAdmin"]), await person(["editor"])];
    await setAccountPolicy(secadmin, { ...usualPolicy, secondStep: "administratorsAndSigners" });
    const { id } = await db.session.create({ data: { accountId: other.id, createdAt: now() } });
    const due = async () => (await db.session.findUniqueOrThrow({ where: { id } })).stepDue;
    await grantRoles(secadmin, { accountId: other.id, roles: ["editor", "reader"] });
    expect(await due()).toBe(false);
    await grantRoles(secadmin, { accountId: other.id, roles: ["editor", "signer"] });
    expect(await due()).toBe(true);
  });
});

describe("what is sealed", () => {
  it("opens for its owner, its purpose and its secret alone, and only unchanged", () => {
    const sealed = seal("geheim", "one", "owner");
    expect(unseal(sealed, "one", "owner")).toBe("geheim");
    expect(seal("geheim", "one", "owner")).not.toBe(sealed);
    expect([unseal(sealed, "two", "owner"), unseal(sealed, "one", "other"), unseal("", "one", "owner")]).toEqual([
      null,
      null,
      null,
    ]);
    const bytes = Buffer.from(sealed, "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(unseal(bytes.toString("base64url"), "one", "owner")).toBeNull();
    const secret = process.env.NEXTAUTH_SECRET;
    process.env.NEXTAUTH_SECRET = "another secret of thirty-two letters";
    expect(unseal(sealed, "one", "owner")).toBeNull();
    process.env.NEXTAUTH_SECRET = secret;
  });
});
