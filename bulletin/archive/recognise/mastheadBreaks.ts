import { half } from "./characters";
import { fullDayIn } from "./days";
import type { Line } from "./lines";
import { isIssuer, numberPattern } from "./mastheadWords";

const column = 16;

/**
 * The words of a line of a masthead; in a narrow column with those of the next line where a number, a day or
 * the name of an office goes on there (第二十 / 一期, 二〇二〇年九 / 月四日, 中共云川市委办公 / 室).
 */
export function wholeOf(lines: Line[], at: number): string {
  const [line, next] = [lines[at], lines[at + 1]];
  const text = line?.text ?? "";
  if (!line || !next || next.kind !== "text" || next.blanks > 0 || next.width > column || line.width > column)
    return text;
  const whole = text + next.text;
  const number = numberPattern.exec(half(whole));
  const day = fullDayIn(whole);
  const isAcross = (from: number, to: number) => from < text.length && to > text.length;
  const goesOn =
    (number && isAcross(number.index, number.index + number[0].length) && !numberPattern.test(half(text))) ||
    (day && isAcross(day.from, day.to) && fullDayIn(text) === null) ||
    (next.width <= 4 && isIssuer(whole) && !isIssuer(text) && !isIssuer(next.text));
  return goesOn ? whole : text;
}
