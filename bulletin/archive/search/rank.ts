import { wordsOf } from "@/typesetting/headline/words";
import type { Hit } from "./answer";

/** Characters on either side of a place, within which its word is looked for. */
const around = 8;
const placesLookedAt = 3;

/**
 * The first hits once more, the best before the others: a word in the title, a word that stands as a
 * word (中国 in 中国经济, not in 其中国内市场), then how often. Where all that is equal the order stays.
 */
export function ranked(hits: Hit[], words: string[]): Hit[] {
  const scored = hits.map((hit, at) => ({ hit, at, score: scoreOf(hit, words) }));
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ hit }) => hit);
}

function scoreOf({ body, titled, kind }: Hit, words: string[]): number {
  const text = body ?? "";
  const title = text.slice(0, text.indexOf("\n"));
  const known = titled && (kind === "official" || kind === "issue") ? 8 : 0;
  return words.reduce((sum, word) => {
    const places = placesOf(text, word);
    const whole = places.slice(0, placesLookedAt).some((at) => standsAsWord(text, at, word));
    return (
      sum + (title.includes(word) ? 4 : 0) + (title === word ? 8 : 0) + (whole ? 2 : 0) + Math.log1p(places.length) / 2
    );
  }, known);
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < 20; at = text.indexOf(word, at + word.length))
    places.push(at);
  return places;
}

/** Whether jieba begins and ends words where this one begins and ends. */
export function standsAsWord(text: string, at: number, word: string): boolean {
  const from = Math.max(0, at - around);
  let edge = from;
  const edges = new Set([edge]);
  for (const each of wordsOf(text.slice(from, at + word.length + around))) {
    edge += each.length;
    edges.add(edge);
  }
  return edges.has(at) && edges.has(at + word.length);
}
