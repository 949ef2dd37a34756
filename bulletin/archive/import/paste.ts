import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { formatMasthead, today } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { ask, has } from "../../policy";
import { refuse } from "../../text/fields";
import { markedApart } from "../../text/files/apart";
import { maxTextLength } from "../../text/files/limits";
import { takeText } from "./take";

/** What was on the clipboard: as Word or WPS puts it there, and the same as plain text. */
const clipboard = z
  .string()
  .default("")
  .superRefine((text, ctx) => {
    if (text.length > maxTextLength) refuse(ctx, "textTooLongToImport", { max: maxTextLength / 10_000 });
  });

export const pasteSchema = z.object({ html: clipboard, text: clipboard });

/** A bulletin that was copied out of Word or WPS and pasted here. Its headings and bold are kept where they came along. */
export async function takePasted(actor: Actor, { html, text }: z.output<typeof pasteSchema>) {
  ask(has(actor, "editor"));
  const marked = html ? await markedApart(html) : "";
  const pasted = marked.trim() && holdsAll(marked, text) ? marked : text;
  if (!pasted.trim()) throw new Refusal("emptyPaste", { field: "text" });
  const first = pasted.split("\n").find((line) => line.trim()) ?? "";
  return takeText(actor, {
    name: `${formatMasthead(today())} ${[...first.replace(/[#*\s]/g, "")].slice(0, 20).join("")}`,
    text: pasted,
  });
}

/** Lines of the plain text that are looked for in the whole of the other, where they are no line of it. */
const mostLookedFor = 200;

/**
 * Whether the text with marks says all that the plain one says, line by line: a page can hide from its reader what a
 * browser shows. Numbers that Word puts before a line by itself are in the plain text alone.
 */
function holdsAll(marked: string, text: string): boolean {
  const own = new Set(marked.split("\n").map(wordsOf));
  const missing = [...new Set(text.split("\n").map(wordsOf))].filter((line) => line.length > 1 && !own.has(line));
  if (missing.length > mostLookedFor) return false;
  const all = [...own].join("");
  return missing.every((line) => all.includes(line));
}

function wordsOf(line: string): string {
  const bare = line.replace(/^(?:[\s#*]*[（(]?(?:[一二三四五六七八九十百]+|\d+)[)）、.．])+/u, "");
  return bare.replace(/[^\p{Script=Han}]/gu, "");
}
