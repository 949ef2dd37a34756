import { brokenBySense } from "../headline/broken";
import type { Story } from "./copy";
import { emsOf } from "./ems";
import { across, type Grid, pitch } from "./grid";
import { jumpFrom } from "./notes";

/** The repeated headline of what goes on here: plain, at the left, its note behind it. */
export type Resumed = { lines: string[]; size: number; note: string };

const lineHeight = 1.3;

export function resumedOf(story: Story, columns: number, grid: Grid): Resumed {
  const width = across(grid, columns);
  const note = story.resumed ? jumpFrom(story.resumed) : "";
  const size = (columns > 2 ? 19 : columns > 1 ? 17.5 : 14) * grid.scale;
  const title = story.headline.join("　");
  const beside = Math.max(0, width - noteWidth(note));
  if (emsOf(title) * size <= beside || !title) return { lines: title ? [title] : [], size, note };
  const smaller = Math.floor((beside / emsOf(title)) * 4) / 4;
  if (smaller >= size * 0.85) return { lines: [title], size: smaller, note };
  const lines = brokenBySense([story.headline.join("")], Math.floor(width / size));
  return { lines, size: Math.min(size, width / Math.max(...lines.map(emsOf))), note };
}

export function resumedRows(story: Story, columns: number, grid: Grid): number {
  const { lines, size, note } = resumedOf(story, columns, grid);
  const last = lines.at(-1) ?? "";
  const fits = emsOf(last) * size + noteWidth(note) <= across(grid, columns);
  const height = lines.length * size * lineHeight + (fits && lines.length ? 0 : pitch);
  return Math.max(2, Math.ceil((height + 0.5 * pitch) / pitch));
}

/** The note is set in Kai of 11 pt, half a character behind the title. */
function noteWidth(note: string): number {
  return ([...note].length + 0.5) * 11;
}
