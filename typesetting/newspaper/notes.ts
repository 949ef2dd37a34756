import { words } from "../words";

const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 30 → 三十: as far as pages are counted. */
export function chineseNumber(value: number): string {
  if (value < 10) return digits[value] ?? "";
  if (value < 100) {
    const [tens, ones] = [Math.floor(value / 10), value % 10];
    return `${tens > 1 ? digits[tens] : ""}十${ones ? digits[ones] : ""}`;
  }
  return [...String(value)].map((digit) => digits[Number(digit)]).join("");
}

export function pageName(page: number): string {
  return words.pageOf(chineseNumber(page));
}

/** ① to ⑳; beyond that in brackets. */
export function circled(value: number): string {
  return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : `(${value})`;
}

/** （下转第二版①）, at the end of the last line before the jump. */
export function jumpTo(page: number, number: number): string {
  return `（下转${pageName(page)}${circled(number)}）`;
}

/** （上接第一版①）, behind the headline that is repeated. */
export function jumpFrom({ page, number }: { page: number; number: number }): string {
  return `（上接${pageName(page)}${circled(number)}）`;
}
