import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";
import { disableAccount } from "@/bulletin/people/accounts";
import { grantRoles } from "@/bulletin/people/roles";
import { endSession } from "@/bulletin/people/signIn";
import { giveTray, takeTrayBack } from "@/bulletin/post/deputies";
import { acknowledge } from "@/bulletin/post/receipts";
import { onDatabase } from "@/bulletin/testing/database";
import { distributed } from "@/bulletin/testing/issues";
import { house, official, person } from "@/bulletin/testing/people";
import type { Actor } from "@/lib/actor";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { actorOfRequest, currentActor, signedIn as whoIsSignedIn } from "@/lib/session";
import { unattended } from "@/lib/unattended";

// Outside a request Next has no cookies to read; these are the ones of the request at hand.
const cookies = vi.hoisted(() => new Map<string, string>());
const sent = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers([...sent]),
  cookies: async () => ({
    getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
    has: (name: string) => cookies.has(name),
  }),
}));

onDatabase();

async function signedIn(actor: Actor, secret = "a secret of thirty-two characters"): Promise<string> {
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  const { id } = await db.session.create({ data: { accountId: actor.id, createdAt: now() } });
  cookies.set("next-auth.session-token", await encode({ token: { sessionId: id }, secret }));
  return id;
}

describe("whoever is signed in", () => {
  it("is the person of the session, with office and roles as they are now", async () => {
    const actor = await person(["editor"]);
    await signedIn(actor);
    expect(await currentActor()).toEqual(actor);
    await grantRoles(await person(["securityAdmin"]), { accountId: actor.id, roles: ["reader"] });
    expect((await currentActor())?.roles).toEqual(["reader"]);
  });

  it("is nobody from the moment on that the account is disabled, on lines that stay open too", async () => {
    const actor = await person(["editor"]);
    await signedIn(actor);
    const ask = await actorOfRequest();
    expect(await ask()).toEqual(actor);
    await disableAccount(await person(["systemAdmin"]), actor.id);
    expect([await currentActor(), await ask()]).toEqual([null, null]);
  });

  it("stays nobody after the account is enabled again: the old session has ended", async () => {
    const actor = await person(["editor"]);
    await signedIn(actor);
    await disableAccount(await person(["systemAdmin"]), actor.id);
    await db.account.update({ where: { id: actor.id }, data: { disabledAt: null } });
    expect(await currentActor()).toBeNull();
  });

  it("is nobody after signing out, with a token of another secret, or with none", async () => {
    const actor = await person(["editor"]);
    await endSession(await signedIn(actor));
    expect(await currentActor()).toBeNull();
    await signedIn(actor, "another secret of thirty-two letters");
    expect(await currentActor()).toBeNull();
    cookies.clear();
    expect(await currentActor()).toBeNull();
  });
});

describe("a session", () => {
  const minutes = (count: number) => travel(new Date(started + count * 60_000));
  let started = 0;

  async function begun(given = {}) {
    started = new Date("2026-11-20T09:00:00+08:00").getTime();
    minutes(0);
    const actor = await person(["editor"]);
    const id = await signedIn(actor);
    await db.session.update({ where: { id }, data: given });
    return { actor, row: () => db.session.findUniqueOrThrow({ where: { id } }) };
  }

  it("goes on as long as its person comes back within half an hour, and no longer than twelve", async () => {
    const { actor } = await begun();
    for (let at = 29; at < 12 * 60; at += 29) {
      minutes(at);
      expect(await currentActor()).toEqual(actor);
    }
    minutes(12 * 60 + 0.1);
    expect(await currentActor()).toBeNull();
  });

  it("ends when nobody came for as long as the rules allow, on lines that stay open too", async () => {
    await begun({ idleMinutes: 10, endsAt: new Date("2026-11-20T20:00:00+08:00") });
    const ask = await actorOfRequest();
    minutes(9);
    expect(await ask()).not.toBeNull();
    minutes(10.1);
    expect([await currentActor(), await ask()]).toEqual([null, null]);
  });

  it("is not kept up by a page that is read again for what others did while nobody is at it, until somebody is", async () => {
    const { row } = await begun();
    for (const at of [5, 15, 25]) {
      minutes(at);
      cookies.set(unattended, "1");
      expect(await currentActor()).not.toBeNull();
    }
    expect((await row()).lastSeenAt).toBeNull();
    cookies.delete(unattended);
    await currentActor();
    expect((await row()).lastSeenAt).not.toBeNull();
    cookies.set(unattended, "1");
    minutes(54);
    expect(await currentActor()).not.toBeNull();
    minutes(55.1);
    expect(await currentActor()).toBeNull();
    cookies.delete(unattended);
    expect(await currentActor()).toBeNull();
  });

  it("is not kept up by lines that stay open, nor by what a browser loads ahead", async () => {
    const { row } = await begun();
    minutes(20);
    const silent: [string, string][] = [
      ["accept", "text/event-stream"],
      ["next-router-prefetch", "1"],
      ["sec-purpose", "prefetch;prerender"],
    ];
    for (const header of silent) {
      sent.set(...header);
      expect(await currentActor()).not.toBeNull();
      sent.clear();
      expect((await row()).lastSeenAt).toBeNull();
    }
    await currentActor();
    expect((await row()).lastSeenAt).not.toBeNull();
  });

  it("notes that it is in use once a minute at most", async () => {
    const { row } = await begun();
    const seen: (Date | null)[] = [];
    for (const at of [0.5, 1.1, 1.9, 2.2]) {
      minutes(at);
      await currentActor();
      seen.push((await row()).lastSeenAt);
    }
    expect(seen[0]).toBeNull();
    expect(seen[2]).toEqual(seen[1]);
    expect(seen[3]?.getTime()).toBeGreaterThan(seen[2]?.getTime() ?? 0);
  });

  it.each(["passwordDue", "stepDue"] as const)("in which something is due (%s) opens nothing else", async (due) => {
    const { actor } = await begun({ [due]: true });
    const ask = await actorOfRequest();
    expect([await currentActor(), await ask()]).toEqual([null, null]);
    expect(await whoIsSignedIn()).toMatchObject({ actor, due: due === "stepDue" ? "step" : "password" });
  });
});

