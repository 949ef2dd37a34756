import { type Block, defaultSettings, type PressEntry, type PressImage, type PressIssue } from "../document";

export const paragraph = (text: string): Block => ({ type: "paragraph", runs: [{ text }] });
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: "heading", level, runs: [{ text }] });
export const figure = (image: string, caption = "柳湾镇渠道清淤现场。"): Block => ({
  type: "figure",
  image,
  caption,
  credit: "",
});

let counter = 0;
export function story(headline: string[], blocks: Block[], given: Partial<PressEntry> = {}): PressEntry {
  counter += 1;
  return { id: `entry-${counter}`, kind: "story", headline, blocks, ...given };
}

export function brief(text: string): PressEntry {
  return story([], [paragraph(text)], { kind: "brief" });
}

/** An issue of a city that does not exist, with what a test gives. */
export function issueOf(given: Partial<PressIssue> = {}): PressIssue {
  return {
    layout: "weekly",
    masthead: {
      title: "工作周报",
      region: "云川市",
      issuer: "云川市人民政府办公室",
      internal: true,
      number: "第19期",
      total: "总第613期",
      tentative: false,
      date: "2026年11月20日",
      weekday: "星期五",
      day: "2026-11-20",
    },
    settings: defaultSettings,
    editorNote: "",
    sections: [],
    lists: [
      {
        label: "报",
        addressees: ["江东省人民政府办公厅", "市委常委", "市人大常委会主任、副主任", "市政协主席、副主席"],
      },
      {
        label: "送",
        addressees: [
          "市委各部门",
          "市人大常委会办公室",
          "市政协办公室",
          "市中级人民法院",
          "市人民检察院",
          "各民主党派、工商联",
        ],
      },
      { label: "发", addressees: ["各县区人民政府", "市政府各部门、各直属机构"] },
    ],
    imprint: {
      editors: "方知微　许临川",
      reviewers: "齐若水",
      signer: "",
      phone: "0999-6001234",
      email: "xinxi@yunchuan.example",
      copies: 60,
    },
    images: {},
    ...given,
  };
}

const sentences = [
  "会议指出，入秋以来，各县区抢抓农闲时节，清淤渠道186公里，整修塘坝47座，改造提升高标准农田3.2万亩，“旱能浇、涝能排”的格局正在形成。",
  "同时也要看到，部分末级渠系“最后一百米”尚未贯通，个别项目前期工作偏慢，管护责任还没有完全落到人头。",
  "会议强调，要坚持先规划、后施工，把群众最盼、受益最广的工程排在前面；坚持建管并重，推行“渠长制”，做到每一段渠道有人巡、有人修、有人管。",
  "青禾县、临溪县、石桥区作了交流发言。市直有关部门、各县区分管负责同志参加会议。",
  "要统筹用好各类资金，优先保障粮食主产乡镇，年底前完成全部项目的招投标，明年3月底前完成主体工程。",
  "在青石岭造林点，他与干部群众一道扶苗、培土、浇水，并察看苗木来源和成活率记录。",
];
const headlines = [
  ["市政府召开冬季农田水利建设推进会", "部署今冬明春重点任务"],
  ["全市非物质文化遗产保护传承座谈会召开"],
  ["沈望川到青禾县", "调研林果产业和冬季造林工作"],
  ["陆怀谷带队调研社区养老服务"],
  ["临溪县“小流域”治理带动“大变化”"],
];

/**
 * A weekly of so many entries and photographs in three sections; `seed` makes each a different one,
 * with other words in every paragraph.
 */
export function weeklyOf(entries: number, photographs: PressImage[], seed = 1): PressIssue {
  let state = seed * 7919 + 17;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const pick = <T>(all: T[]): T => all[next(all.length)] as T;
  const text = () =>
    Array.from({ length: 1 + next(3) }, () => pick(sentences))
      .concat(`（${seed}之${next(9999)}）`)
      .join("");
  const images = Object.fromEntries(photographs.map((image, at) => [`photo-${at + 1}`, image]));
  const all = Array.from({ length: entries }, (_, at): PressEntry => {
    if (at >= entries * 0.7) return { ...brief(`11月${16 + (at % 5)}日，${text()}`), id: `e${seed}-${at}` };
    // Many entries are short ones, so that an issue of 25 has the 12 pages that are usual.
    const length = entries > 20 ? 1 + next(2) : 2 + next(3);
    const blocks = Array.from({ length }, () => paragraph(text()));
    const photo = Object.keys(images)[at];
    if (photo) blocks.splice(1, 0, figure(photo));
    return { ...story(pick(headlines), blocks), id: `e${seed}-${at}` };
  });
  const third = Math.ceil(entries * 0.35);
  const rest = Math.ceil(entries * 0.7);
  return issueOf({
    sections: [
      { title: "重要会议", entries: all.slice(0, third) },
      { title: "重要活动", entries: all.slice(third, rest) },
      { title: "领导活动", entries: all.slice(rest) },
    ],
    images,
  });
}
