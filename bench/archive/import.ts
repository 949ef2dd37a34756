import { archiveImport } from "@/bulletin/archive/import/archive";
import { takeFile } from "@/bulletin/archive/import/take";
import { house } from "@/bulletin/testing/people";
import { publication as newPublication } from "@/bulletin/testing/publications";
import { db } from "@/lib/db";
import { type Measured, quantile } from "../print";
import { onScratch } from "./scratch";
import { drawFrom, sentences } from "./words";

const issues = 1_000;
const entriesEach = 25;
const name = "测量周报";

/** A thousand past issues of 25 entries from text: read, recognised, kept, confirmed; and whether memory stays flat. */
export async function imports(): Promise<Measured[]> {
  return onScratch(async () => {
    const { editor } = await house();
    await newPublication({ name });
    const memory: number[] = [];
    const took = { reading: [] as number[], archiving: [] as number[] };
    let recognised = 0;
    const from = performance.now();
    for (let number = 1; number <= issues; number++) {
      const bytes = new TextEncoder().encode(weekly(number));
      const begun = performance.now();
      const { id, entries } = await takeFile(editor, { name: `${number}.txt`, bytes });
      took.reading.push(performance.now() - begun);
      recognised += entries;
      const kept = performance.now();
      await archiveImport(editor, { id, version: 1 });
      took.archiving.push(performance.now() - kept);
      if (number % 100 === 0) memory.push(process.memoryUsage().rss / 1_048_576);
    }
    const seconds = (performance.now() - from) / 1000;
    const archived = await db.entry.count();
    const expected = `应为 ${issues * entriesEach}，识别 ${recognised}`;
    return [
      { what: `导入并归档 ${issues} 期，每期 ${entriesEach} 条`, value: seconds, unit: "秒", bound: 180 },
      { what: "其中识别入库，每期中位", value: quantile(took.reading), unit: "毫秒" },
      { what: "其中归档，每期中位", value: quantile(took.archiving), unit: "毫秒" },
      { what: "归档的条目", value: archived, unit: "条", note: expected },
      { what: "内存，100 期后", value: memory[0] ?? null, unit: "MB" },
      { what: `内存，${issues} 期后`, value: memory.at(-1) ?? null, unit: "MB" },
    ];
  });
}

/** As it would be read off its pages: ten stories, fifteen dated briefs. */
function weekly(number: number): string {
  const draw = drawFrom(number);
  const year = 2006 + Math.floor(number / 52);
  const day = new Date(Date.UTC(year, 0, 4 + (number % 52) * 7)).toISOString().slice(0, 10);
  const [, month, date] = day.split("-").map(Number);
  const stories = Array.from({ length: 10 }, () => {
    // A headline has no stop in it.
    const title = sentences(draw, 24)
      .replace(/[，。]/g, "")
      .slice(0, 18);
    const paragraphs = [0, 1, 2].map(() => sentences(draw, 160));
    return [title, `${month}月${date}日，${paragraphs[0]}`, ...paragraphs.slice(1)].join("\n\n");
  });
  const briefs = Array.from(
    { length: 15 },
    (_, at) => `${month}月${Math.max(1, (date ?? 1) - (at % 3))}日，${sentences(draw, 480)}`,
  );
  return [
    ...[name, `第 ${(number % 52) + 1} 期`, "青禾市政协办公室", `${year}年${month}月${date}日`],
    ...["※重要会议※", ...stories, "※领导活动※", ...briefs],
    ...["报：市委常委，市政协正副主席。", "送：市委办公室，各县区政协。", "编 辑：张三", "审 核：李四"],
  ].join("\n\n");
}
