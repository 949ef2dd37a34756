/** Values in what somebody sends, those within others counted too: several times what the longest text is made of. */
export const mostValues = 100_000;

/**
 * Whether something sent holds more than that. Asked before a schema looks at it: zod goes through a record, and a
 * list within that has no end, to its end, and says something of each of its elements. Nests may be as deep as they like.
 */
export function isTooMuch(sent: unknown): boolean {
  const waiting = [sent];
  for (let seen = 0; waiting.length; seen++) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    const within: unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (seen + waiting.length + within.length > mostValues) return true;
    for (const each of within) waiting.push(each);
  }
  return false;
}
