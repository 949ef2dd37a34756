/** Round steps for an axis that reaches `most`: 1, 2 or 5 times a power of ten, about `count` of them. */
export function ticksTo(most: number, count = 5): number[] {
  const rough = Math.max(1, most) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
