import type { Briefs } from "./briefs";
import type { Story } from "./copy";
import type { Form } from "./form";
import type { Grid } from "./grid";

/**
 * What a width costs a story, in cells of white: the editor's wish before all, then its rank. The first
 * rank leads its page, over all columns or most of them, the second takes about half, the third two.
 */
export function preference(story: Story, { width, placing, span, head }: Form, { columns }: Grid): number {
  const shape = placing === "inset" || (placing === "side" && span === 1) ? (story.rank < 3 ? 9 : 3) : 0;
  const cost = story.resumed || story.later ? 0 : head.cost + shape;
  if (story.wanted && !story.resumed) return cost + 150 * Math.abs(width - Math.min(story.wanted, columns));
  return cost + ofRank(story, width, columns);
}

function ofRank({ rank, boxed, resumed }: Story, width: number, columns: number): number {
  const half = Math.ceil(columns / 2);
  if (resumed) return width === 1 ? 12 : width > 3 ? 3 * (width - 3) : 0;
  if (boxed) return width === 2 ? 0 : width === 3 ? 3 : 14;
  if (rank === 1) return width === columns ? 0 : width >= half ? 6 * (columns - width) : 60;
  if (rank === 2) return width === 1 ? 40 : width < half ? 5 : width === half ? 0 : 5 + 3 * (width - half);
  return width === 1 ? 9 : width === 2 ? 0 : 2 + 3 * (width - 2);
}

export function briefsPreference(_: Briefs, width: number, { columns }: Grid): number {
  const best = columns > 3 ? 3 : 2;
  return width === 1 ? 14 : width === columns ? 5 : 3 * Math.abs(width - best);
}

/** What it costs to send a story to a later page. */
export function moving(piece: Story | Briefs): number {
  if (piece.kind === "briefs") return 100;
  return piece.resumed ? 80 : ([0, 300, 150, 85, 85][piece.rank] ?? 85);
}
