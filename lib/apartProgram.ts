import { Worker } from "node:worker_threads";
import type { Said } from "./apart";
import { Refusal } from "./refusal";

/** Bytes of memory: buffers that a file is unpacked into are in no heap, so the whole process is measured. */
const most = 1_200 * 1_048_576;

/** Makes this process answer questions, one after the other; apart.ts begins it and hears the answers. */
export function answering<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  // In a thread, since the question may keep this one busy.
  new Worker(
    `setInterval(() => { if (process.memoryUsage.rss() > ${most}) process.kill(process.pid, "SIGKILL"); }, 20);`,
    { eval: true },
  );
  process.once("disconnect", () => process.exit(0));
  process.on("message", async (question) => {
    process.send?.(await saidOf(() => answer(question as Question)));
  });
}

async function saidOf<Answer>(answer: () => Answer | Promise<Answer>): Promise<Said<Answer>> {
  try {
    return { answer: await answer() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { key: error.key, values: error.values } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
