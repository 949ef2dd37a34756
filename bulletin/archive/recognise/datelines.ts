import { half } from "./characters";

const sources =
  "(?:据)?(?:本报|本刊|本台|本网|本社|新华社|新华网|人民网|中新社|中新网|央视网?|记者|[\\u4e00-\\u9fff]{2,8}(?:日报|晚报|时报|通讯社|融媒体?|融媒体中心|政府网))";
const reporters =
  "\\s*\\**[（(]\\s*(?:本报|本刊|见习|特约|全媒体|融媒体?)?(?:记者|通讯员|实习生|特派员|作者)[^）)]{0,40}[）)]";
const dateline = new RegExp(
  `^[\\s*]*(?:${sources}[^，。；：:“”《（(]{0,26}?(?:专电|讯|电|消息)\\**(?:${reporters}|(?=[\\s:：\\d—-]|$)|(?<=本报讯\\**))` +
    `|[（(]?(?:本报|本刊)(?:记者|通讯员)[^）)，。]{1,24}[）)]|[（(](?:记者|通讯员)[^）)]{1,30}[）)])[:：]?\\**\\s*`,
);

const byline =
  /^[\s*]*(?:□|■|◎|○)?\s*(?:本报|本刊|本网)?(?:首席|见习|特约|全媒体|融媒体?)?(?:记者|通讯员|特约记者)\s+[\u4e00-\u9fff]{1,4}(?:[\s、]+(?:[\u4e00-\u9fff]{1,4}|文\/图))*\**$/;

/** 本报记者 周舟 on a line of its own, between the headline and the text. */
export function isByline(text: string): boolean {
  return text.length <= 40 && byline.test(text);
}

/** 新华社北京2月26日电（记者 …）, 本报讯（记者 …）, 本报1月28日讯: its length at the beginning of a text, or 0. */
export function datelineLength(text: string): number {
  return isByline(text) ? text.length : (dateline.exec(half(text.slice(0, 120)))?.[0].length ?? 0);
}

const page = "[0-9A-Da-d一二三四五六七八九十]{1,3}";
const goesTo = new RegExp(`[（(【]?\\s*(?:下转|紧转|转)第?\\s*${page}\\s*版[^，。；]{0,12}[）)】]?[\\s*。]*$`);
const comesFrom = new RegExp(
  `^[\\s*]*(?:[（(【]\\s*上接第?\\s*${page}\\s*版[^）)】]{0,12}[）)】][①-⑳]?|上接第?\\s*${page}\\s*版(?:[①-⑳]|(?=\\s|$)))\\s*`,
);

/** 下转第2版 at the end of a text: where it begins, or -1. */
export function jumpAt(text: string): number {
  const from = Math.max(0, text.length - 40);
  const found = goesTo.exec(half(text.slice(from)));
  return found ? from + found.index : -1;
}

/** （上接第一版） at the beginning of a text: its length, or 0. */
export function jumpLength(text: string): number {
  return comesFrom.exec(half(text.slice(0, 40)))?.[0].length ?? 0;
}

/** Whether a story of a newspaper page begins with a text: at its dateline, or where it comes from another page. */
export function opensStory(text: string): boolean {
  return datelineLength(text) > 0 || jumpLength(text) > 0;
}
