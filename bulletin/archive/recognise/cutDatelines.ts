import { datelineLength } from "./datelines";
import type { Line } from "./lines";

const begins =
  /^[\s*]*(?:本报|本刊|本台|本网|新华|人民|中新|央视|[（(]\s*(?:本报)?(?:记者|通讯员)|[\u4e00-\u9fff]{2,8}[报社网])/;
const reach = 6;

/**
 * In narrow columns a dateline takes several lines (本报讯（记者 路 / 遥）11月8日…): its first line is all
 * dateline, the next go on with it as far as it reaches, and the text begins behind.
 */
export function cutDatelines(lines: Line[]): void {
  for (const [at, line] of lines.entries()) {
    if (!["paragraph", "opening"].includes(line.label ?? "") || line.cuts || !begins.test(line.text)) continue;
    let joined = line.text;
    const parts = [line];
    for (const next of lines.slice(at + 1, at + reach)) {
      if (next.label !== "continued") break;
      parts.push(next);
      joined += next.text;
    }
    const length = datelineLength(joined);
    if (length > line.text.length) cutThrough(parts, length);
  }
}

function cutThrough(parts: Line[], length: number): void {
  let left = length;
  for (const [at, line] of parts.entries()) {
    if (left <= 0) return;
    const label = at === 0 ? "dateline" : "continued";
    const to = Math.min(left, line.text.length);
    line.cuts = [{ from: 0, to, label }];
    if (to < line.text.length) line.cuts.push({ from: to, to: line.text.length, label: "paragraph" });
    else if (left === to && parts[at + 1]) (parts[at + 1] as Line).label = "paragraph";
    left -= to;
  }
}
