/** Pairs of neighbouring characters, without marks and blanks: what two texts have in common. */
export function bigramsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, "");
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

/** The share of the bigrams of `some` that `other` has too; each may weigh differently. */
export function shareOf(some: Set<string>, other: Set<string>, weight: (pair: string) => number = () => 1): number {
  let all = 0;
  let shared = 0;
  for (const pair of some) {
    const each = weight(pair);
    all += each;
    if (other.has(pair)) shared += each;
  }
  return all ? shared / all : 0;
}

export function overlap(some: string, other: string): number {
  return shareOf(bigramsOf(some), bigramsOf(other));
}
