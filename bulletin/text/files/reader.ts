import { answering } from "@/lib/apartProgram";
import type { Answer, Question } from "./apart";
import { blocksOfHtml } from "./html";
import { markedText } from "./marked";
import { pagesIn } from "./pdfPages";
import { readFile } from "./read";

// Files and what was pasted, one after the other, read in a process of their own.
answering<Question, Answer>(async ({ ask, bytes }) => {
  if (ask === "pages") return { pages: await pagesIn(bytes) };
  if (ask === "marked") return { marked: markedText(blocksOfHtml(Buffer.from(bytes).toString())) };
  return { file: await readFile(bytes) };
});
