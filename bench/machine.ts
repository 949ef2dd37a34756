import { cpus, loadavg, totalmem } from "node:os";
import type { Measured } from "./print";

/** What it is measured on, and what else went on there when it began: figures of a busy machine say little. */
export function machine(): Measured[] {
  const [processor] = cpus();
  return [
    { what: "处理器核数", value: cpus().length, unit: "个", note: processor?.model.trim() },
    { what: "内存", value: totalmem() / 2 ** 30, unit: "GB" },
    { what: "开始时的负载（1 分钟）", value: loadavg()[0] ?? null, unit: "", note: `Node ${process.version}` },
  ];
}
