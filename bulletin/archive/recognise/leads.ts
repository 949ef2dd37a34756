import { half } from "./characters";
import { plain } from "./marks";

/** What a brief can be led by. */
export type Lead = { kind: string /** Characters of the mark itself; 0 for a date, which is text. */; length: number };

const bullet = /^\s*([◆◇●○◎■□▲△▪▫◾◽★☆※►▶➤➢❖✦◈♦•·∙‣⊙☉♢⬥⚫])\s*/u;
const dash = /^\s*([-+])\s+(?=\S)/;
const digit = "[0-9〇零一二三四五六七八九十]";
const date = new RegExp(
  `^\\s*(?:[【\\[（(]\\s*)?(?:截[至止]|自|从)?\\s*(?:${digit}{4}\\s*年\\s*|${digit}{4}\\s*[./-]\\s*)?` +
    `(?:${digit}{1,3}\\s*月\\s*(?:${digit}{1,3}\\s*[日号]?|[上中下]旬|初|底|末|份)|${digit}{1,3}\\s*日(?=[，,上下晚]|[至到—~～-]))`,
);
const vague =
  /^\s*(?:近日|日前|近期|连日来|本周|上周|目前|同日|当日|截至目前|最近|[0-9〇一二三四五六七八九十]+月以来|[一二三四五六七八九十\d]+季度)[，,]?/;
const number =
  /^\s*(?:[（(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)](?=\s*[^\s，。])|\d{1,3}\s*[.．、](?!\d(?!\d?\s*月))|\d{1,3}\s*[)）]|[①-⑳]|[⒈-⒛]|[⑴-⒇])\s*/;
/** 北岭县： · 【北岭县】 · **北岭县** before the text of a brief. */
const office =
  /^\s*(?:[【[〔][^】\]〕]{2,16}[】\]〕]|[\u4e00-\u9fff·]{1,12}(?:县|区|旗|市|镇|乡|局|委|办|部|院|校|街道|苏木|政协|中心|公司|开发区|园区|学校)\s*[：:])\s*/;

/** The mark or word that a paragraph opens with, or null. A mark counts before the date behind it. */
export function leadOf(text: string): Lead | null {
  const head = half(plain(text.slice(0, 80)));
  const mark = bullet.exec(head);
  if (mark) return { kind: mark[1] ?? "", length: mark[0].length };
  const dashed = dash.exec(head);
  if (dashed) return { kind: "-", length: dashed[0].length };
  const counted = number.exec(head);
  if (counted && counted[0].length < head.length) return { kind: "1.", length: counted[0].length };
  if (date.test(head)) return { kind: "date", length: 0 };
  if (office.test(head)) return { kind: "office", length: 0 };
  if (vague.test(head)) return { kind: "vague", length: 0 };
  return null;
}

const newParagraph =
  /^\s*(?:会议|与会|会上|会前|会后|座谈会|会议期间|调研组|督导组|检查组|考察组|工作组|视察组|据悉|据了解|下一步|近年来|今年以来|目前|其间|期间|随后|此外|另外|最后|活动中|现场|[\u4e00-\u9fff]{2,3}(?:强调|指出|要求|表示|说|一行|首先|还到|还来到))[^。，：]{0,12}[，：:]|^\s*会议(?:还|由|选举|听取|审议|通报|传达|学习|研究|通过)/;

/** Words that paragraphs of reports begin with (会议强调，…); a sentence within one rarely does. */
export function opensParagraph(text: string): boolean {
  return newParagraph.test(half(plain(text.slice(0, 60))).replace(/,/g, "，"));
}

/** ◆ ● …: marks that nothing but an enumeration or a brief begins with. */
export function isBullet(kind: string): boolean {
  return kind.length === 1 || kind === "-";
}

/** The text of a brief without the mark that leads it. */
export function unled(text: string): string {
  const head = half(text.slice(0, 80));
  const found = bullet.exec(head) ?? dash.exec(head) ?? number.exec(head);
  return found ? text.slice(found[0].length) : text;
}
