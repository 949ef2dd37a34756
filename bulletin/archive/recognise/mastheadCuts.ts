import { compact, half } from "./characters";
import { fullDayIn } from "./days";
import type { Label } from "./labels";
import type { Cut } from "./lines";
import {
  hourPattern,
  isIssuer,
  isPlace,
  isTitle,
  markingPattern,
  numberPattern,
  periodPattern,
  regionBefore,
  shortDayPattern,
  totalPattern,
  weekdayPattern,
} from "./mastheadWords";

/** Where in the masthead a line stands: with the title, with the number, or below it; it may go on from the line before. */
export type Zone = "title" | "number" | "below" | "goesOn";

/**
 * Cuts a line of a masthead into what it says: region and title, number, running total, office, day. What
 * is none of these is `mastheadOther`. The cuts cover all that can be read in the line.
 */
export function cutsOf(text: string, zone: Zone): Cut[] {
  const read = half(text);
  const cuts: Cut[] = [];
  // Marks of Markdown are no words of the masthead; what is taken out leaves a mark of its own length.
  let rest = unmarked(read);
  const take = (label: Label, found: { index: number; length: number } | null) => {
    if (!found) return;
    cuts.push({ from: found.index, to: found.index + found.length, label });
    rest = rest.slice(0, found.index) + "\ue000".repeat(found.length) + rest.slice(found.index + found.length);
  };
  take("total", spanOf(totalPattern.exec(rest)));
  take("number", spanOf(numberPattern.exec(rest)));
  take("mastheadOther", spanOf(periodPattern.exec(rest)));
  const day = fullDayIn(rest);
  // 主办：…　8月31日: the year stands with the number.
  const short = day || zone !== "below" ? null : shortDayPattern.exec(rest);
  if (short) take("date", spanOf(short));
  const weekday = day && new RegExp(`^\\s*${weekdayPattern.source}`).exec(rest.slice(day.to))?.[0].length;
  const end = day && day.to + (weekday ?? 0);
  const hour = end && hourPattern.exec(rest.slice(end))?.[0].length;
  take("date", day && { index: day.from, length: (end ?? day.to) - day.from });
  if (end && hour) take("mastheadOther", { index: end, length: hour });
  take("mastheadOther", spanOf(weekdayPattern.exec(rest)));
  for (const { from, to } of wordsIn(rest)) cuts.push(...named(text.slice(from, to), from, zone, cuts));
  return merged(cuts.sort((a, b) => a.from - b.from));
}

/** With blanks for the marks of Markdown and for what HTML left, each as long as it was. */
export function unmarked(text: string): string {
  return text.replace(/[*#|\\]|&[a-z]{2,6};|<\/?[a-z]{1,8}[^<>]{0,80}>/g, (each) => " ".repeat(each.length));
}

function spanOf(found: RegExpExecArray | null) {
  return found && { index: found.index, length: found[0].length };
}

/** Runs of words; those set wide (工 作 周 报) are one word up to a wider gap. */
function wordsIn(rest: string): { from: number; to: number }[] {
  const isWide = /^\s*(?:\S\s+){2,}\S\s*$/.test(rest.replace(/\ue000+/g, "   "));
  const words = isWide ? /[^\s\ue000]+(?: [^\s\ue000]+)*/g : /[^\s\ue000]+/g;
  return [...rest.matchAll(words)]
    .map((each) => ({ from: each.index, to: each.index + each[0].length }))
    .filter(({ from, to }) => !/^[（()）〔〕[\]【】，,、·]*$/.test(rest.slice(from, to)));
}

function named(word: string, from: number, zone: Zone, before: Cut[]): Cut[] {
  const tight = half(compact(word));
  const to = from + word.length;
  const one = (label: Label) => [{ from, to, label }];
  if (markingPattern.test(tight)) return one("marking");
  if (zone !== "title" && !isTitle(tight) && isIssuer(tight)) return one("issuer");
  if (isTitle(tight)) {
    const at = /\s/.test(word) ? null : regionBefore(tight);
    if (at === null || before.some(({ label }) => label === "region")) return one("publication");
    return [
      { from, to: from + at, label: "region" },
      { from: from + at, to, label: "publication" },
    ];
  }
  if (isPlace(tight) || isIssuer(tight)) return one(zone === "below" ? "issuer" : "region");
  return one("mastheadOther");
}

/** Neighbours of one kind are one piece: the words of a title, an office's name with a blank in it. */
function merged(cuts: Cut[]): Cut[] {
  const out: Cut[] = [];
  for (const cut of cuts) {
    const last = out.at(-1);
    if (last?.label === cut.label && !["number", "total", "date"].includes(cut.label)) last.to = cut.to;
    else out.push({ ...cut });
  }
  return out;
}
