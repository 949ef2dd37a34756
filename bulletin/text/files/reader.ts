import { answering } from "@/lib/apartProgram";
import type { Answer, Question } from "./apart";
import { pagesIn } from "./pdfPages";
import { readFile } from "./read";

// Files, one after the other, read in a process of their own.
answering<Question, Answer>(async ({ ask, bytes }) =>
  ask === "pages" ? { pages: await pagesIn(bytes) } : { file: await readFile(bytes) },
);
