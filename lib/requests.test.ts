import { describe, expect, it } from "vitest";
import { routes } from "@/e2e/routes";
import { placeOf } from "./requests";

describe("places of requests", () => {
  it.each([
    ["/", "/"],
    ["/items/0190-secret?q=%E5%A7%93", "/items"],
    ["/_next/static/x.js", "/_next"],
    ["/reading", "/reading"],
    ["/readings", "other"],
    ["/ITEMS", "other"],
    ["//evil.cn", "other"],
    ["/wp-login.php", "other"],
  ])("%s counts as %s", (address, place) => {
    expect(placeOf(address)).toBe(place);
  });

  it("are all first segments that there are", () => {
    const firsts = new Set(routes().map(({ address }) => `/${address.split("/")[1] ?? ""}`));
    expect([...firsts].filter((first) => placeOf(first) !== first)).toEqual([]);
  });
});
