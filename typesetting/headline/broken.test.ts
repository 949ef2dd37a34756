import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brokenBySense, lineWidth, widthOf } from "./broken";

describe("headlines broken by sense", () => {
  test.each([
    ["市政府召开冬季农田水利建设推进会部署今冬明春重点任务", "市政府召开冬季农田水利建设推进会/部署今冬明春重点任务"],
    ["全市非物质文化遗产保护传承工作座谈会在云川召开", "全市非物质文化遗产保护传承工作/座谈会在云川召开"],
    ["沈望川带队到青禾县调研林果产业和冬季造林工作", "沈望川带队到青禾县/调研林果产业和冬季造林工作"],
    ["平湖县建成乡村阅读点打通文化服务最后一公里", "平湖县建成乡村阅读点/打通文化服务最后一公里"],
    ["临溪县以“小流域”综合治理带动乡村旅游“大发展”", "临溪县以“小流域”综合治理/带动乡村旅游“大发展”"],
    ["市委常委会召开会议传达学习全国农村工作会议精神", "市委常委会召开会议/传达学习全国农村工作会议精神"],
    ["石桥区创新“网格＋驿站”模式破解新就业群体服务难题", "石桥区创新“网格＋驿站”模式/破解新就业群体服务难题"],
    ["我市三季度新增城镇就业二万四千人完成全年目标任务", "我市三季度新增城镇就业二万四千人/完成全年目标任务"],
    ["云川市与江南大学签署战略合作协议共建农业科技创新基地", "云川市与江南大学签署战略合作协议/共建农业科技创新基地"],
    [
      "陆怀谷在全市安全生产工作视频会议上强调压实责任狠抓落实坚决防范遏制重特大事故发生",
      "陆怀谷在全市安全生产工作视频会议上强调/压实责任狠抓落实/坚决防范遏制重特大事故发生",
    ],
    ["关于进一步加强全市冬春季森林草原防灭火工作的通知", "关于进一步加强全市冬春季/森林草原防灭火工作的通知"],
    [
      "青禾县：推行“一窗受理、集成服务”让企业和群众办事更方便",
      "青禾县：推行“一窗受理、集成服务”/让企业和群众办事更方便",
    ],
  ])("%s", (given, expected) => {
    expect(brokenBySense([given])).toEqual(expected.split("/"));
  });

  test("what the editor broke stands, what fits is not broken, | breaks where it stands", () => {
    expect(brokenBySense(["沈望川到青禾县", "调研林果产业"])).toEqual(["沈望川到青禾县", "调研林果产业"]);
    expect(brokenBySense(["全市非物质文化遗产保护传承座谈会召开"])).toHaveLength(1);
    expect(brokenBySense(["市政府|召开会议", "", "|"])).toEqual(["市政府", "召开会议"]);
  });

  test("no line is too long, none begins or ends badly, and nothing is lost, whatever is written", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "会议",
        "推进",
        "的",
        "和",
        "，",
        "“",
        "”",
        "《",
        "》",
        "工作",
        "云川市",
        "调研",
        "24",
        "GDP",
        "召开",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((all) => all.join("").replace(/[|\s]/g, ""));
    fc.assert(
      fc.property(text, (given) => {
        const lines = brokenBySense([given]);
        expect(lines.join("")).toBe(given);
        const breaks = lines.length - 1;
        expect(breaks).toBeLessThanOrEqual(Math.ceil(widthOf(given) / lineWidth));
        if (breaks) for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(lineWidth);
      }),
      { numRuns: 200, seed: 9704 },
    );
  });
});
