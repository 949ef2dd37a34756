import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { typeset } from "@/typesetting/press";
import { type Measured, quantile } from "../print";
import { byChromium } from "./chromium";
import { paintPhotographs, twelvePages } from "./issue";
import { keystroke } from "./keystroke";
import { byLibreOffice } from "./libreoffice";
import { openPress } from "./open";

/** The press against its bounds, and against what people would use instead. */
export async function measure(): Promise<Measured[]> {
  const photographs = await paintPhotographs();
  try {
    return await measured(photographs);
  } finally {
    rmSync(photographs, { recursive: true, force: true });
  }
}

async function measured(photographs: string): Promise<Measured[]> {
  const issueOf = twelvePages(photographs);
  const press = openPress();
  const count = typeset(press, issueOf(1)).count;
  const different = timed(30, (at) => typeset(press, issueOf(100 + at)).archive());
  const changed = timed(30, (at) => {
    const issue = issueOf(1);
    const block = issue.sections[0]?.entries[2]?.blocks[0];
    if (block?.type === "paragraph") block.runs = [{ text: `${"改了一处的段落。".repeat(4)}${at}` }];
    typeset(press, issue).archive();
  });
  const [early = 0, last = 0] = JSON.parse(apart("many.ts", photographs)) as number[];
  const median = quantile(different);
  const [chromium, office] = [await byChromium(issueOf(1)), await byLibreOffice(issueOf(1))];
  const typed = await keystroke();
  return [
    { what: "页数", value: count, unit: "页" },
    { what: "每期都不同，中位", value: median, unit: "毫秒", bound: 60 },
    { what: "每期都不同，95%", value: quantile(different, 0.95), unit: "毫秒" },
    { what: "改一段之后，中位", value: quantile(changed), unit: "毫秒", bound: 20 },
    {
      what: "新进程的第一期，含字体",
      value: quantile([1, 2, 3].map(() => Number(apart("first.ts", photographs)))),
      unit: "毫秒",
      bound: 700,
    },
    {
      what: "500期之后的内存",
      value: last,
      unit: "MB",
      bound: 600,
      note: `第100期时 ${Math.round(early)} MB`,
    },
    { what: "从按键到版面重画，中位", value: typed?.median ?? null, unit: "毫秒" },
    {
      what: "从按键到版面重画，95%",
      value: typed?.p95 ?? null,
      unit: "毫秒",
      bound: 200,
      note: typed ? `${typed.pages} 页` : "要有 Chromium",
    },
    { what: "同一期由热的 Chromium 打印 HTML", value: chromium, unit: "毫秒", note: times(chromium, median) },
    {
      what: "同一期由 LibreOffice 转换 docx，新进程",
      value: office.cold,
      unit: "毫秒",
      note: times(office.cold, median),
    },
    {
      what: "同一期由 LibreOffice 转换 docx，热的进程",
      value: office.warm,
      unit: "毫秒",
      note: times(office.warm, median),
    },
  ];
}

function timed(rounds: number, run: (at: number) => void): number[] {
  for (let at = 0; at < 3; at++) run(-at - 1);
  return Array.from({ length: rounds }, (_, at) => {
    const begin = performance.now();
    run(at);
    return performance.now() - begin;
  });
}

/** What a script of this folder prints, run in a process of its own. */
function apart(script: string, photographs: string): string {
  const file = path.join(import.meta.dirname, script);
  return execFileSync(process.execPath, ["--import", "tsx", file, photographs], { encoding: "utf8" });
}

function times(other: number | null, ours: number): string {
  return other === null ? "" : `${(other / ours).toFixed(1)} 倍`;
}
