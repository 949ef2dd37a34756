import { widthOf } from "./characters";
import { packed, segmentsOf } from "./headlineCuts";
import type { Label } from "./labels";
import type { Line } from "./lines";
import { rankOf } from "./styles";

const leadsIn = /(?:强调|指出|要求|表示|提出|批示|时说|[:：])$/;
const saysWho =
  /^[—–-]{1,2}|^[\u4e00-\u9fff·、]{2,12}?(?:主持|出席|讲话|参加|致辞|作报告|列席|宣布|通报|见证|陪同|会见时在座)(?:会议|仪式|活动|并讲话|座谈会|并致辞|开幕式)*$/;

/** A story has a few titles; a page of nothing but titles is left as it stands. */
const most = 40;

type Part = { line: Line; from: number; to: number };

/**
 * Says which lines, or parts of a line that was run together, are kicker (引题), headline and deck (副题).
 * A kicker leads into the headline (…时强调), a deck says who (…主持) or begins with a dash; where the reader
 * kept levels of headings, what is lighter stands before or behind.
 */
export function cutTitles(titles: Line[]): void {
  const parts = titles.flatMap(partsOf);
  if (!parts.length) return;
  if (parts.length > most) {
    for (const line of titles) line.label = "headline";
    return;
  }
  const heaviest = titles.reduce((least, { marked }) => Math.min(least, rankOf(marked.style)), 9);
  const isLighter = ({ line }: Part) => rankOf(line.marked.style) > heaviest;
  const read = ({ line, from, to }: Part) => line.text.slice(from, to).replace(/[*#]/g, "").trim();
  const first = parts.findIndex(
    (each, at) => !isLighter(each) && !(at === 0 && parts.length > 1 && leadsIn.test(read(each))),
  );
  const labels: Label[] = parts.map((part, at) => {
    if (at < first) return "kicker";
    const isLast = at > first && (at === parts.length - 1 || parts.slice(at).every((each) => saysWho.test(read(each))));
    if (at > first && (isLighter(part) || (isLast && saysWho.test(read(part)) && widthOf(read(part)) <= 20)))
      return "deck";
    return at === first ? "headline" : "headlineLine";
  });
  for (const line of titles) {
    line.cuts = parts.flatMap((part, at) =>
      part.line === line ? [{ from: part.from, to: part.to, label: labels[at] ?? "headline" }] : [],
    );
    line.label = line.cuts[0]?.label ?? "headline";
  }
}

function partsOf(line: Line): Part[] {
  const segments = segmentsOf(line.text);
  const parts = segments.length > 4 ? packed(line.text) : joinedShort(line.text, segments);
  return parts.map((each) => ({ line, ...each }));
}

/** A word of two characters alone was broken off the line before it (…时 强调). */
function joinedShort(text: string, segments: { from: number; to: number }[]) {
  const out: { from: number; to: number }[] = [];
  for (const segment of segments) {
    const last = out.at(-1);
    if (last && widthOf(text.slice(segment.from, segment.to)) <= 2) last.to = segment.to;
    else out.push({ ...segment });
  }
  return out;
}
