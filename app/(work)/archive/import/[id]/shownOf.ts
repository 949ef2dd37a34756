import { plain } from "@/bulletin/archive/recognise/marks";
import type { Piece } from "@/bulletin/archive/recognise/pieces";

/** A piece as people read it: without the marks that stand for bold, headings, the cells of a table and pictures. */
export function shownOf({ label, text }: Piece): string {
  if (label === "figure") return /^!\[([^\]]*)\]/.exec(text)?.[1] ?? text;
  if (label === "tableRow") return text.replace(/^\|\s*|\s*\|$/g, "").replace(/\s*\|\s*/g, "　");
  return plain(text);
}
