import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Html } from "@/components/markup";
import { Fixed, fixed, gzipOf, type Piece, textOf } from "./pieces";

const text = fc.string({ unit: "grapheme", maxLength: 400 }).map((each) => each as Html);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  text,
  text.map((each) => new Fixed(each)),
);

describe("a page put together of pieces", () => {
  it("is one gzip file, whatever was compressed before, also the second time", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const zipped of [gzipOf(pieces), gzipOf(pieces)])
          expect(gunzipSync(zipped).toString()).toBe(textOf(pieces));
      }),
    );
  });

  it("keeps what is the same, and is small", () => {
    const long = "云川市政协召开协商座谈会。".repeat(4_000) as Html;
    expect(fixed(long)).toBe(fixed(`${long}`.slice(0) as Html));
    expect(gzipOf([fixed(long)]).length).toBeLessThan(long.length / 50);
  });

  it("is refused by a reader of gzip where one byte is another", () => {
    const zipped = gzipOf(["市政协" as Html, new Fixed("召开协商座谈会" as Html)]);
    zipped[zipped.length - 6] = (zipped[zipped.length - 6] ?? 0) ^ 1;
    expect(() => gunzipSync(zipped)).toThrow();
  });
});
