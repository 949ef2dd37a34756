import {
  defaultSettings,
  type NewspaperPlacing,
  type NewspaperSettings,
  type PressEntry,
  type PressImage,
  type PressIssue,
} from "../document";
import { figure, issueOf, paragraph } from "../testing/issues";

/** A chance that is the same on every machine (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export function newspaperOf(given: Partial<PressIssue> = {}, settings: Partial<NewspaperSettings> = {}): PressIssue {
  const issue = issueOf({ layout: "newspaper", ...given });
  return {
    ...issue,
    masthead: {
      ...issue.masthead,
      title: "云川日报",
      region: "",
      issuer: "云川日报社",
      number: "第8613期",
      total: "",
      ...given.masthead,
    },
    settings: {
      ...defaultSettings,
      newspaper: {
        paper: "A3",
        columns: 5,
        slogan: ["脚踏实地　久久为功", "把群众的小事当作大事来办"],
        ears: { left: "云川日报社出版（样报）", right: "今天白天到夜间：晴间多云　西北风2～3级　气温2℃～13℃" },
        latin: "Yunchuan Ribao",
        ...settings,
      },
    },
  };
}

export function article(
  id: string,
  headline: string[],
  blocks: PressEntry["blocks"],
  placing: Partial<NewspaperPlacing> = {},
): PressEntry {
  const newspaper: NewspaperPlacing = {
    kicker: "",
    deck: "",
    dateline: "",
    columns: 0,
    rank: 3,
    boxed: false,
    ...placing,
  };
  return { id, kind: newspaper.rank === 4 ? "brief" : "story", headline, blocks, newspaper };
}

const sentences = [
  "立冬过后，柳湾镇的田野上机声隆隆，三台挖掘机沿着老渠一字排开。",
  "“这条渠淤了十几年，往年浇一遍水要等四天。”村民老魏说。",
  "全市今冬计划整修塘坝120座、清淤渠道460公里，总投资3.6亿元，明年3月底前完成主体工程。",
  "哪条渠先修、哪口塘先整，由村民代表投票排序，结果张榜公布。",
  "石桥区把管护任务分解到公益性岗位，聘请126名村民担任护渠员，每月巡查不少于8次；",
  "技术也在更新，预制的生态砌块像搭积木一样一层层码起来，砌块之间留有孔隙，水草可以扎根。",
  "资金从哪里来？市里采取“财政投一点、项目整合一点、受益主体筹一点”的办法，折合资金4300万元。",
  "青禾县、临溪县、平湖县作了交流发言，市直有关部门负责同志参加。",
  "一碗热汤面、一碟拌萝卜、半个咸鸭蛋，一共6元，老人们吃得暖和。",
  "护栏装了19公里，站点增设到57处，每到赶集日，班车加密到一天六趟。",
  "在项目区，记者看到施工人员正把渠底的淤泥一层层清走，运到附近的低产田里作底肥。",
  "市水利局负责人表示，下一步将抓紧晴好天气，倒排工期、挂图作战，确保建一处、成一处、用一处。",
];
const titles = [
  "清渠引水润良田",
  "果树请了“管家”",
  "一根竹篾串起三代人",
  "春和里社区的一碗热汤面",
  "全市政务信息工作培训班开班",
  "山路弯弯　公交进村",
  "临溪县“小流域”治理带动“大变化”",
  "石桥区建成口袋公园14处",
  "平湖县乡村阅读点通借通还",
];
const people = ["乔木", "白露", "何露", "麦冬", "柳叶"];

/** So many characters in paragraphs of two to four sentences. */
export function paragraphs(characters: number, next: (below: number) => number): PressEntry["blocks"] {
  const all: string[] = [];
  let length = 0;
  while (length < characters) {
    const text = Array.from({ length: 2 + next(3) }, () => sentences[next(sentences.length)]).join("");
    all.push(text);
    length += text.length;
  }
  return all.map(paragraph);
}

/** An issue by chance: pages, ranks, lengths, pictures, briefs, tables, boxes; the same for the same seed. */
export function randomIssue(seed: number, photographs: PressImage[]): PressIssue {
  const next = chance(seed);
  const images = Object.fromEntries(photographs.map((image, at) => [`photo-${at}`, image]));
  const sections = Array.from({ length: 1 + next(3) }, (_, page) => {
    const stories = Array.from({ length: 2 + next(6) }, (_, at) => {
      const rank = (at === 0 ? 1 : 2 + next(2)) as 1 | 2 | 3;
      const blocks = paragraphs((at === 0 ? 500 : 150) + next(rank === 1 ? 1600 : 900), next);
      if (next(2)) blocks.splice(1, 0, figure(`photo-${next(photographs.length)}`, "柳湾镇施工人员正在清淤护坡。"));
      if (!next(5)) blocks.splice(2, 0, { type: "heading", level: 1, runs: [{ text: "算好三本账" }] });
      return article(`s${page}-${at}`, [titles[next(titles.length)] as string], blocks, {
        rank,
        kicker: next(2) ? "全市冬季农田水利建设全面展开" : "",
        deck: next(2) ? "今冬明春将整修塘坝120座" : "",
        dateline: `本报讯（记者 ${people[next(people.length)]}）`,
        boxed: !next(8),
        columns: next(6) ? 0 : 1 + next(5),
      });
    });
    const briefs = Array.from({ length: next(7) }, (_, at) =>
      article(
        `b${page}-${at}`,
        [["夜读", "培训", "造林", "便民"][next(4)] as string],
        [paragraph(sentences[next(sentences.length)] as string)],
        { rank: 4 },
      ),
    );
    return { title: ["要闻", "综合", "县区"][page] as string, entries: [...stories, ...briefs] };
  });
  return newspaperOf({ sections, images }, { columns: 3 + next(4), paper: next(4) ? "A3" : "A2" });
}
