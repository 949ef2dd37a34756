import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";
import { disableAccount, grantRoles } from "@/bulletin/people/accounts";
import { endSession } from "@/bulletin/people/signIn";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { actorOfRequest, currentActor } from "@/lib/session";

// Outside a request Next has no cookies to read; these are the ones of the request at hand.
const cookies = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ getAll: () => [...cookies].map(([name, value]) => ({ name, value })) }),
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