describe("whoever looks after another's tray", () => {
  const days = { from: "2026-11-21", until: "2026-11-23", mayInstruct: true };
  const noon = (day: string) => new Date(`2026-11-${day}T12:00:00+08:00`);

  /** A tray given on the 20th, from the 21st until the 23rd, with an issue in it; its deputy is signed in. */
  async function given() {
    travel(noon("20"));
    const people = await house();
    const issueId = await distributed(people);
    const { leader, southWriter: deputy } = people;
    await giveTray(leader, { ...days, principalId: leader.id, deputyId: deputy.id });
    await signedIn(deputy);
    const onDay = async (day: string) => {
      travel(noon(day));
      // A session lasts a working day.
      await db.session.updateMany({ data: { createdAt: now() } });
      return (await currentActor())?.principals;
    };
    return { ...people, issueId, deputy, onDay };
  }

  it("does so on the days that were set, and on no other", async () => {
    const { leader, onDay } = await given();
    const principal = { id: leader.id, name: leader.name, mayInstruct: false };
    const found = [await onDay("20"), await onDay("21"), await onDay("23"), await onDay("24")];
    expect(found).toEqual([[], [principal], [principal], []]);
    travel(new Date("2026-11-23T23:59:00+08:00"));
    await db.session.updateMany({ data: { createdAt: now() } });
    expect((await currentActor())?.principals).toEqual([principal]);
  });

  it("no longer does without any role, and is not to be given one", async () => {
    const { leader, deputy, onDay } = await given();
    expect(await onDay("22")).toHaveLength(1);
    // As it stands where roles were taken before care ended with them.
    await db.roleGrant.deleteMany({ where: { accountId: deputy.id } });
    expect(await onDay("22")).toEqual([]);
    const again = giveTray(leader, { ...days, principalId: leader.id, deputyId: deputy.id });
    await expect(again).rejects.toMatchObject({ key: "noSuchDeputy" });
  });

  it("gets no tray back with a new role once all were taken", async () => {
    const { deputy, onDay } = await given();
    const secadmin = await person(["securityAdmin"]);
    await grantRoles(secadmin, { accountId: deputy.id, roles: [] });
    await grantRoles(secadmin, { accountId: deputy.id, roles: ["reader"] });
    expect(await onDay("22")).toEqual([]);
  });

  it("writes instructions for a leader alone, as somebody on the roster is", async () => {
    const { leader, onDay } = await given();
    await db.account.update({ where: { id: leader.id }, data: { officialId: await official(leader.name, 1) } });
    expect(await onDay("22")).toMatchObject([{ id: leader.id, mayInstruct: true }]);
    await db.deputy.updateMany({ data: { mayInstruct: false } });
    expect(await onDay("22")).toMatchObject([{ id: leader.id, mayInstruct: false }]);
  });

  it("does so while the reader is enabled and reads, and until the tray is taken back", async () => {
    const { leader, onDay } = await given();
    expect(await onDay("22")).toHaveLength(1);
    await db.account.update({ where: { id: leader.id }, data: { disabledAt: now() } });
    expect(await onDay("22")).toEqual([]);
    await db.account.update({ where: { id: leader.id }, data: { disabledAt: null } });
    await db.roleGrant.deleteMany({ where: { accountId: leader.id } });
    expect(await onDay("22")).toEqual([]);
    await db.roleGrant.create({ data: { accountId: leader.id, role: "reader", grantedAt: now() } });
    expect(await onDay("22")).toHaveLength(1);
    await takeTrayBack(leader, (await db.deputy.findFirstOrThrow()).id);
    expect(await onDay("22")).toEqual([]);
  });

  it("acknowledges within that time alone, and not after it was taken back", async () => {
    const { leader, deputy, issueId, onDay } = await given();
    const tries = async (day: string) => {
      await onDay(day);
      return acknowledge((await currentActor()) ?? deputy, issueId, leader.id);
    };
    for (const day of ["20", "24"]) await expect(tries(day)).rejects.toMatchObject({ key: "missing" });
    await takeTrayBack(leader, (await db.deputy.findFirstOrThrow()).id);
    await expect(tries("22")).rejects.toMatchObject({ key: "missing" });
    await db.deputy.updateMany({ data: { endedAt: null } });
    await tries("22");
    expect(await db.delivery.findMany()).toMatchObject([{ accountId: leader.id, acknowledgedById: deputy.id }]);
  });
});
