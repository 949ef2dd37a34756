import { describe, expect, it } from "vitest";
import { mayScrape } from "./scraping";

const asked = (headers: Record<string, string>, given: { token?: string; host?: string } = {}) =>
  mayScrape(new Headers(headers), { host: "127.0.0.1", ...given });

describe("who may have the figures", () => {
  it.each([["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["127.0.0.1, 127.0.0.1"]])("this machine, %s", (way) => {
    expect(asked({ "x-forwarded-for": way })).toBe(true);
  });

  it.each([["10.0.0.7"], ["127.0.0.1, 10.0.0.7"], ["127.0.0.1.evil.cn"], ["unknown"]])("nobody else, %s", (way) => {
    expect(asked({ "x-forwarded-for": way })).toBe(false);
  });

  it("nobody without a token, where the port is open to others who could write that they are this machine", () => {
    expect(asked({ "x-forwarded-for": "127.0.0.1" }, { host: "0.0.0.0" })).toBe(false);
  });

  it("whoever has the token, from anywhere, and nobody without it", () => {
    const token = "a-long-token-of-the-office";
    expect(asked({ authorization: `Bearer ${token}`, "x-forwarded-for": "10.0.0.7" }, { token, host: "0.0.0.0" })).toBe(
      true,
    );
    for (const authorization of ["", `Bearer ${token}x`, `Bearer ${token.slice(1)}`, token])
      expect(asked({ authorization, "x-forwarded-for": "127.0.0.1" }, { token })).toBe(false);
  });
});
