import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

let jieba: Jieba | undefined;

/** The words of a Chinese text, in order; together they are the text. The dictionary is read at the first use. */
export function wordsOf(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, true);
}

/** The nouns of a Chinese text, each once: what it is about. */
export function nounsOf(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  const nouns = jieba.tag(text, true).filter(({ tag, word }) => /^(n|nz|vn|an)$/.test(tag) && [...word].length > 1);
  return [...new Set(nouns.map(({ word }) => word))];
}
