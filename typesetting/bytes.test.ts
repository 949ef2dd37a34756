import { describe, expect, test } from "vitest";
import { typeset } from "./press";
import { standIn } from "./standIn";
import { everything } from "./testing/everything";
import { issueOf, weeklyOf } from "./testing/issues";
import { newPress, press } from "./testing/press";

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const issues = {
  weekly: () => weeklyOf(9, [standIn("a", { width: 1500, height: 1000 })], 5),
  flash: () => everything("flash"),
};

describe.each(["weekly", "flash"] as const)("the same %s", (layout) => {
  test("gives the same bytes twice, after other issues, and on another engine", () => {
    const issue = issues[layout]();
    const once = typeset(press(), issue);
    const [pdf, archive] = [latin(once.pdf()), latin(once.archive())];
    // What was set before leaves its arrangement behind as a guess.
    for (const other of [issueOf(), weeklyOf(14, [], 8)]) typeset(press(), other);
    for (const machine of [press(), newPress()]) {
      const again = typeset(machine, issue);
      expect(latin(again.pdf()) === pdf).toBe(true);
      expect(latin(again.archive()) === archive).toBe(true);
    }
    const changed = typeset(press(), { ...issue, editorNote: "另有一句。" });
    expect(latin(changed.pdf()) === pdf).toBe(false);
  });
});

describe("the archive file", () => {
  const text = latin(typeset(press(), everything()).archive());

  test("says that it is PDF/A-2b, when it was made, and by whom", () => {
    expect(text).toMatch(/pdfaid:part(>|=")2/);
    expect(text).toMatch(/pdfaid:conformance(>|=")B/);
    expect(text).toContain("2026-11-20");
    expect(text).toContain("云川市人民政府办公室".replace(/./gu, (each) => latin(Buffer.from(each))));
    expect(text.slice(0, 8)).toBe("%PDF-1.7");
  });

  test("brings its colours and its faces, and holds nothing that is forbidden", () => {
    expect(text).toMatch(/\/OutputIntents/);
    expect(text).toMatch(/\/S\s*\/GTS_PDFA1/);
    expect(text).toMatch(/\/DestOutputProfile/);
    const descriptors = text.match(/\/Type\s*\/FontDescriptor/g)?.length ?? 0;
    expect(descriptors).toBeGreaterThan(3);
    expect(text.match(/\/FontFile[23]?\s/g)?.length).toBe(descriptors);
    expect(text).toMatch(/\/ID\s*\[/);
    expect(text).not.toMatch(/\/(Encrypt|JavaScript|Launch|EmbeddedFiles|LZWDecode)\b/);
  });
});
