import { compact, half } from "./characters";
import type { Label } from "./labels";

/** The words that lines of a foot begin with; between their characters blanks may stand (编 辑). */
const words: Partial<Record<Label, string>> = {
  list:
    "报 送 发 抄 存 抄送 抄报 抄发 主送 主报 分送 呈报 呈送 报送 发送 印送 加送 加发 并送 并报 发至 " +
    "报至 送至 存档 呈 本期发送 发送范围 分送范围 发放范围 抄送单位 主送单位 抄送机关 主送机关 分发 " +
    "印发范围 本期抄送 本期报送 抄告 转送",
  editors:
    "编辑 责任编辑 责编 本期编辑 本期责任编辑 本期责编 编写 编校 编稿 执行编辑 编辑人员 本版责任编辑 " +
    "值班编辑 本版编辑 本版责编 责任编辑人 编辑人 编制人",
  reviewers:
    "审核 审稿 审校 审定 审阅 核稿 复核 复审 终审 初审 编审 审核人 责任审核 核稿人 审稿人 审定人 " +
    "审签人 本期审核 审",
  signer: "签发 签发人 审签 签批 本期签发",
  phone: "联系电话 电话 办公电话 值班电话 联系方式 咨询电话 投稿电话 热线电话 编辑部电话 TEL Tel",
  email: "电子邮箱 邮箱 电子邮件 投稿邮箱 电子信箱 信箱 E-mail e-mail Email email E-MAIL 来稿邮箱",
  copies: "印数 份数 共印 印 印发份数 印刷份数 发行份数 本期印数",
  footOther:
    "地址 邮编 邮政编码 网址 传真 校对 主编 副主编 总编 总编辑 打印 印刷 排版 版式 美编 摄影 承印 印制 " +
    "微信公众号 投稿方式 主办 主办单位 主管 主管单位 承办 编印 编印单位 编辑部 监制 统筹 策划 文印 " +
    "录入 值班主任 值班总编 总值班 版式策划 制图 主题词 组稿 拟稿 拟稿人 印发单位 印发机关 印发时间 " +
    "印发日期 编发单位 编发 联系人 承办单位 投稿 内部刊号 准印证号",
};

const kinds = new Map(
  Object.entries(words).flatMap(([label, all]) => all.split(" ").map((word) => [word, label as Label] as const)),
);
const alternatives = [...kinds.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => [...word].map((each) => each.replace(/[-.]/g, "\\$&")).join("\\s{0,6}"))
  .join("|");
const beginning = new RegExp(`(^|[\\s。；;|（(【\\[])(${alternatives})\\s{0,4}[】\\]]?\\s{0,4}[:：]`, "g");
const copies =
  /^[（(【〔[]?(?:本期|本刊|此件|本件)?(?:共|总|合计|计)?印(?:数|刷|制|发|了)?[:：]?(?:共|约)?[0-9〇零一二三四五六七八九十百千]+余?[份本册][）)】〕\]]?。?$/;

/** Where the words of a foot stand in a line: each with the kind of what follows it. */
export function footWordsIn(text: string): { at: number; label: Label }[] {
  const found: { at: number; label: Label }[] = [];
  if (!/[:：]/.test(text)) return found;
  for (const each of half(text).replace(/\*/g, " ").matchAll(beginning)) {
    const label = kinds.get(compact(each[2] ?? ""));
    const lead = each[1] ?? "";
    if (label) found.push({ at: each.index + (/^[（(【[]$/.test(lead) ? 0 : lead.length), label });
  }
  return found;
}

export function isCopies(tight: string): boolean {
  return tight.length < 24 && copies.test(half(tight));
}

export function isFootLike(tight: string): boolean {
  return isCopies(tight) || footWordsIn(tight.slice(0, 20))[0]?.at === 0;
}
