/**
 * Invented texts of an office: drawn from a vocabulary in which, as in a language, a few words do most
 * of the work (Zipf). The same seed gives the same texts.
 */
export type Draw = () => number;

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const known =
  "市政协 会议 工作 召开 调研 委员 主席 建设 发展 视察 提案 协商 县政府 座谈会 组织 开展 强调 落实 推进 党组 学习 精神 经济 民生 社会 文化 教育 医疗 卫生 生态 环境 农业 农村 产业 企业 项目 改革 创新 服务 群众 基层 社区 治理 法治 监督 民主 界别 活动 常务委员会 专题 报告 建议 意见 办理 部门 领导 干部 队伍 能力 提升 保障 养老 就业 交通 水利 文史资料 书画 乡村振兴 营商环境 高质量发展 统一战线 凝聚共识 重点 任务 目标 责任 措施 问题 整改 检查 安全生产 防汛 抗旱 春耕 秋收 旅游 非遗 古城 河道 绿化 垃圾分类 数字 信息 平台 培训 讲座 走访 慰问 困难 家庭 志愿者 青年 妇女 老年 儿童 健康 食品 药品 市场 物价 投资 招商 园区 科技 人才".split(
    " ",
  );
const rare =
  "云岭川河白石临江梧溪柳泉青禾望江南北东西城关山水林田湖草沙桥路渠塘村镇乡街巷里坊楼亭园苑馆院校站港湾岛滩坡岗沟谷峰岩洞泉井池潭溪瀑梅兰竹菊松柏杨柳桃李杏梨枣栗桑茶麻棉稻麦粟豆瓜果蔬菌药蜂蚕鱼虾蟹牛羊马猪鸡鸭鹅";

/** The common words of such texts, then five thousand rare ones of two and three characters. */
export const vocabulary: string[] = (() => {
  const draw = drawFrom(5);
  const all = new Set(known);
  const one = () => rare[Math.floor(draw() * rare.length)] ?? "";
  while (all.size < 5_000) all.add(one() + one() + (draw() < 0.3 ? one() : ""));
  return [...all];
})();

// One over the rank, summed up, so that a drawn number finds its word by halving.
const reached: number[] = [];
vocabulary.reduce((sum, _, at) => {
  reached[at] = sum + 1 / (at + 5);
  return reached[at] ?? 0;
}, 0);

export function word(draw: Draw): string {
  const mark = draw() * (reached.at(-1) ?? 0);
  let [low, high] = [0, reached.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reached[middle] ?? 0) < mark) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] ?? "";
}

/** Sentences of some length in all, with their commas. */
export function sentences(draw: Draw, length: number): string {
  let text = "";
  let clause = 0;
  while (text.length < length - 1) {
    const next = word(draw);
    text += next;
    clause += next.length;
    if (clause > 9 + draw() * 8) {
      text += draw() < 0.3 ? "。" : "，";
      clause = 0;
    }
  }
  return `${text.slice(0, length - 1).replace(/，$/, "")}。`;
}
