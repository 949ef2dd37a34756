import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dispositionOf } from "./disposition";

const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? "");

describe("a file's name in its header", () => {
  it("arrives as it was written, with one in Latin letters beside it", () => {
    const header = dispositionOf("工作周报 第18期(定稿).pdf", "attachment");
    expect(header).toMatch(/^attachment; filename="download.pdf"; filename\*=UTF-8''[A-Za-z0-9%.-]+$/);
    expect(nameIn(header)).toBe("工作周报 第18期(定稿).pdf");
  });

  it.each([
    ["../../etc/passwd", "etc passwd"],
    ["a\\b\\c.docx", "a b c.docx"],
    ["说明\u202Efdp.exe", "说明 fdp.exe"],
    ["a\r\nset-cookie: x.txt", "a set-cookie x.txt"],
    ["....", "file"],
    ["", "file"],
    [".htaccess", "htaccess"],
  ])("of %j is %j", (given, name) => {
    expect(nameIn(dispositionOf(given, "attachment"))).toBe(name);
  });

  it("is one line of plain characters whatever it is made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const header = dispositionOf(name, "attachment");
        expect(header).toMatch(/^attachment; filename="download[.A-Za-z0-9]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
        expect(nameIn(header)).not.toMatch(/[\p{Cc}\p{Cf}\\/]/u);
      }),
    );
  });
});
