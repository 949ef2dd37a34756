import { describe, expect, it } from "vitest";
import { isFromOwnPage } from "./origin";

const host = "bianfa.example.cn";
const ask = (headers: Record<string, string>, asked?: Parameters<typeof isFromOwnPage>[1]) =>
  isFromOwnPage((name) => headers[name] ?? null, asked);

describe("a request that writes", () => {
  it("comes from our own page where the browser says so in any of its three ways", () => {
    expect(ask({ host, "sec-fetch-site": "same-origin" })).toBe(true);
    expect(ask({ host, origin: `https://${host}` })).toBe(true);
    expect(ask({ host, referer: `https://${host}/items/new` })).toBe(true);
    expect(ask({ host: "127.0.0.1:3000", "x-forwarded-host": host, origin: `https://${host}` })).toBe(true);
    expect(ask({ host: "127.0.0.1:3000", origin: `https://${host}` }, { ownAddress: `https://${host}/` })).toBe(true);
  });

  it("is refused from another site, a neighbour in the domain, another port, or from nowhere that can be named", () => {
    const elsewhere: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site", origin: `https://${host}` },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "https://elsewhere.example" },
      { origin: `https://${host}.elsewhere.example` },
      { origin: `https://${host}:8443` },
      { origin: "null", referer: `https://${host}/` },
      { origin: "", referer: `https://${host}/` },
      { referer: "https://elsewhere.example/?https://bianfa.example.cn" },
      { referer: "about:blank" },
      { origin: "https://elsewhere.example", "x-forwarded-host": host },
    ];
    for (const headers of elsewhere) expect([headers, ask({ host, ...headers })]).toEqual([headers, false]);
  });

  it("that says nothing of where it comes from is refused, unless what it posts has a token of its own", () => {
    expect(ask({ host })).toBe(false);
    expect(ask({ host }, { withoutAWord: true })).toBe(true);
    expect(ask({ host, origin: "https://elsewhere.example" }, { withoutAWord: true })).toBe(false);
    expect(ask({ host, "sec-fetch-site": "cross-site" }, { withoutAWord: true })).toBe(false);
  });
});
