import type { Measured } from "../print";
import { fill } from "./fill";
import { onScratch } from "./scratch";

/** Search, as a reader with a tenth of everything before them. */
export async function search(full: boolean): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const count of [10_000, 100_000, ...(full ? [1_000_000] : [])])
    await onScratch(async (url) => {
      const from = performance.now();
      await fill(url, count);
      rows.push({ what: `${count} 篇稿件备齐`, value: (performance.now() - from) / 1000, unit: "秒" });
    });
  return rows;
}
