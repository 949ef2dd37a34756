import { describe, expect, it } from "vitest";
import { takenEncoding } from "./encoded";

const sent = (accepted: string | null, isBehindOurs = true) =>
  new Headers({
    ...(accepted !== null && { "accept-encoding": accepted }),
    ...(isBehindOurs && { "x-bianfa-path": "/" }),
  });

describe("how a body may come", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=1.0", "gzip"],
    ["br;q=0.0,gzip;q=0", null],
    ["br;q=0.5", "br"],
    ["identity", null],
    ["brotli, xgzipx", null],
    ["", null],
    [null, null],
  ])("%s: %s", (accepted, taken) => {
    expect(takenEncoding(sent(accepted), ["br", "gzip"])).toBe(taken);
  });

  it("plainly, where no server of ours puts the header right", () => {
    expect(takenEncoding(sent("gzip", false), ["gzip"])).toBeNull();
  });
});
