/** 99.8%: never rounded up to a whole that it is not. */
export function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}
