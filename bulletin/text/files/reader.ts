import { Worker } from "node:worker_threads";
import { Refusal } from "@/lib/refusal";
import type { Answer, Question } from "./apart";
import { pagesIn } from "./pdfPages";
import { readFile } from "./read";

// Files, one after the other, read in a process of their own; apart.ts begins it and hears the answers.

/** Bytes of memory: buffers that a file is unpacked into are in no heap, so the whole process is measured. */
const most = 1_200 * 1_048_576;

// In a thread, since the file may keep this one busy.
new Worker(
  `setInterval(() => { if (process.memoryUsage.rss() > ${most}) process.kill(process.pid, "SIGKILL"); }, 20);`,
  { eval: true },
);

process.once("disconnect", () => process.exit(0));
process.on("message", async (question) => {
  process.send?.(await answerTo(question as Question));
});

async function answerTo({ ask, bytes }: Question): Promise<Answer> {
  try {
    return ask === "pages" ? { pages: await pagesIn(bytes) } : { file: await readFile(bytes) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { key: error.key, values: error.values } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
