/**
 * Points are kept, added and divided as whole hundredths of a point: 2.5 points are 250. Nothing here
 * is ever a floating-point fraction, so that a sum is exact whatever the order of adding.
 */
export type Hundredths = number;

/** The most that a single figure may be: a thousand points. */
export const mostPoints: Hundredths = 100_000;

/** `2`, `0.5`, `-1.25`, also in full width; null for what is none, or has more than two places. */
export function parsePoints(text: string): Hundredths | null {
  const found = /^([+-]?)(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.normalize("NFKC").replace("−", "-").trim());
  if (!found) return null;
  const [, sign, whole, part = ""] = found;
  const value = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return sign === "-" && value ? -value : value;
}

/** `2.5`, `-1.25`: as short as it is exact. */
export function formatPoints(points: Hundredths): string {
  const whole = Math.trunc(Math.abs(points) / 100);
  const part = String(Math.abs(points) % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${points < 0 ? "-" : ""}${whole}${part && `.${part}`}`;
}

/** With its sign in front, for what was given or taken by hand. */
export function formatSigned(points: Hundredths): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points);
}

/**
 * Divides evenly, so that the shares add up to the whole again: each gets the whole hundredths, and what is
 * left over goes to the first, a hundredth each (largest remainder; the remainders of equal shares are equal).
 */
export function splitEvenly(whole: Hundredths, count: number): Hundredths[] {
  const share = Math.floor(whole / count);
  const left = whole - share * count;
  return Array.from({ length: count }, (_, at) => share + Number(at < left));
}
