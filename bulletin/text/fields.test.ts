import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import { travel } from "@/lib/clock";
import {
  activityDay,
  anyDay,
  id,
  json,
  line,
  optionalDay,
  optionalId,
  prose,
  tidy,
  unfit,
  version,
  whole,
} from "./fields";

beforeEach(() => travel(new Date("2026-11-22T04:00:00Z")));
afterEach(() => travel());

/** The key of the sentence with which a schema refuses; "malformed" is what lib/action.ts says of all others. */
function refusal(schema: ZodType, value: unknown): string | null {
  const parsed = schema.safeParse(value);
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  return issue?.code === "custom" ? String(issue.params?.key) : "malformed";
}

describe("a line of text", () => {
  it.each([
    ["a NUL", "主席\u0000", "controlCharacter"],
    ["an escape", "主席\u001b[31m", "controlCharacter"],
    ["a C1 control", "主席\u0085", "controlCharacter"],
    ["half a surrogate pair", "主席\ud842", "controlCharacter"],
    ["the other half", "\udfb7主席", "controlCharacter"],
    ["a right-to-left override", "主席\u202e席副", "directionMark"],
    ["a direction isolate", "主席\u2066", "directionMark"],
    ["an emoji", "慰问👍", "emoji"],
    ["an emoji of several", "👨‍👩‍👧", "emoji"],
    ["a flag", "🇨🇳", "emoji"],
    ["a keycap", "1️⃣", "emoji"],
    ["a classified marking", "机密★1年", "classified"],
    ["a marking spaced out", "　绝密 ★ 长期", "classified"],
    ["too many characters", "字".repeat(41), "tooLong"],
    ["nothing but white space", " 　\t ", "required"],
    ["nothing", "", "required"],
    ["an object", { contains: "主席" }, "malformed"],
    ["an array", ["主席"], "malformed"],
    ["a number", 7, "malformed"],
  ])("with %s is refused", (_, value, key) => {
    expect(refusal(line(40, { required: true }), value)).toBe(key);
  });

  it("of 10,000 characters is refused with both figures", () => {
    const parsed = line(40).safeParse("字".repeat(10_000));
    const [issue] = parsed.error?.issues ?? [];
    expect(issue?.code === "custom" && issue.params?.values).toEqual({ max: 40, length: 10_000 });
  });

  it.each([
    "𠮷野家𫚭",
    "沈砚秋·艾合买提",
    "※重要活动※",
    "A4纸①②③",
    "保守国家秘密",
    "第1期（总第12期）☎0800",
    "½ ℃ №7 →",
  ])("%j is as good as any other", (text) => {
    expect(line(40).parse(text)).toBe(text);
  });

  it("counts a character beyond the basic plane as one", () => {
    expect(refusal(line(4), "𠮷𠮷𠮷𠮷")).toBeNull();
    expect(refusal(line(4), "𠮷𠮷𠮷𠮷𠮷")).toBe("tooLong");
  });

  it("loses the zero-width marks and line breaks of a paste, and its outer spaces", () => {
    expect(line(40).parse(" \ufeff市政\u200b协\r\n主席 ")).toBe("市政协 主席");
  });

  it("is empty where nothing was sent", () => {
    expect(line(40).parse(undefined)).toBe("");
  });
});

describe("prose", () => {
  it("keeps its line breaks in one form", () => {
    expect(prose(40).parse("一\r\n二\r三\u2028四")).toBe("一\n二\n三\n四");
  });

  it("is refused where a later line carries a marking", () => {
    expect(unfit(tidy("送审稿\r\n秘密★10年"))).toBe("classified");
    expect(refusal(prose(40), "送审稿\n秘密")).toBe("classified");
  });
});

describe("the day of an activity", () => {
  it.each([
    ["1900-01-01", "absurdDay"],
    ["2999-01-01", "absurdDay"],
    ["2026-02-30", "noSuchDay"],
    ["11月22日", "noSuchDay"],
    [{ gt: "2026-01-01" }, "malformed"],
  ])("is not %j", (value, key) => {
    expect(refusal(activityDay, value)).toBe(key);
  });

  it("may be missing while it is a draft, and lie three years back or one ahead", () => {
    expect(activityDay.parse("")).toBeNull();
    expect([activityDay.parse("2023-11-25"), activityDay.parse("2027-11-20")]).toEqual(["2023-11-25", "2027-11-20"]);
  });
});

describe("the other fields", () => {
  it("take a tenure from the last century but none from before 1900", () => {
    expect(anyDay.parse("1949-10-01")).toBe("1949-10-01");
    expect(refusal(anyDay, "1899-12-31")).toBe("noSuchDay");
    expect(optionalDay.parse("")).toBeNull();
  });

  it("take an id that is no id for one that does not exist", () => {
    expect(refusal(id, "1 OR 1=1")).toBe("missing");
    expect(refusal(id, { not: "" })).toBe("malformed");
    expect(optionalId.parse("")).toBeNull();
  });

  it.each(["abc", "-1", "1.5", "2147483648", {}])("take %j for no version", (value) => {
    expect(version.safeParse(value).success).toBe(false);
  });

  it("take a whole number as it is typed, and say its bounds where it is none", () => {
    expect(["9", " ９９ ", 12].map((each) => whole(1, 99).parse(each))).toEqual([9, 99, 12]);
    expect(whole(0, 9).parse("")).toBe(0);
    for (const each of ["", "abc", "1.5", "-1", "0x9", "1e1", "100"])
      expect(refusal(whole(1, 99), each)).toBe("outOfBounds");
    expect(refusal(whole(1, 99), null)).toBe("malformed");
  });

  it("take broken JSON for malformed", () => {
    expect(refusal(json(id), "{")).toBe("malformed");
  });
});
