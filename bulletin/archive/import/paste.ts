import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { formatMasthead, today } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { ask, has } from "../../policy";
import { refuse } from "../../text/fields";
import { blocksOfHtml } from "../../text/files/html";
import { maxTextLength } from "../../text/files/limits";
import { markedText } from "../../text/files/marked";
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
  const marked = html ? markedText(blocksOfHtml(html)) : "";
  const pasted = marked.trim() ? marked : text;
  if (!pasted.trim()) throw new Refusal("emptyPaste", { field: "text" });
  const first = pasted.split("\n").find((line) => line.trim()) ?? "";
  return takeText(actor, {
    name: `${formatMasthead(today())} ${[...first.replace(/[#*\s]/g, "")].slice(0, 20).join("")}`,
    text: pasted,
  });
}
