import { describe, expect, it } from "vitest";
import { briefSentence, nameRun } from "./briefSentence";

const chair = { name: "顾承岳", title: "市政协主席" };
const vice = (name: string) => ({ name, title: "副主席" });
const secretary = { name: "何润生", title: "秘书长" };
const brief = {
  date: "2026-11-02",
  officials: [chair],
  what: "调研特色产业",
  where: "北岭县",
  accompaniedBy: [secretary],
};

describe("the sentence of a brief", () => {
  it("says when, who, where, what, and who went along", () => {
    expect(briefSentence(brief)).toBe("11月2日，市政协主席顾承岳到北岭县调研特色产业，秘书长何润生陪同。");
  });

  it("names a title once for those who share it, in the order given", () => {
    expect(nameRun([chair, vice("沈砚秋"), vice("罗启明"), secretary])).toBe(
      "市政协主席顾承岳，副主席沈砚秋、罗启明，秘书长何润生",
    );
    expect(nameRun([vice("沈砚秋"), secretary, vice("罗启明")])).toBe("副主席沈砚秋，秘书长何润生，副主席罗启明");
  });

  it("leaves out whoever did not go along, and the place where none is given", () => {
    expect(briefSentence({ ...brief, accompaniedBy: [] })).toBe("11月2日，市政协主席顾承岳到北岭县调研特色产业。");
    expect(briefSentence({ ...brief, where: "" })).toBe("11月2日，市政协主席顾承岳调研特色产业，秘书长何润生陪同。");
  });

  it.each(["到北岭县", "赴北岭县", "在北岭县"])("keeps the word before the place in %j", (where) => {
    expect(briefSentence({ ...brief, where })).toContain(`顾承岳${where}调研`);
  });

  it.each(["调研特色产业。", " 调研特色产业， ", "调研特色产业；。"])(
    "ends once, also where %j ends already",
    (what) => {
      expect(briefSentence({ ...brief, what, accompaniedBy: [] })).toBe(
        "11月2日，市政协主席顾承岳到北岭县调研特色产业。",
      );
    },
  );

  it("is of that day in every zone", () => {
    expect(briefSentence({ ...brief, date: "2026-01-01" })).toMatch(/^1月1日，/);
  });
});
