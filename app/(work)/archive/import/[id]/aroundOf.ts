/** So many issues, named with their years, stand side by side in one row of a screen. */
const most = 8;

/**
 * Which of `count` issues are shown when number `at` (from 0) is the present one: those around it as `from` to `to`
 * (not `to` itself), and of the others the nearest on either side that lacks something, so that it can be found among
 * hundreds. Null: there is none.
 */
export function aroundOf(count: number, at: number, isLacking: (at: number) => boolean) {
  const from = Math.max(0, Math.min(at - most / 2, count - most));
  const to = Math.min(count, from + most);
  let before: number | null = null;
  for (let each = from - 1; each >= 0 && before === null; each--) if (isLacking(each)) before = each;
  let after: number | null = null;
  for (let each = to; each < count && after === null; each++) if (isLacking(each)) after = each;
  return { from, to, before, after };
}
