import type { Block, PressIssue, Run } from "../document";
import { defaultSettings } from "../document";
import { standIn } from "../standIn";
import { brief, figure, heading, issueOf, paragraph, story } from "./issues";

const cell = (text: string, header?: true) => ({ runs: [{ text }], ...(header && { header }) });
export const tableOf = (rows: number, columns: number, header = true): Block => ({
  type: "table",
  rows: Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => cell(`${y + 1}.${x + 1}`, header && y === 0 ? true : undefined)),
  ),
});
export const listOf = (items: string[], ordered = false): Block => ({
  type: "list",
  ordered,
  items: items.map((text): Run[] => [{ text }]),
});

const long =
  "会议指出，入秋以来，各县区抢抓农闲时节，清淤渠道186公里，整修塘坝47座，改造提升高标准农田3.2万亩，“旱能浇、涝能排”的格局正在形成。";

/** Han that a line holds 28 of, each another one than its neighbours, so that a loss shows. */
export function plainHan(count: number): string {
  const all = "春夏秋冬山川河流田园草木风云雨雪日月星辰东西南北金银铜铁";
  return Array.from({ length: count }, (_, at) => all[(at * 7 + Math.floor(at / 28)) % all.length]).join("");
}

/** An issue with one of each thing that a page can bear. */
export function everything(layout: "weekly" | "flash" = "weekly"): PressIssue {
  return issueOf({
    layout,
    settings: { ...defaultSettings, contents: true },
    editorNote: `本期选登各县区的做法。${long}\n供各地参考。`,
    sections: [
      {
        title: "重要会议",
        entries: [
          story(
            ["市政府召开冬季农田水利建设推进会", "部署今冬明春重点任务"],
            [
              paragraph(long),
              figure("wide", "清淤现场。"),
              heading(1, "一、把渠道修到地头"),
              paragraph(long),
              heading(2, "（一）先规划，后施工"),
              listOf([long, "建管并重。", "推行渠长制。"]),
              heading(3, "1.责任到人"),
              listOf(["第一项。", long], true),
            ],
          ),
          story(["全市非物质文化遗产保护传承座谈会召开"], [tableOf(7, 4), paragraph(long)]),
          story(["两张并排"], [paragraph(long), figure("wide"), figure("wide2", "第二张。"), paragraph(long)]),
        ],
      },
      { title: "领导活动", entries: [brief(`11月17日，${long}`), brief(long), brief(`11月18日，${long}`)] },
    ],
    images: {
      wide: standIn("wide", { width: 1500, height: 1000 }),
      wide2: standIn("wide2", { width: 1400, height: 1000 }),
    },
  });
}
