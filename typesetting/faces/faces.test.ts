import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chinese, english, madeUpFace } from "../testing/face";
import { faceRoles } from "./chains";
import { chainWith, facesFor } from "./faces";

const root = path.resolve(import.meta.dirname, "../..");
const NOBODY_HAS = "\u{e000}"; // private use
let own: string;

beforeEach(() => {
  own = mkdtempSync(path.join(tmpdir(), "bianfa-faces-"));
});

afterEach(() => rmSync(own, { recursive: true, force: true }));

const put = (name: string, bytes: Buffer | string) => writeFileSync(path.join(own, name), bytes);
const look = () => facesFor({ own, root });

describe("chains", () => {
  test("every Han role has a face, Noto at the latest; Latin and digits have none of their own", () => {
    const { chain, files } = facesFor({ own: path.join(own, "not there"), root });
    for (const role of faceRoles.filter((role) => role !== "latin" && role !== "digits"))
      expect(chain[role]).toContain(role === "hei" ? "Noto Sans SC" : "Noto Serif SC");
    expect(chain.title[0]).toBe("Noto Serif SC");
    expect([chain.latin, chain.digits]).toEqual([[], []]);
    expect(files.every(path.isAbsolute)).toBe(true);
    expect(new Set(files).size).toBe(files.length);
  });

  test("Typst knows each family by the name that we give it", () => {
    const { families, files } = look();
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: files }] });
    const warnings = (family: string) => {
      const found = compiler.compile({ mainFileContent: `#text(font: "${family}")[发]` }).takeWarnings();
      return found ? compiler.fetchDiagnostics(found) : [];
    };
    expect(warnings("No Such Family")).not.toEqual([]);
    for (const { family } of families) expect(warnings(family)).toEqual([]);
  });

  test("an office's own file goes first, by whichever of its names the chain knows it", () => {
    put(
      "xbs.ttf",
      madeUpFace(
        [
          { language: english, family: "Our Xiaobiao Bold" },
          { language: chinese, family: "方正小标宋简体" },
        ],
        "编发",
      ),
    );
    const { chain, used, files } = look();
    expect(chain.title.slice(0, 2)).toEqual(["Our Xiaobiao", "Noto Serif SC"]);
    expect(used.title).toMatchObject({ origin: "own", files: [path.join(own, "xbs.ttf")] });
    expect(files[0]).toBe(path.join(own, "xbs.ttf"));
    // Of the other roles it is the last resort.
    expect(chain.hei.at(-1)).not.toBe("Noto Sans SC");
    expect(chain.hei).toContain("Our Xiaobiao");
  });

  test("what a publication wishes goes before the chain, where it is there", () => {
    put("a.ttf", madeUpFace([{ language: english, family: "Wished" }], "编"));
    const faces = look();
    expect(chainWith(faces, "kai", "wished")[0]).toBe("Wished");
    expect(chainWith(faces, "kai", "Nowhere")).toEqual(faces.chain.kai);
    expect(chainWith(faces, "latin", "Wished")).toEqual(["Wished"]);
  });
});

describe("characters", () => {
  test("one that no face has is named once, in the order of the text", () => {
    const text = `张${NOBODY_HAS}三\u{20bb7}${NOBODY_HAS}，2026年。`;
    expect(look().missingIn(text)).toEqual([NOBODY_HAS, "\u{20bb7}"]);
  });

  test("what is drawn as nothing is not missing", () => {
    expect(look().missingIn("编 　\n\t\u200b\u00ad\ufe0f\u2028发")).toEqual([]);
  });

  test("a face that the office adds brings them, and the folder is read again", () => {
    const before = look();
    expect(look()).toBe(before);
    put("rare.ttf", madeUpFace([{ language: english, family: "Rare" }], `${NOBODY_HAS}\u{20bb7}`));
    expect(look()).not.toBe(before);
    expect(look().missingIn(`${NOBODY_HAS}\u{20bb7}`)).toEqual([]);
    expect(look().chain.fang).toContain("Rare");
  });
});

describe("files that cannot be read", () => {
  test("are named with the reason and skipped", () => {
    const whole = madeUpFace([{ language: english, family: "Whole" }], "编");
    put("broken-off.otf", whole.subarray(0, whole.length - 10));
    put("empty.ttf", "");
    put("letter.ttf", "This is a letter, and no face.");
    put("nameless.ttf", madeUpFace([], "编"));
    put("readme.txt", "not looked at");
    mkdirSync(path.join(own, "folder.ttf"));
    put("whole.ttf", whole);
    const { unreadable, families } = look();
    expect(unreadable.map(({ file, reason }) => [path.basename(file), reason])).toEqual([
      ["broken-off.otf", "cutOff"],
      ["empty.ttf", "noFace"],
      ["letter.ttf", "noFace"],
      ["nameless.ttf", "nameless"],
    ]);
    expect(families[0]?.family).toBe("Whole");
  });

  test("however they are damaged, looking at them ends", () => {
    const whole = madeUpFace([{ language: english, family: "Whole" }], "编发期");
    for (let at = 12; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = 0xff;
      put(`${at}.ttf`, damaged);
    }
    expect(() => look().missingIn("编")).not.toThrow();
  });

  test("a collection gives all its faces", () => {
    // With one face in it, whose tables stand 16 bytes further on than in a file of its own.
    const single = madeUpFace([{ language: english, family: "Gathered" }], "编");
    const collection = Buffer.concat([Buffer.from("ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10", "latin1"), single]);
    for (let row = 0; row < 3; row++) {
      const place = 16 + 20 + 16 * row;
      collection.writeUInt32BE(collection.readUInt32BE(place) + 16, place);
    }
    put("gathered.ttc", collection);
    expect(look().families[0]).toMatchObject({ family: "Gathered", origin: "own" });
  });
});
