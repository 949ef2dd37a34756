import { type Drawing, nothingDrawn, unfitDrawing } from "@/bulletin/post/strokes";

/**
 * What was being written, in this browser alone: a session may end, a tablet may run out of power. The
 * key names the person: on a wall screen the next one finds nothing of it.
 */
export type Kept = {
  text: string;
  drawing: Drawing;
  /** The story that it was on, and the sentence; null and empty: the whole issue. */
  storyId: string | null;
  quote: string;
};

const nameOf = (key: string) => `bianfa-instruction-${key}`;

export function keep(key: string, written: Kept | null): void {
  try {
    if (written) localStorage.setItem(nameOf(key), JSON.stringify(written));
    else localStorage.removeItem(nameOf(key));
  } catch {
    // The browser keeps nothing (private window, full): what is written still stands in the form.
  }
}

/** The first of these keys under which something was kept. */
export function kept(...keys: string[]): Kept | null {
  for (const key of keys) {
    try {
      const found = JSON.parse(localStorage.getItem(nameOf(key)) ?? "null") as Partial<
        Record<keyof Kept, unknown>
      > | null;
      const drawing = found?.drawing ?? nothingDrawn;
      if (!found || typeof found.text !== "string" || unfitDrawing(drawing)) continue;
      const storyId = typeof found.storyId === "string" ? found.storyId : null;
      return { text: found.text, drawing: drawing as Drawing, storyId, quote: String(found.quote ?? "") };
    } catch {
      // Broken or forbidden: there is nothing to offer.
    }
  }
  return null;
}
