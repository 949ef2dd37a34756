import { half } from "./characters";
import { isWhollyBold, plain } from "./marks";

/**
 * How a title is marked. `※※`, `【】`, `◆`… stand around or before it; `一、`, `（一）`, `1.`, `（1）` number it;
 * `#1`–`#6` and `**` are Markdown's; `plain` is nothing at all. A number counts before the rest, since
 * readers give headings of one kind now this level, now that.
 */
export type Style = string;

export type Marked = {
  style: Style /** Without its marks. */;
  title: string /** Of a number: which. */;
  order: number;
};

const paired = /^([※★☆◆◇●○◎■□▲△▼▽♦◈❖✦•·*~～=＝+＋—－-]{1,6})\s*(.+?)\s*\1$/u;
const brackets = /^([【〖［[〔「『{〈《])\s*([^】〗］\]〕」』}〉》]+?)\s*([】〗］\]〕」』}〉》])$/;
const leading = /^([※★☆◆◇●○◎■□▲△►▶➤❖✦◈♦])\s*(?=\S)/u;
const numbered: [Style, RegExp][] = [
  ["一、", /^第?([一二三四五六七八九十]{1,3})(?:、|．|\.|,|部分[、：:]?|\s(?=\S))\s*/],
  ["（一）", /^[（(]([一二三四五六七八九十]{1,3})[）)]、?\s*/],
  ["1.", /^(\d{1,2})(?:[.．、](?!\d(?!\d?\s*月))|\s*[)）])\s*/],
  ["（1）", /^[（(](\d{1,2})[）)]、?\s*/],
  ["①", /^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*/],
];
const order = "一二三四五六七八九十";

export function markedOf(text: string): Marked {
  const read = plain(text);
  const number = numberOf(read);
  if (number) return number;
  const [, mark, inner] = paired.exec(read) ?? [];
  if (mark && inner && !/^[\d\s]+$/.test(inner))
    return { style: `${mark[0]}${mark[0]}`, title: within(inner), order: 0 };
  const [, open, bracketed, close] = brackets.exec(read) ?? [];
  if (open && bracketed) return { style: `${half(open)}${half(close ?? "")}`, title: bracketed, order: 0 };
  const [before, lead] = leading.exec(read) ?? [];
  if (before && lead) return { style: lead, title: read.slice(before.length), order: 0 };
  const level = /^\s{0,3}(#{1,6})(?:\s|\*\*)/.exec(text)?.[1];
  if (level) return { style: `#${level.length}`, title: read, order: 0 };
  return { style: isWhollyBold(text) ? "**" : "plain", title: read, order: 0 };
}

export function numberOf(read: string): Marked | null {
  for (const [style, pattern] of numbered) {
    const found = pattern.exec(half(read.slice(0, 12)));
    if (!found || found[0].length >= read.length) continue;
    const rest = read.slice(found[0].length).trim();
    // 一 至 三月…: a numeral with a blank behind numbers only what is short.
    // 一 周 要 情: set wide, it numbers nothing.
    if (/\s$/.test(found[0]) && !/[、．.,：:]/.test(found[0]) && (rest.length > 20 || /^\S\s+\S(?:\s|$)/.test(rest)))
      continue;
    return { style, title: rest, order: orderOf(found[1] ?? "") };
  }
  return null;
}

/** ※【重要会议】※: one mark within another. */
function within(inner: string): string {
  return brackets.exec(inner)?.[2] ?? inner;
}

function orderOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".indexOf(numeral);
  if (circled >= 0) return circled + 1;
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const ten = numeral.includes("十") ? 10 * (tens ? order.indexOf(tens) + 1 : 1) : 0;
  return ten + (ones ? order.indexOf(ones) + 1 : 0);
}

/** Marks that leave no doubt: such a line alone is the title of a section. */
export function isDecorated(style: Style): boolean {
  return /^(※※|★★|☆☆|◆◆|◇◇|●●|○○|◎◎|■■|□□|▲▲|△△|♦♦|◈◈|❖❖|✦✦|【】|〖〗|\[\]|~~|～～|==|＝＝|——|--|－－|··|••|▼▼)$/.test(
    style,
  );
}

export function isNumbered(style: Style): boolean {
  return numbered.some(([each]) => each === style);
}

/** The weight of an unnumbered title's face: the smaller, the heavier. */
export function rankOf(style: Style): number {
  if (style.startsWith("#")) return Number(style.slice(1));
  return style === "**" ? 7 : 8;
}
