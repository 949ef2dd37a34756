import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setAccountPolicy, usualPolicy } from "@/bulletin/people/accountPolicy";
import { disableAccount } from "@/bulletin/people/accounts";
import { signInByClaim } from "@/bulletin/people/oidc";
import { onDatabase } from "@/bulletin/testing/database";
import { client, identityService } from "@/bulletin/testing/identityService";
import { person } from "@/bulletin/testing/people";
import { formOf, Walker } from "@/bulletin/testing/walk";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { authOptions } from "./auth";

onDatabase();

const secret = "a secret of thirty-two characters";
const kept = { ...process.env };
let ours = "";
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const web = await ourAddresses();
  const service = await identityService();
  service.serve(`${web.url}/api/auth/callback/oidc`);
  closing.push(web.close, service.close);
  ours = web.url;
  Object.assign(process.env, { NEXTAUTH_URL: ours, NEXTAUTH_SECRET: secret, OIDC_ISSUER: service.issuer });
  Object.assign(process.env, { OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret });
});
beforeEach(() => {
  delete process.env.OIDC_CLAIM;
  (globalThis as { bianfaRefusals?: unknown }).bianfaRefusals = undefined;
});
afterAll(async () => {
  for (const close of closing) await close();
  for (const name of Object.keys(process.env)) if (/^(OIDC|NEXTAUTH)_/.test(name)) delete process.env[name];
  Object.assign(
    process.env,
    Object.fromEntries(Object.entries(kept).filter(([name]) => /^(OIDC|NEXTAUTH)_/.test(name))),
  );
});

/** next-auth with our options on a plain server: what Next puts around it is looked at in the browser's stories. */
async function ourAddresses() {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://here");
    if (!pathname.startsWith("/api/auth/")) return response.end("a page");
    const query = { ...Object.fromEntries(searchParams), nextauth: pathname.split("/").slice(3) };
    const { method, headers } = request;
    const asked = { method, headers, query, cookies: cookiesOf(request), body: await bodyOf(request) };
    const answer = Object.assign(response, {
      status(code: number) {
        response.statusCode = code;
        return answer;
      },
      json: (body: unknown) => response.end(JSON.stringify(body)),
      send: (body: unknown) => response.end(typeof body === "string" ? body : JSON.stringify(body)),
    });
    const options = authOptions(async () => ({ address: "192.0.2.4", device: "edge uos" }));
    await NextAuth(asked as never, answer as never, options);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function cookiesOf({ headers: { cookie = "" } }: IncomingMessage): Record<string, string> {
  const pairs = cookie.split("; ").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]),
  );
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return Object.fromEntries(new URLSearchParams(text));
}

const isBack = (url: string) => url.startsWith(`${ours}/api/auth/callback/oidc`);

/** Presses the button, signs in at the service as `name`, agrees there; stops before coming back. */
async function throughService(name: string) {
  const walker = new Walker();
  const { csrfToken } = JSON.parse((await walker.go(`${ours}/api/auth/csrf`)).text) as { csrfToken: string };
  const pressed = await walker.go(`${ours}/api/auth/signin/oidc`, { csrfToken, callbackUrl: `${ours}/` });
  let found = await walker.follow(pressed.url, isBack);
  while (!isBack(found.url)) {
    const { action, fields } = formOf(found.text);
    const sent = await walker.go(new URL(action, found.url).href, { ...fields, login: name, password: "any" });
    found = await walker.follow(sent.url, isBack);
  }
  return { walker, asked: new URL(pressed.url), back: found.url };
}

/** The whole way; where it ends, and the session's row that the cookie names. */
async function signInThere(name: string) {
  const { walker, back } = await throughService(name);
  const end = await walker.follow(back, (url) => !url.startsWith(`${ours}/api`));
  return { end: end.url, session: await sessionOf(walker) };
}

/** What the sign-in page is to say, where the way ended there. */
function errorOf(url: string): string | null {
  const { origin, pathname, searchParams } = new URL(url);
  return `${origin}${pathname}` === `${ours}/sign-in` ? searchParams.get("error") : null;
}

async function sessionOf(walker: Walker) {
  const cookie = walker.jarOf(ours).get("next-auth.session-token");
  const token = cookie ? await decode({ token: decodeURIComponent(cookie), secret }) : null;
  return token && db.session.findUnique({ where: { id: String(token.sessionId) } });
}

