import { expect, it } from "vitest";
import { recordedPath } from "./recordedPath";

it("keeps an address, without its question and no longer than it need be", () => {
  expect(recordedPath("/items/1?word=secret")).toBe("/items/1");
  expect(recordedPath(`/${"a".repeat(300)}`)).toHaveLength(200);
  expect(recordedPath("/linked/1")).toBe("/linked/1");
});

it.each([
  "/link/Tk9",
  "/link/Tk9/more?x",
  "/LINK/Tk9",
  "/%6cink/Tk9",
  "/link%2FTk9",
  "/./link/Tk9",
  "/x/../link/Tk9",
  "/link/%E0%A4%A",
])("keeps nothing of the one-time link %s", (path) => expect(recordedPath(path)).toBe("/link/…"));
