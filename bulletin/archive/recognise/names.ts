import { compact, half } from "./characters";
import { plain } from "./marks";
import { numeralOf } from "./numerals";

/** `报：…`, `编 辑：…`: the word before the colon without its blanks, and what stands behind. */
export function labelled(text: string): { label: string; value: string } {
  const read = plain(text);
  const found = /^[\s【[（(◆●]*([^：:，,。]{1,16})[】\]]?\s*[：:]\s*/.exec(read);
  if (!found) {
    const word =
      /^(?:本版|本期|值班)?(?:责任编辑|责编|编辑|编校|审核|核稿|审稿|校对|签发|联系电话|电话)(?=\s+[\u4e00-\u9fff\d])/.exec(
        half(read),
      )?.[0] ?? "";
    return { label: word, value: read.slice(word.length).trim() };
  }
  return { label: compact(found[1] ?? "").replace(/[】\]]$/, ""), value: read.slice(found[0].length).trim() };
}

/** Addressees of a list: commas part them, 、 stands within one (GB/T 9704 7.4.2). */
export function addresseesIn(text: string): string[] {
  const isSpaced = !/[，,；;、]/.test(text) && text.split(/\s+/).every((each) => each.length > 2);
  return text.split(isSpaced ? /[\s。]+/ : /[，,；;。\n]/).flatMap((each) => spaced(each.trim()) || []);
}

/** Blanks between Chinese characters are those of the page. */
function spaced(text: string): string {
  return text.replace(/(?<=[\u3400-\u9fff、（）()])\s+(?=[\u3400-\u9fff、（）()])/g, "");
}

/** 张三、李四 · 张三 李四 · 张 三: names parted by marks or blanks; a name of two characters set wide is one name. */
export function namesIn(text: string): string[] {
  return text.split(/[、，,；;/／。\n]+/).flatMap((each) => {
    const words = each.trim().split(/\s+/).filter(Boolean);
    const names: string[] = [];
    for (const [at, word] of words.entries()) {
      const isHalf = [...word].length === 1 && [...(words[at - 1] ?? "")].length === 1 && names.at(-1)?.length === 1;
      if (isHalf) names.push((names.pop() ?? "") + word);
      else names.push(word);
    }
    return names;
  });
}

/** 共印 50 份, （共印五十份）, 印数：50: the number of copies. */
export function copiesIn(text: string): number | null {
  const found =
    /([0-9〇零一二三四五六七八九十百千][0-9〇零一二三四五六七八九十百千\s]*)(?:余)?[份本册]?[）)。〕\]]?\s*$/.exec(
      half(plain(text)).trim(),
    );
  return found ? numeralOf(found[1] ?? "") : null;
}
