import { placeOfStory } from "@/app/reading/[id]/placeOfStory";

/** Underlines the sentences on which was written, where they stand (CSS Custom Highlight API; elsewhere they are quoted only). */
export function markQuotes(): void {
  if (!("highlights" in CSS)) return;
  const quotes = [...document.querySelectorAll<HTMLElement>("[data-quote]")].map(({ dataset }) => dataset);
  const ranges = quotes.flatMap(({ quote = "", on = "" }) => rangeOf(document.getElementById(placeOfStory(on)), quote));
  CSS.highlights.set("quote", new Highlight(...ranges));
}

function rangeOf(story: HTMLElement | null, quote: string): Range[] {
  for (const paragraph of story?.querySelectorAll("[data-text] p, [data-text] li") ?? []) {
    const start = (paragraph.textContent ?? "").indexOf(quote);
    if (start < 0) continue;
    const range = document.createRange();
    const [from, to] = [placeIn(paragraph, start), placeIn(paragraph, start + quote.length)];
    if (!from || !to) continue;
    range.setStart(...from);
    range.setEnd(...to);
    return [range];
  }
  return [];
}

/** Which text node holds the character at `offset`, and where in it. */
function placeIn(paragraph: Element, offset: number): [Node, number] | null {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}
