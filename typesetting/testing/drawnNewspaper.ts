import type { PressEntry, PressIssue } from "../document";
import { article, chance, newspaperOf, paragraphs } from "../newspaper/testing";
import { landscape } from "./drawn";
import { figure, paragraph } from "./issues";

const withPicture = (blocks: PressEntry["blocks"], image: string, caption: string): PressEntry["blocks"] =>
  blocks.toSpliced(1, 0, { ...figure(image, caption), credit: "乔木" } as PressEntry["blocks"][number]);

/** Two pages of a newspaper with one of everything: a lead that goes on overleaf, a box, briefs, photographs. */
export async function drawnNewspaper(): Promise<PressIssue> {
  const next = chance(7);
  const [canal, orchard] = await Promise.all([landscape(1600, 1000, "#4d7a4a"), landscape(1200, 900, "#7d8a3c")]);
  const brief = (id: string, title: string) =>
    article(id, [title], [paragraph("石桥区建成口袋公园14处，新增绿地3.2万平方米，居民出门走十分钟就有一处。")], {
      rank: 4,
    });
  return newspaperOf({
    images: { canal, orchard },
    sections: [
      {
        title: "要闻",
        entries: [
          article(
            "lead",
            ["清渠引水润良田"],
            withPicture(paragraphs(1000, next), "canal", "柳湾镇施工人员正在清淤护坡。"),
            {
              ...{ rank: 1, kicker: "全市冬季农田水利建设全面展开", deck: "今冬明春将整修塘坝120座、清淤渠道460公里" },
              dateline: "本报讯（记者 乔木）",
            },
          ),
          article("orchard", ["果树请了“管家”"], withPicture(paragraphs(480, next), "orchard", "果农在修剪枝条。"), {
            ...{ rank: 2, dateline: "本报讯（记者 白露）", columns: 3 },
          }),
          article("bus", ["山路弯弯　公交进村"], paragraphs(420, next), { dateline: "本报讯（记者 何露）" }),
          article("soup", ["春和里社区的一碗热汤面"], paragraphs(560, next), { boxed: true }),
          brief("park", "造林"),
          brief("night", "夜读"),
          brief("course", "培训"),
        ],
      },
      {
        title: "综合",
        entries: [
          article("bamboo", ["一根竹篾串起三代人"], paragraphs(520, next), { rank: 1, kicker: "非遗在身边" }),
          article("basin", ["临溪县“小流域”治理带动“大变化”"], paragraphs(420, next), { rank: 2 }),
          article("books", ["平湖县乡村阅读点通借通还"], paragraphs(300, next), { rank: 3 }),
          article("training", ["全市政务信息工作培训班开班"], paragraphs(240, next), { rank: 3 }),
        ],
      },
    ],
  });
}
