import { compact, half, widthOf } from "./characters";
import type { Label } from "./labels";
import { type Lead, leadOf } from "./leads";
import { plain } from "./marks";
import { type Marked, markedOf } from "./styles";
import type { Why } from "./whys";

/** How a line ends: with its sentence, with a colon or semicolon, or in the middle. */
export type Ending = "closed" | "colon" | "clause" | "open";

/** A piece cut out of a line; offsets within its `text`. */
export type Cut = { from: number; to: number; label: Label };

/** A line with something in it, what can be seen of it alone, and what was decided of it so far. */
export type Line = {
  number: number;
  /** Where `text` begins in the line of the file. */
  from: number;
  text: string;
  /** Without marks and with half-width digits; of a long line its first 300 characters. */
  read: string;
  /** `read` without white space. */
  tight: string;
  width: number;
  indent: number;
  kind: "text" | "picture" | "table" | "rule";
  ending: Ending;
  marked: Marked;
  lead: Lead | null;
  /** Blank lines before it; whether a page began before it; whether Markdown broke the line before it. */
  blanks: number;
  pageBefore: boolean;
  brokenBefore: boolean;
  label: Label | null;
  confidence: number;
  why?: Why;
  cuts?: Cut[];
};

const long = 300;
const closing = /(?:[。！？!?…]|[a-z]\.)[”’"』」）)】\]*]*(?:[（(][^（()）]{0,40}[）)])?$/;
const enclosed = /^[（(][^（()）]*[）)]$/;

/** A form feed; <br> that HTML left. */
const breaks = /(\f|<br\s{0,3}\/?>)/i;

/** The lines that hold anything. A form feed ends a line and a page, and is not counted as a line of the file. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let pageBefore = false;
  let brokenBefore = false;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    let from = 0;
    for (const [part, segment] of raw.split(breaks).entries()) {
      if (segment === "\f") pageBefore = true;
      const inner = part % 2 ? "" : innerOf(segment);
      if (inner) {
        const start = from + segment.indexOf(inner);
        const indent = widthOf(segment.slice(0, segment.indexOf(inner)).replace(/&[a-z]+;/g, " "));
        lines.push({ ...seen(inner), number: index + 1, from: start, indent, blanks, pageBefore, brokenBefore });
        blanks = 0;
        pageBefore = false;
        brokenBefore = /(?: {2}|\\)$/.test(segment);
      } else if (part === 0) {
        blanks += 1;
        brokenBefore = false;
      }
      from += segment.length;
    }
  }
  return lines;
}

/** Without the blanks around it, also those that HTML left (&nbsp;). */
function innerOf(segment: string): string {
  const inner = segment.trim();
  if (!inner.includes("&")) return inner;
  return inner.replace(/^(?:&(?:nbsp|emsp|ensp);|\s)+/, "").replace(/(?:&(?:nbsp|emsp|ensp);\s{0,9})+$/, "");
}

function seen(text: string) {
  const read = half(plain(text.length > long ? text.slice(0, long) : text));
  return {
    ...{ text, read, tight: compact(read), kind: kindOf(text), ending: endingOf(text) },
    width: text.length > long ? text.length : widthOf(read),
    marked: text.length > long ? { style: "plain", title: read, order: 0 } : markedOf(text),
    ...{ lead: leadOf(text), label: null, confidence: 1 },
  };
}

function kindOf(text: string): Line["kind"] {
  if (/^[[【（(<]\s*(?:image|img|picture|photo|图片|插图|照片)\s*\/?[\]】）)>]$/i.test(text.slice(0, 20)))
    return "picture";
  if (text.length < 2_000 && /^!\[[^\]]*\]\([^)]*\)$/.test(text)) return "picture";
  if (text.startsWith("|") && text.length > 1 && text.indexOf("|", 1) > 0) return "table";
  const isRule = text.length < 200 && /^([-*_=—－━─═]\s*){3,}$/.test(text);
  return isRule || /^[*#\\>]+$/.test(text.slice(0, 20)) ? "rule" : "text";
}

export function endingOf(text: string): Ending {
  const tail = half(text.slice(-60))
    .replace(/[*\s\\]+$/, "")
    .replace(/\*+/g, "");
  if (closing.test(tail) || (text.length < 60 && enclosed.test(tail))) return "closed";
  if (/[：:]$/.test(tail)) return "colon";
  return /[；;]$/.test(tail) ? "clause" : "open";
}

export function say(line: Line, label: Label, confidence = 1, why?: Why): void {
  line.label = label;
  line.confidence = confidence;
  if (why) line.why = why;
}
