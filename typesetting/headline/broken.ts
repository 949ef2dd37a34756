import { wordsOf } from "./words";

/** A line of a headline holds 19 characters of 22 pt in 156 mm, with air at both sides. */
export const lineWidth = 19;

/** A line may well begin with these: what was done, or what for. */
const verbs =
  /^(?!(推进|部署|研讨|学习|调研|督导|服务)会)(部署|研究|安排|审议|听取|传达|学习|贯彻|落实|推进|推动|促进|带动|助推|助力|带队|率队|带领|开展|深化|加强|加快|强化|提升|提高|建设|建成|打造|打通|破解|解决|实现|完成|确保|保障|服务|守护|激发|激活|点亮|擦亮|绘就|谱写|探索|创新|构建|健全|完善|优化|夯实|筑牢|画好|做好|做实|抓好|抓实|调研|视察|考察|走访|慰问|检查|督查|督导|召开|举行|举办|出席|参加|会见|强调|要求|围绕|聚焦|以|让|为|把|用|使|共建|共商|共享|签署|签订|印发|出台|启动|完成|压实|压紧|狠抓|坚决|严守|防范|遏制|擘画|描绘|跑出|走出|交出|力争|全力|全面|持续|着力|进一步|切实)/;
/** A line ends well here. */
const endings =
  /(会议|强调|指出|要求|表示|协议|任务|落实|产业|项目|群众|发展|推进会|座谈会|调度会|现场会|协商会|动员会|部署会|汇报会|常委会|全会|会|活动|工作|情况|做法|经验|模式|调研|视察|考察|培训班|仪式|行动|建设|(?<![全各我本])[县区市镇乡]|[，、：；])$/;
/** What was said, or at what meeting: here the sense itself breaks. */
const bestEndings = /(会议|强调|指出|要求|推进会|座谈会|调度会|现场会|：)$/;
/** Of two verbs that belong together neither stands alone, and an adverb stands with its verb. */
const badPair =
  /(坚决|全力|全面|持续|着力|进一步|切实|扎实|不断|深入|认真|积极|传达|学习|调研|检查|督查|督导|走访|推进|落实|防范|保护|研究|部署)$/;
/** A quantity belongs to what is counted. */
const quantity = /^[\d一二三四五六七八九十百千万亿两]+[\d一二三四五六七八九十百千万亿个项名户人亩元吨公%％.]/;
/** A line never begins so. */
const badStart = /^上(强调|指出|要求|表示)|^[的和与及或并了着过等之、，。；：！？）》」』”’—…%]/;
const badEnd = /[（《「『“‘和与及的]$/;

/**
 * Lines that are too long, broken by sense: the fewest lines, nearly equal (a trapezium or a diamond,
 * GB/T 9704 7.3.1), between words, never within “ ” 《 》 （ ）, never leaving one character alone.
 * `|` in a headline breaks it there. What the editor broke and fits stands as it is. `width` is that of
 * a line in characters.
 */
export function brokenBySense(lines: string[], width = lineWidth): string[] {
  return lines
    .flatMap((line) => line.split("|"))
    .flatMap((line) => broken(line.trim(), width))
    .filter(Boolean);
}

function broken(line: string, width: number): string[] {
  const total = widthOf(line);
  if (total <= width) return [line];
  const words = wordsOf(line).flatMap((word) => (widthOf(word) > width ? [...word] : [word]));
  const count = Math.ceil(total / width);
  // Words may not let themselves be divided into the fewest lines: then one more.
  return best(words, count, width) ?? best(words, count + 1, width) ?? [line];
}

type Way = { cost: number; lines: string[] };

/** The cheapest way into `count` lines, by trying each place between words. */
function best(words: string[], count: number, width: number): string[] | null {
  const ideal = widthOf(words.join("")) / count;
  const depth = depths(words);
  const known = new Map<string, Way | null>();
  const from = (start: number, left: number): Way | null => {
    const key = `${start},${left}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let cheapest: Way | null = null;
    const last = left === 1;
    for (let end = last ? words.length : start + 1; end <= words.length - (left - 1); end++) {
      const line = words.slice(start, end).join("").trim();
      if (widthOf(line) > width) break;
      const rest = last ? { cost: 0, lines: [] } : from(end, left - 1);
      if (!rest) continue;
      const cost = rest.cost + costOf(line, ideal, { first: start === 0, last }) + (last ? 0 : 40 * (depth[end] ?? 0));
      if (!cheapest || cost < cheapest.cost) cheapest = { cost, lines: [line, ...rest.lines] };
    }
    known.set(key, cheapest);
    return cheapest;
  };
  return from(0, count)?.lines ?? null;
}

function costOf(line: string, ideal: number, { first, last }: { first: boolean; last: boolean }): number {
  const off = Math.abs(widthOf(line) - ideal);
  let cost = off * off * 0.35;
  if (widthOf(line) < 2) cost += 200;
  if (!first && badStart.test(line)) cost += 200;
  if (badEnd.test(line)) cost += 100;
  if (!first && quantity.test(line)) cost += 30;
  if (!first && !verbs.test(line)) cost += 14;
  if (!last && !endings.test(line)) cost += 8;
  if (!last && bestEndings.test(line)) cost -= 6;
  if (!last && badPair.test(line)) cost += 12;
  return cost;
}

/** How many pairs of quotation marks or brackets are open before each word. */
function depths(words: string[]): number[] {
  let open = 0;
  return words.map((word) => {
    const before = open;
    for (const mark of word) open += /[“‘《（「『]/.test(mark) ? 1 : /[”’》）」』]/.test(mark) ? -1 : 0;
    return before;
  });
}

/** Width in characters of Han: Latin and digits are half as wide. */
export function widthOf(text: string): number {
  let width = 0;
  for (const each of text) width += /[\u0020-\u024f]/.test(each) ? 0.5 : 1;
  return width;
}
