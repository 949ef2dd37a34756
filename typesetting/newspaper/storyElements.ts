import type { Story } from "./copy";
import { textOf } from "./copy";
import type { Element, SetParagraph } from "./elements";
import { emsOf } from "./ems";
import type { Fit } from "./fit";
import { endOf, type Flowed } from "./flow";
import { tableRowsOf, tableWidth } from "./form";
import type { Galley } from "./galley";
import { across, type Grid, leftOf, pitch, topOf } from "./grid";
import { lineHeight } from "./head";
import { jumpTo } from "./notes";
import { isOdd, type Picture } from "./pictures";
import type { SetPlaced } from "./plan";
import { resumedOf } from "./resumed";
import { linesIn, styles } from "./setting";

type StoryPlaced = Extract<SetPlaced, { fit: Fit }>;

/** A story at its place, from above: head, picture, text, further pictures, tables. `down` is the page's first row. */
export function storyElements(
  { piece, fit, ...place }: StoryPlaced,
  grid: Grid,
  galley: Galley,
  down: number,
): Element[] {
  const { form } = fit;
  const [x, width] = [leftOf(grid, place.column), across(grid, place.width)];
  const top = topOf(grid, down + place.row);
  const elements: Element[] = [];
  if (piece.boxed) elements.push({ kind: "box", x, y: top, width, height: place.height * pitch });
  let y = top + (piece.boxed ? pitch : 0);
  const headHeight = (form.headRows + fit.extra) * pitch;
  if (headHeight) elements.push(headOf(piece, fit, { x, y, width, height: headHeight }, grid));
  y += headHeight;
  const [first] = piece.pictures;
  const beside = form.placing === "side" ? across(grid, form.span) + grid.gutter : 0;
  if (first && fit.pictureRows) {
    const margin = piece.boxed ? 0.05 * width : 0;
    const box = { x: x + margin, y, width: across(grid, form.span) - 2 * margin, height: fit.pictureRows * pitch };
    elements.push(pictureElement(first, form.picture.caption, form.placing !== "side", box));
    if (form.placing === "top") y += box.height;
  }
  if (place.flowed.length) elements.push(textElement(x + beside, y));
  // Pictures and tables stand on the foot of the story's place.
  y = top + place.height * pitch - (piece.boxed ? pitch : 0);
  if (fit.cut) return elements;
  for (const [at, table] of [...piece.tables.entries()].reverse()) {
    const heights = galley.heights(table, tableWidth(piece, place.width, grid));
    y -= (form.tableRows[at] ?? tableRowsOf(heights)) * pitch;
    const inset = (width - tableWidth(piece, place.width, grid)) / 2;
    const box = { x, y: y + pitch / 2, width, height: (form.tableRows[at] ?? 0) * pitch - pitch / 2 };
    elements.push({ kind: "table", at: { entry: piece.entry, block: table.at }, table, heights, inset, ...box });
  }
  for (const [at, { pictures, rows }] of [...form.strips.entries()].reverse()) {
    const height = (fit.stripRows[at] ?? rows.natural) * pitch;
    y -= height;
    for (const { picture, column, columns } of pictures) {
      const box = { x: x + leftOf(grid, column) - grid.left, y, width: across(grid, columns), height };
      elements.push(
        pictureElement(picture, rows.caption, false, { ...box, y: y + pitch / 2, height: height - pitch / 2 }),
      );
    }
  }
  return elements;

  function textElement(left: number, y: number): Element {
    const { setting, placing } = form;
    const rows = fit.cut ? fit.textRows : form.textRows;
    const lines = linesIn(setting.style, rows);
    const height = lines * styles[setting.style].pitch * fit.loose;
    const { measure, columns, gutter, inset } = setting;
    return {
      ...setting,
      kind: "text",
      x: left + inset,
      y,
      width: columns * measure + (columns - 1) * gutter,
      height,
      loose: fit.loose,
      used: Math.ceil(endOf(place.flowed) / Math.max(lines, 1)),
      occupied: placing === "inset" ? fit.pictureRows : 0,
      paragraphs: place.flowed.map((each, at) =>
        setParagraph(
          each,
          place.jump && at === place.flowed.length - 1 ? jumpTo(place.jump.to, place.jump.number) : "",
        ),
      ),
    };
  }
}

export function setParagraph({ paragraph, ...where }: Flowed, note = ""): SetParagraph {
  const { entry, block, item, from, kind, lead, bullet, runs, indent } = paragraph;
  const at =
    block < 0 ? { entry, part: "headline" as const } : { entry, block, from, ...(item === null ? {} : { item }) };
  return { at, to: from + textOf(paragraph).length, kind, lead, bullet, runs, indent, ...where, note };
}

type Box = { x: number; y: number; width: number; height: number };

function headOf(story: Story, { form, extra }: Fit, box: Box, grid: Grid): Element {
  const at = { entry: story.entry, part: "headline" as const };
  if (story.resumed || story.later) return { kind: "resumed", at, ...resumedOf(story, form.width, grid), ...box };
  const { kicker, headline, deck } = form.head;
  // A headline that gets air is first made larger, as far as its line allows.
  const longest = Math.max(1, ...headline.lines.map(emsOf));
  const grown = 1 + (0.55 * extra * pitch) / (headline.lines.length * headline.size * lineHeight.headline || 1);
  const room = (box.width * (story.boxed ? 0.9 : 0.98)) / (longest * (headline.size + headline.tracking));
  const factor = Math.max(1, Math.min(grown, room, 1.2));
  const larger = { ...headline, size: headline.size * factor, tracking: headline.tracking * factor };
  return { kind: "head", at, boxed: story.boxed, kicker, headline: larger, deck, ...box };
}

function pictureElement(picture: Picture, caption: number, followed: boolean, box: Box): Element {
  const at = { entry: picture.entry, block: picture.block };
  return {
    kind: "picture",
    at,
    fit: isOdd(picture) ? "contain" : "cover",
    captioned: caption,
    followed,
    ...picture,
    ...box,
  };
}