describe("whoever signs in with the office's identity service", () => {
  it("comes in as the account that it names, with a session like any other", async () => {
    const { id } = await person(["editor"], { account: "zhangsan" });
    const { end, session } = await signInThere("zhangsan");
    expect(end).toBe(`${ours}/`);
    expect(session).toMatchObject({
      accountId: id,
      endedAt: null,
      address: "192.0.2.4",
      device: "edge uos",
      stepDue: false,
    });
    expect(await db.event.findMany()).toMatchObject([{ act: "signIn", actorId: id, detail: { by: "oidc" } }]);
  });

  it("is sent there with a state, a nonce and a hashed verifier, of which the address gives none away", async () => {
    await person(["editor"], { account: "zhangsan" });
    const { asked } = await throughService("zhangsan");
    const said = Object.fromEntries(asked.searchParams);
    expect(said).toMatchObject({ response_type: "code", code_challenge_method: "S256", scope: "openid profile" });
    for (const name of ["state", "nonce", "code_challenge"]) expect(said[name]?.length).toBeGreaterThan(20);
  });

  it("is named by the claim that is configured", async () => {
    const { id } = await person(["editor"], { account: "zhangsan-7" });
    process.env.OIDC_CLAIM = "employee";
    expect((await signInThere("zhangsan")).session).toMatchObject({ accountId: id });
  });

  it.each([["nobody"], ["left"]])("does not come in as %s, and no account is made", async (name) => {
    await person(["editor"], { account: "left", disabledAt: now() });
    const { end, session } = await signInThere(name);
    expect(errorOf(end)).toBe("noAccount");
    expect([session, await db.session.count(), await db.account.count()]).toEqual([null, 0, 1]);
    expect(await db.event.findMany()).toMatchObject([{ act: "signInFailed", refused: true }]);
  });

  it.each([[" editor"], ["Editor"], ["editor\u00a0"], ["\u212aeditor"], [""]])(
    "does not come in as an account that is spelled otherwise than the claim %j",
    async (claim) => {
      await person(["editor"], { account: "editor" });
      await person(["editor"], { account: "keditor" });
      expect(await signInByClaim(claim)).toEqual({ refused: "noAccount" });
    },
  );

  it("does not come in as an administrator before that has set up a second step with its password", async () => {
    const { id } = await person(["auditor"], { account: "zhangsan" });
    const policy = { ...usualPolicy, secondStep: "everybody" as const };
    await setAccountPolicy(await person(["securityAdmin"]), policy);
    expect(errorOf((await signInThere("zhangsan")).end)).toBe("noStep");
    const refused = { act: "signInFailed", refused: true, actorId: id, detail: { by: "oidc", reason: "noStep" } };
    expect(await db.event.findMany({ where: { refused: true } })).toMatchObject([refused]);
    const step = { accountId: id, secret: "sealed", createdAt: now(), confirmedAt: now(), lastStep: 0 };
    await db.secondStep.create({ data: step });
    expect((await signInThere("zhangsan")).session).toMatchObject({ accountId: id, stepDue: true });
  });

  it("fills no more lines of the record by failing than by a wrong password", async () => {
    for (let at = 0; at < 130; at++) await signInByClaim(`nobody${at}`);
    expect(await db.event.count({ where: { act: "signInFailed" } })).toBe(100);
  });

  it("is out again once the account is disabled", async () => {
    const { id } = await person(["editor"], { account: "zhangsan" });
    const { session } = await signInThere("zhangsan");
    await disableAccount(await person(["systemAdmin"]), id);
    expect((await db.session.findUniqueOrThrow({ where: { id: session?.id } })).endedAt).not.toBeNull();
  });

  it("still gives the code of a second step where the rules ask for one", async () => {
    await person(["signer"], { account: "zhangsan" });
    const policy = { ...usualPolicy, secondStep: "administratorsAndSigners" as const };
    await setAccountPolicy(await person(["securityAdmin"]), policy);
    expect((await signInThere("zhangsan")).session).toMatchObject({ stepDue: true, passwordDue: false });
  });

  it.each([
    ["state", (url: URL) => url.searchParams.set("state", "forged")],
    ["code", (url: URL) => url.searchParams.set("code", "forged")],
  ])("does not come in with a forged %s", async (_, forge) => {
    await person(["editor"], { account: "zhangsan" });
    const { walker, back } = await throughService("zhangsan");
    const url = new URL(back);
    forge(url);
    const end = await walker.follow(url.href, (each) => !each.startsWith(`${ours}/api`));
    expect(errorOf(end.url)).toBe("OAuthCallback");
    expect([await sessionOf(walker), await db.session.count()]).toEqual([null, 0]);
  });

  it("does not come in with what somebody else was sent back with, nor twice with the same", async () => {
    await person(["editor"], { account: "zhangsan" });
    const [one, other] = [await throughService("zhangsan"), await throughService("zhangsan")];
    const stolen = await other.walker.follow(one.back, (each) => !each.startsWith(`${ours}/api`));
    expect(errorOf(stolen.url)).toBe("OAuthCallback");
    await one.walker.follow(one.back, (each) => !each.startsWith(`${ours}/api`));
    expect(await db.session.count()).toBe(1);
    await one.walker.follow(one.back, (each) => !each.startsWith(`${ours}/api`));
    expect(await db.session.count()).toBe(1);
  });
});
