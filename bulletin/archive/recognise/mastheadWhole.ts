import { half } from "./characters";
import { fullDayIn } from "./days";
import { unmarked } from "./mastheadCuts";
import {
  besideTitle,
  hourPattern,
  isIssuer,
  isPlace,
  isTitle,
  markingPattern,
  numberPattern,
  totalPattern,
  weekdayPattern,
} from "./mastheadWords";

/** Whether a line says 第 N 期 and, beside it, nothing but what a masthead says. */
export function isNumberLine(text: string): boolean {
  const read = unmarked(half(text));
  const found = numberPattern.exec(read) ?? (/^\s*[（(]?\s*总第/.test(read) ? totalPattern.exec(read) : null);
  if (!found) return false;
  const beside = [read.slice(0, found.index), read.slice(found.index + found[0].length)];
  return beside.every((each) => isOfMasthead(each.replace(totalPattern, " ").replace(numberPattern, " ")));
}

export function isOfMasthead(raw: string): boolean {
  const text = half(raw);
  const day = fullDayIn(text);
  const words = (day ? `${text.slice(0, day.from)} ${behindDay(text.slice(day.to))}` : text)
    .replace(weekdayPattern, " ")
    .replace(besideTitle, " ");
  const tight = words.replace(/[\s（()）〔〕[\]【】·,，]+/g, "");
  if (!tight || isTitle(tight) || isIssuer(tight) || isPlace(tight) || markingPattern.test(tight)) return true;
  return words
    .split(/\s+/)
    .every((each) => !each || isTitle(each) || isIssuer(each) || isPlace(each) || markingPattern.test(each));
}

function behindDay(text: string): string {
  return text.replace(new RegExp(`^\\s*${weekdayPattern.source}`), " ").replace(hourPattern, " ");
}
