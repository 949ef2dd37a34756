import { joined, type Run } from "../model";

export type Face = Pick<Run, "bold" | "italic" | "underline">;
const faces: Record<string, keyof Face> = { strong: "bold", b: "bold", em: "italic", i: "italic", u: "underline" };

export function faceOf(tag: string, style: string): Face | null {
  const named = faces[tag];
  if (named) return { [named]: true };
  const bold = /font-weight:\s*(bold|[6-9]00)/i.test(style);
  const italic = /font-style:\s*italic/i.test(style);
  const underline = /text-decoration[^;]*underline/i.test(style);
  if (!bold && !italic && !underline) return null;
  return { ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }) };
}

/** Without blanks at either end; the indent of two characters is how it is printed, not what it says. */
export function trimmed(runs: Run[]): Run[] {
  const all = joined(runs);
  const first = all[0];
  if (first) first.text = first.text.replace(/^[\s\u3000]+/, "");
  const last = all.at(-1);
  if (last) last.text = last.text.replace(/[\s\u3000]+$/, "");
  return joined(all);
}

export function plain(runs: Run[]): Run[] {
  return joined(runs.map(({ text }) => ({ text })));
}

/** Word calls a picture 图片 1 or Picture 1, which says nothing. */
export function captionOf(alt: string): string {
  return /^(图片|图像|Picture|Image|图形|IMG)[\s_]*\d*$|[\\/]|\.(jpe?g|png|gif|bmp)$/i.test(alt.trim())
    ? ""
    : alt.trim().slice(0, 120);
}
