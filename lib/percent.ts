/** A share as 66.7%: one place; nothing where there is none. */
export function percent(share: number | null): string {
  return share === null ? "" : `${(100 * share).toFixed(1)}%`;
}

/** A share of a whole that is to be reached: 99.9% is never rounded up to 100%, which it is not. */
export function percentReached(share: number): string {
  return share === 1 ? "100%" : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}
