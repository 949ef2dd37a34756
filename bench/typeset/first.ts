import { typeset } from "@/typesetting/press";
import { twelvePages } from "./issue";
import { openPress } from "./open";

// In a process of its own: from nothing to the bytes of the PDF, faces included.
const issue = twelvePages(process.argv[2] ?? "")(1);
const begin = performance.now();
typeset(openPress(), issue).archive();
process.stdout.write(String(performance.now() - begin));
