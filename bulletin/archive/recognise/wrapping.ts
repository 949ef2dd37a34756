import type { Line } from "./lines";

/** How a text stands in its lines, seen over all of them. */
export type Setting = {
  /** The width at which lines were broken (28 characters of a page, 10 of a column); null: a line a paragraph. */
  width: number | null;
  /** Whether paragraphs begin with an indentation that was kept. */
  isIndented: boolean;
  /** Whether blank lines part paragraphs; not where there is none, nor where there is one after each line. */
  isSpaced: boolean;
  /**
   * Whether titles have a face of their own here: then a line without one is hardly a title; `sections` where
   * headlines without one stand below the titles that have one.
   */
  faces: "none" | "sections" | "all";
  /** Whether texts here open with a date, an indentation or the like: what does not is no text below a title. */
  opens: boolean;
};

const fewest = 8;
const narrowest = 6;
const widest = 60;

export function settingOf(lines: Line[]): Setting {
  const all = lines.filter(({ kind, label }) => kind === "text" && !label);
  const blank = all.slice(1).filter(({ blanks }) => blanks > 0).length / Math.max(1, all.length - 1);
  const width = all.length < fewest ? null : widthOf(all);
  return {
    width,
    isIndented: areIndented(all),
    isSpaced: blank > 0.1 && (width === null || blank < 0.9),
    faces: facesOf(all),
    opens: false,
  };
}

function facesOf(all: Line[]): Setting["faces"] {
  const hasFaces = all.some(({ marked }) => marked.style.startsWith("#")) || all.filter(isBoldTitle).length > 1;
  if (!hasFaces) return "none";
  const isPlain = (line: Line | undefined) =>
    line?.marked.style === "plain" && line.ending === "open" && line.width <= 30 && !/[，。；]/.test(line.read);
  const hasPlain = all.some((line, at) => {
    const isFace = line.marked.style.startsWith("#") || isBoldTitle(line);
    if (!isFace || !isPlain(all[at + 1])) return false;
    const text = isPlain(all[at + 2]) ? all[at + 3] : all[at + 2];
    return text !== undefined && (text.lead !== null || text.indent >= 1.5);
  });
  return hasPlain ? "sections" : "all";
}

function isBoldTitle({ marked, ending }: Line): boolean {
  return marked.style === "**" && ending === "open";
}

/** Lines that end in the middle of a sentence, nearly all of one width: they were broken there. */
function widthOf(all: Line[]): number | null {
  const open = all.filter(({ ending, width }) => ending === "open" && width >= narrowest);
  if (open.length < all.length * 0.2 || open.length < 3) return null;
  const counts = new Map<number, number>();
  for (const { width, indent } of open) {
    const whole = Math.round(width + Math.min(indent, 2));
    if (whole <= widest) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  const within = (width: number) => [0, 1, 2].reduce((sum, less) => sum + (counts.get(width - less) ?? 0), 0);
  let best = 0;
  for (const width of counts.keys())
    if (within(width) > within(best) || (within(width) === within(best) && width > best)) best = width;
  const wider = all.filter(({ width }) => width > best + 1.5).length;
  if (within(best) >= open.length * 0.55 && wider <= all.length * 0.2) return best;
  return widthOfFew(all);
}

/** In a short text titles are many: its longest lines are told apart from paragraphs by ending in the middle. */
function widthOfFew(all: Line[]): number | null {
  const edge = all.map(({ width }) => width).toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0;
  if (edge > widest - 12 || edge < narrowest) return null;
  const long = all.filter(({ width, marked }) => width >= edge - 3 && !marked.style.startsWith("#"));
  const open = long.filter(({ ending, read }) => ending === "open" && /[，、。；：]/.test(read));
  return open.length > 1 && open.length >= long.length * 0.5 ? edge : null;
}

/** About as many lines are indented as paragraphs end; titles in the middle of the page stand further in. */
function areIndented(all: Line[]): boolean {
  const indented = all.filter(({ indent, width }) => indent >= 1.5 && indent <= 4.5 && width > 8).length;
  return indented > 2 && indented >= all.filter(({ ending }) => ending === "closed").length * 0.5;
}

/** Whether a line reaches the edge at which lines are broken; a number that was not broken may leave a gap. */
export function isFull({ width, indent }: Line, setting: Setting): boolean {
  if (setting.width === null || width > setting.width + 1.2) return false;
  return width + Math.min(indent, 2) >= setting.width - (setting.width < 16 ? 2.1 : 3.1);
}
