/** 99.8%: never rounded up to a whole that it is not. */
export function percent(share: number): string {
  return share === 1 ? "100%" : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}
