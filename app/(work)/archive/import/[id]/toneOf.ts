import { isOf } from "@/bulletin/archive/recognise/labels";
import type { Piece } from "@/bulletin/archive/recognise/pieces";

/** What stands out in the column of labels: the masthead and titles; what stands nowhere is grey. */
export function toneOf({ label }: Piece): string {
  if (isOf("outside", label)) return "text-ink-3 line-through";
  if (label === "section") return "font-bold text-vermilion";
  if (label === "headline" || label === "headlineLine") return "font-bold";
  if (isOf("masthead", label) || isOf("foot", label)) return "text-indigo";
  return "text-ink-2";
}
