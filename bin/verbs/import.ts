// import FILE… [--json]   读入往期（.txt .md .docx .pdf .zip），留待确认；--json 只识别、不入库
import { existsSync } from "node:fs";
import { operatorImport, recognisedFiles } from "@/bulletin/archive/import/operator";
import { onlyNeededDecoders } from "@/lib/decoders";
import { percentReached } from "@/lib/percent";
import type { Refusal } from "@/lib/refusal";
import zh from "@/messages/zh-CN";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { runVerb } from "../verb";

const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith("--"));
const unknown = words.find((word) => word.startsWith("--") && word !== "--json");

await runVerb(async () => {
  onlyNeededDecoders();
  if (!files.length || unknown) throw new Sentence("用法：npm run bianfa -- import 文件… [--json]");
  const absent = files.find((file) => !existsSync(file));
  if (absent) throw new Sentence(`没有这个文件：${absent}`);
  if (words.includes("--json")) await print();
  else
    await withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      await keep();
    });
});

/** One JSON object a file, a line each. */
async function print(): Promise<void> {
  for await (const file of recognisedFiles(files)) {
    if ("refusal" in file) refused(file);
    else process.stdout.write(`${JSON.stringify(file)}\n`);
  }
}

async function keep(): Promise<void> {
  let waiting = 0;
  for await (const file of operatorImport(files)) {
    if ("refusal" in file) {
      refused(file);
      continue;
    }
    if ("year" in file) {
      process.stdout.write(`${file.name}：${file.year}年，归档${file.archived}期，已有${file.known}期\n`);
      continue;
    }
    const { name, again, issues, entries, coverage } = file;
    const share = percentReached(coverage);
    process.stdout.write(`${name}：${again ? "已导入过" : `${issues}期，${entries}条，识别率${share}`}\n`);
    if (!again) waiting += 1;
  }
  if (waiting) process.stdout.write(`${waiting}个文件待确认：在“档案 — 导入往期”里核对后归档。\n`);
}

/** The other files go on; the status tells that not all were read. */
function refused({ name, refusal }: { name: string; refusal: Refusal }): void {
  const sentences = zh.refusals as Record<string, string>;
  const sentence = sentences[refusal.key] ?? refusal.key;
  const filled = sentence.replace(/\{(\w+)\}/g, (_, value: string) => String(refusal.values[value] ?? ""));
  process.stderr.write(`${name}：${filled}\n`);
  process.exitCode = 1;
}
