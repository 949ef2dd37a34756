import { answering } from "@/lib/apartProgram";
import type { Question } from "./apart";
import { pagesIn } from "./pdfPages";
import { readFile } from "./read";

// Files, one after the other, read in a process of their own.
answering<Question, unknown>(({ ask, bytes }) => (ask === "pages" ? pagesIn(bytes) : readFile(bytes)));
