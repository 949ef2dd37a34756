import { brokenBySense } from "../headline/broken";
import type { Story } from "./copy";
import { emsOf } from "./ems";
import { across, type Grid, pitch } from "./grid";

/** What stands above a story's text, broken and sized for a width; `rows` is what it takes at the least. */
export type Head = {
  rows: number;
  kicker: { lines: string[]; size: number };
  headline: { lines: string[]; size: number; tracking: number };
  deck: { lines: string[]; size: number };
  /** How far the headline came out from what its rank deserves. */
  cost: number;
};

/** Largest size of a headline over 1, 2, 3, 4 and more columns. */
const largest = {
  1: [24, 36, 50, 66, 66, 66],
  2: [22, 31, 44, 50, 54, 54],
  3: [20, 28, 33, 36, 40, 40],
  4: [18, 24, 28, 30, 30, 30],
} as const;
/** Never smaller than this by itself; what does not fit then takes more lines. */
const smallest = [15, 19, 22, 24, 26, 26];
const kickers = [11.5, 13.5, 16, 19, 20, 20];
const decks = [10.5, 12.5, 14.5, 16, 17, 17];

export const lineHeight = { kicker: 1.55, headline: 1.22, deck: 1.6 };

export function headOf(story: Story, columns: number, grid: Grid): Head {
  const at = Math.min(columns, 6) - 1;
  const width = across(grid, columns) * (story.boxed ? 0.9 : 0.985);
  const headline = sized(story, at, width, grid);
  const kicker = smaller(story.kicker, (kickers[at] ?? 12) * grid.scale, width);
  const deck = smaller(story.deck, (decks[at] ?? 12) * grid.scale, width);
  // In a box the kicker is a tag with a ground of its own.
  const above =
    story.boxed && kicker.lines.length ? 1.6 * pitch : kicker.lines.length * kicker.size * lineHeight.kicker;
  const height =
    above +
    headline.lines.length * headline.size * lineHeight.headline +
    deck.lines.length * deck.size * lineHeight.deck;
  const rows = height ? Math.ceil((height + 0.55 * pitch) / pitch) : 0;
  return { rows, kicker, headline, deck, cost: headline.cost };
}

type Sized = Head["headline"] & { cost: number };

/** One line if it comes out large enough, else the two or more that come out largest. */
function sized({ headline, rank }: Story, at: number, width: number, { scale }: Grid): Sized {
  const most = (largest[rank][at] ?? 20) * scale;
  const least = (smallest[at] ?? 15) * scale;
  if (!headline.length) return { lines: [], size: most, tracking: 0, cost: 0 };
  const joined = headline.join("　");
  const ways = [[joined], headline, ...[2, 3].map((count) => brokenBySense([headline.join("")], room(joined, count)))];
  const tried = ways.map((lines, way) => {
    const longest = Math.max(...lines.map(emsOf));
    const size = Math.min(most, width / longest);
    // What the editor broke stays so at the same size; each line more costs height.
    const cost = (1 - size / most) * 22 + (lines.length - 1) * (lines.length > 2 ? 7 : 4) - (way === 1 ? 3 : 0);
    return { lines, size, cost, longest };
  });
  const [best] = tried.filter(({ size }) => size >= least).sort((one, other) => one.cost - other.cost);
  if (best)
    return {
      ...best,
      size: rounded(best.size),
      tracking: trackingOf(best.lines, best.size, width),
      cost: Math.max(best.cost, 0),
    };
  const lines = brokenBySense([joined.replaceAll("　", "")], Math.floor(width / least));
  const longest = Math.max(...lines.map(emsOf));
  return { lines, size: rounded(Math.min(least, width / longest)), tracking: 0, cost: 10 + 4 * lines.length };
}

/** Characters a line must hold so that a headline comes out in so many. */
function room(text: string, count: number): number {
  return Math.max(4, Math.ceil(emsOf(text) / count) + 1);
}

/** A short headline is spaced, if no punctuation would show the gaps. */
function trackingOf(lines: string[], size: number, width: number): number {
  const longest = Math.max(...lines.map((line) => [...line].length));
  if (lines.some((line) => /[^\p{Script=Han}　]/u.test(line))) return 0;
  return rounded(Math.max(0, Math.min(0.09 * size, (width - longest * size) / longest)));
}

function smaller(text: string, size: number, width: number): { lines: string[]; size: number } {
  if (!text) return { lines: [], size };
  const ems = emsOf(text);
  // A little smaller before it breaks.
  const fitting = Math.min(size, width / ems);
  if (fitting >= 0.8 * size) return { lines: [text], size: rounded(fitting) };
  const lines = brokenBySense([text], Math.floor(width / size));
  return { lines, size: rounded(Math.min(size, width / Math.max(...lines.map(emsOf)))) };
}

/** Half points down, so that a size is never wider than its room. */
function rounded(size: number): number {
  return Math.floor(size * 4) / 4;
}
