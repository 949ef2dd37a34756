import { describe, expect, it } from "vitest";
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
});
