import { type Drawing, drawingSchema } from "@/bulletin/post/strokes";

/** What was being written, in this browser alone: a session may end, a tablet may run out of power. */
export type Kept = { text: string; drawing: Drawing };

const nameOf = (key: string) => `bianfa-instruction-${key}`;

export function keep(key: string, written: Kept | null): void {
  try {
    if (written) localStorage.setItem(nameOf(key), JSON.stringify(written));
    else localStorage.removeItem(nameOf(key));
  } catch {
    // The browser keeps nothing (private window, full): what is written still stands in the form.
  }
}

export function kept(key: string): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(nameOf(key)) ?? "null") as {
      text?: unknown;
      drawing?: unknown;
    } | null;
    const drawing = drawingSchema.safeParse(found?.drawing);
    if (!found || typeof found.text !== "string" || !drawing.success) return null;
    return { text: found.text, drawing: drawing.data };
  } catch {
    // Broken or forbidden: there is nothing to offer.
    return null;
  }
}
