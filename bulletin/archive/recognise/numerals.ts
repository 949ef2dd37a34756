import { half } from "./characters";

const digits = "〇一二三四五六七八九";

/** The characters of a number in any writing; for use inside a character class. */
export const numeralClass = "0-9０-９〇○零一二三四五六七八九十百千";

/** 18, １８, 十八, 一八, 二〇二〇, 一百零五; spaces within are none. Null for what is no number. */
export function numeralOf(text: string): number | null {
  const plain = half(text).replace(/\s+/g, "").replace(/[○零]/g, "〇");
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (!/^[〇一二三四五六七八九十百千]{1,9}$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) return Number([...plain].map((each) => digits.indexOf(each)).join(""));
  let sum = 0;
  let last = 0;
  for (const each of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[each];
    if (!unit) last = digits.indexOf(each);
    else {
      sum += (last || 1) * unit;
      last = 0;
    }
  }
  return sum + last;
}
