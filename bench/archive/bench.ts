import type { Asks } from "../asks";
import type { Measured } from "../print";
import { imports } from "./import";
import { onFilled } from "./scratch";
import { searchOf } from "./search";
import { statisticsOf } from "./statistics";

/**
 * The archive against its bounds: import, then search and statistics as it grows, each size on a database of its
 * own, filled once. The largest only with `full`: it takes three quarters of an hour and 25 GB.
 */
export async function measure({ full, sizes, chosen }: Asks): Promise<Measured[]> {
  const rows = chosen ? [] : await imports();
  let smallest: number | null = null;
  for (const size of sizes)
    await onFilled(size, async (url, { seconds, issues }) => {
      rows.push({ what: `${size} 篇稿件，填充`, value: seconds, unit: "秒", note: `${issues} 期` });
      const { rows: found, p95 } = await searchOf(size, url, smallest);
      smallest ??= p95;
      rows.push(...found, ...(await statisticsOf(size)));
    });
  if (!full && !chosen)
    rows.push({ what: "查找和统计，1000000 篇稿件", value: null, unit: "毫秒", note: "用 --full 测" });
  return rows;
}
