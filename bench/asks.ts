/** What a run is to measure. */
export type Asks = {
  /** Also what takes an hour. */
  full: boolean;
  /** With how many items what grows with them is measured, the fewest first. */
  sizes: number[];
  /** Whether those were named: then only what grows with them is asked for. */
  chosen: boolean;
};

export function sizesOf(full: boolean): number[] {
  return full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
}
