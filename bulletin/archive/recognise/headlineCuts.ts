import { widthOf as printedWidth } from "./characters";
import { datelineLength, jumpAt, jumpLength } from "./datelines";
import type { Cut, Line } from "./lines";

const lineWidth = 19;
const longest = 400;

type Segment = { from: number; to: number };

/** Runs of words parted by a blank between Chinese characters: where a printed headline was broken. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const gap of text.matchAll(/(?<=[\u4e00-\u9fff”》）)！？…])[ \u3000\t]+(?=[\u4e00-\u9fff“《（(—])/g)) {
    // A word of two characters alone was broken off the line before it (…时 强调).
    segments.push({ from, to: gap.index });
    from = gap.index + gap[0].length;
  }
  segments.push({ from, to: text.length });
  return segments;
}

/** A headline that a reader put into one line: the lines that it was printed in, each as full as it could be. */
export function packed(text: string): Segment[] {
  if (text.length > longest) return [{ from: 0, to: text.length }];
  const segments = segmentsOf(text);
  const widthOf = (part: string) => printedWidth(part.replace(/^#+\s*|\*/g, ""));
  if (segments.length === 1 || widthOf(text) <= lineWidth + 1) return [{ from: 0, to: text.length }];
  const widest = Math.max(lineWidth, ...segments.map(({ from, to }) => widthOf(text.slice(from, to))));
  const lines: Segment[] = [];
  for (const segment of segments) {
    const last = lines.at(-1);
    if (last && widthOf(text.slice(last.from, segment.to)) <= widest) last.to = segment.to;
    else lines.push({ ...segment });
  }
  return lines;
}

/** Cuts a headline of a bulletin into its lines, a paragraph into dateline, text and jump. */
export function cutInLine(line: Line): void {
  if (line.cuts) return;
  if (line.label === "headline" || line.label === "headlineLine") {
    const [first, ...others] = packed(line.text);
    if (!first || !others.length) return;
    line.cuts = [{ ...first, label: line.label }, ...others.map((each): Cut => ({ ...each, label: "headlineLine" }))];
  } else if (["paragraph", "brief", "opening", "continued"].includes(line.label ?? "")) line.cuts = textCuts(line);
}

function textCuts({ text, label }: Line): Cut[] | undefined {
  const own = label ?? "paragraph";
  const cuts: Cut[] = [];
  let from = jumpLength(text);
  if (from) cuts.push({ from: 0, to: from, label: "jump" });
  const dateline = own === "continued" ? 0 : datelineLength(text.slice(from, from + 160));
  if (dateline) {
    cuts.push({ from, to: from + dateline, label: "dateline" });
    from += dateline;
  }
  const jump = jumpAt(text);
  const to = jump >= from ? jump : text.length;
  if (to > from) cuts.push({ from, to, label: dateline && own !== "continued" ? "paragraph" : own });
  if (to < text.length) cuts.push({ from: to, to: text.length, label: "jump" });
  return cuts.length > 1 || (cuts[0] && cuts[0].label !== own) ? cuts : undefined;
}
