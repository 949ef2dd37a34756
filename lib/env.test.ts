import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

describe("the level of the log", () => {
  it("is one of those there are, or refused by its name", () => {
    expect(readEnv({ LOG_LEVEL: "debug" }).LOG_LEVEL).toBe("debug");
    expect(readEnv({}).LOG_LEVEL).toBe("info");
    expect(() => readEnv({ LOG_LEVEL: "laut" })).toThrow("LOG_LEVEL");
  });
});
