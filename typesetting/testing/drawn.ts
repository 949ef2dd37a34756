import sharp from "sharp";
import type { PressImage, PressIssue } from "../document";
import { tableOf } from "./everything";
import { brief, figure, heading, issueOf, paragraph, story } from "./issues";

/** A photograph that looks like one from a distance: sky, hills, a field. */
export async function landscape(width: number, height: number, hue: string): Promise<PressImage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" preserveAspectRatio="none" width="${width}" height="${height}"><defs><linearGradient id="s" x2="0" y2="1"><stop offset="0" stop-color="#9ec3dc"/><stop offset="1" stop-color="#f3ead8"/></linearGradient></defs><rect width="300" height="200" fill="url(#s)"/><path d="M0 120Q60 60 130 110T300 90V200H0Z" fill="#6f8f86"/><path d="M0 150Q90 110 180 145T300 135V200H0Z" fill="${hue}"/><path d="M0 180L300 160V200H0Z" fill="#c9a24f"/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
  return { bytes: new Uint8Array(bytes), width, height };
}

const conference =
  "11月17日，市政府召开冬季农田水利建设推进会，总结前一阶段工作，部署今冬明春重点任务。市长沈望川出席会议并讲话，副市长陆怀谷主持会议。";
const points =
  "会议指出，入秋以来，各县区抢抓农闲时节，清淤渠道186公里，整修塘坝47座，改造提升高标准农田3.2万亩，“旱能浇、涝能排”的格局正在形成。同时也要看到，部分末级渠系“最后一百米”尚未贯通，个别项目前期工作偏慢，管护责任还没有完全落到人头。";
const demands =
  "会议强调，要坚持先规划、后施工，把群众最盼、受益最广的工程排在前面；坚持建管并重，推行“渠长制”，做到每一段渠道有人巡、有人修、有人管。要统筹用好各类资金，优先保障粮食主产乡镇，年底前完成全部项目的招投标，明年3月底前完成主体工程。";

/** A weekly that shows what one is made of; drawn for eyes and kept as pictures. */
export async function drawnWeekly(): Promise<PressIssue> {
  const [canal, hills, hall] = await Promise.all([
    landscape(1500, 1000, "#4d7a4a"),
    landscape(1400, 1000, "#7d8a3c"),
    landscape(1500, 1050, "#3f6f6a"),
  ]);
  return issueOf({
    images: { canal, hills, hall },
    sections: [
      {
        title: "重要会议",
        entries: [
          story(
            ["市政府召开冬季农田水利建设推进会", "部署今冬明春重点任务"],
            [
              paragraph(conference),
              figure("canal", "柳湾镇组织群众清淤整修渠道。"),
              paragraph(points),
              paragraph(demands),
            ],
          ),
          story(["全市非物质文化遗产保护传承座谈会召开"], [paragraph(points), paragraph(demands)]),
        ],
      },
      {
        title: "重要活动",
        entries: [
          story(
            ["沈望川到青禾县", "调研林果产业和冬季造林工作"],
            [
              paragraph(`11月18日，${demands}`),
              figure("hills", "青石岭造林点。"),
              figure("hall", "与果农座谈。"),
              paragraph(points),
              tableOf(5, 4),
            ],
          ),
        ],
      },
      { title: "领导活动", entries: [brief(`11月16日，${points}`), brief(`11月17日，${demands}`), brief(points)] },
    ],
  });
}

export function drawnFlash(): PressIssue {
  return issueOf({
    layout: "flash",
    masthead: { ...issueOf().masthead, title: "信息快报", number: "第84期", total: "" },
    sections: [
      {
        title: "",
        entries: [
          story(
            ["临溪县推行“小流域”综合治理带动乡村面貌“大变化”"],
            [
              paragraph(points),
              heading(1, "一、坚持规划先行，一张蓝图绘到底"),
              { type: "paragraph", runs: [{ text: "一是摸清底数。", bold: true }, { text: demands }] },
              heading(2, "（一）算好水账"),
              { type: "paragraph", runs: [{ text: "二是分类施策。", bold: true }, { text: points }] },
              paragraph(demands),
            ],
          ),
        ],
      },
    ],
  });
}
