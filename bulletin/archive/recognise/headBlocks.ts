import { opensStory } from "./datelines";
import { opens } from "./following";
import type { Line } from "./lines";
import { isDecorated } from "./styles";
import type { Setting } from "./wrapping";

const tallest = 3;
const column = 16;
const stops = /[，。；：、,;:]/;

/** A few lines together between blank ones, without an end, over what surely begins something. */
export function headBlocksIn(lines: Line[], setting: Setting): Line[] {
  if (setting.width === null) return [];
  if (!setting.isSpaced) return setting.width <= column ? headsInColumn(lines, setting) : [];
  const found: Line[] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (line.kind !== "text" || line.label) continue;
    if (line.blanks > 0) {
      if (block.length <= tallest && block.at(-1)?.ending === "open" && opens(line, setting)) found.push(...block);
      block = [];
    }
    block.push(line);
  }
  return found;
}

/** In a column without blank lines: a few lines without a stop, the last not full, over a text that a date begins. */
function headsInColumn(lines: Line[], setting: Setting): Line[] {
  const found: Line[] = [];
  let block: Line[] = [];
  const take = () => {
    const last = block.at(-1);
    if (last && last.width < (setting.width ?? 0) - 0.9 && block.length <= tallest) found.push(...block);
  };
  for (const line of lines) {
    if (line.kind !== "text" || line.label) continue;
    if (line.lead?.kind === "date" || opensStory(line.text)) take();
    if (line.ending !== "open" || stops.test(line.read) || isDecorated(line.marked.style)) block = [];
    else if (opensStory(line.text)) block = [];
    else block.push(line);
  }
  take();
  return found;
}
