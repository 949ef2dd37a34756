import { expect, it } from "vitest";
import { percent, percentReached } from "./percent";

it("is a share with one place, and nothing where there is none", () => {
  expect([percent(2 / 3), percent(0), percent(1.2), percent(null)]).toEqual(["66.7%", "0.0%", "120.0%", ""]);
});

it("is a whole only where all of it was reached", () => {
  expect([percentReached(0.9999), percentReached(1), percentReached(0.9949)]).toEqual(["99.9%", "100%", "99.4%"]);
});
