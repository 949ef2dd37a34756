import { afterEach, describe, expect, it, vi } from "vitest";
import { ownAddress } from "./auth";

afterEach(() => vi.unstubAllEnvs());

describe("where one goes after signing in", () => {
  const base = "https://bianfa.example.cn";

  it("is the address that was asked for, where it is ours", () => {
    expect(ownAddress("/reading/1?a=b", base)).toBe(`${base}/reading/1?a=b`);
    expect(ownAddress(`${base}/items`, base)).toBe(`${base}/items`);
  });

  it("is our first page where it is another's, however it is written", () => {
    const others = [
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "\\\\elsewhere.example",
      "https:elsewhere.example/x",
      "http://bianfa.example.cn/",
      "https://bianfa.example.cn@elsewhere.example",
      "https://bianfa.example.cn.elsewhere.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "http://[",
      "\t//elsewhere.example",
    ];
    for (const wanted of others) expect([wanted, new URL(ownAddress(wanted, base)).origin]).toEqual([wanted, base]);
  });
});

describe("the cookies of signing in", () => {
  it.each([
    ["https://bianfa.example.cn", "__Host-next-auth.", true],
    ["http://127.0.0.1:3000", "next-auth.", false],
  ])("at %s are called %s…", async (address, prefix, secure) => {
    vi.stubEnv("NEXTAUTH_URL", address);
    vi.resetModules();
    const { authOptions } = await import("./auth");
    const { sessionToken, csrfToken, callbackUrl } = authOptions().cookies ?? {};
    expect([sessionToken?.name, csrfToken?.name, callbackUrl?.name]).toEqual(
      ["session-token", "csrf-token", "callback-url"].map((name) => prefix + name),
    );
    for (const each of [sessionToken, csrfToken, callbackUrl])
      expect(each?.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure });
  });
});
