import {
  BorderStyle,
  type FileChild,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Photographs, PlacedFigure } from "../data/figures";
import { words } from "../words";
import { type Making, nextDrawing } from "./making";
import { millimetres, pitch, points, typeArea } from "./measures";
import type { Picture } from "./pictures";
import { textRuns, xmlText } from "./text";

type Box = { width: number; height: number };

/** Between two photographs that stand side by side. */
const gap = millimetres(4);

/**
 * One photograph in the middle, or two side by side, with 楷体 captions that stay with them; as high as in
 * the PDF, so that they and their captions take up whole rows of the page (typesetting/data/figures.ts).
 */
export function photographs({ figures, rows, captionLines }: Photographs, making: Making): FileChild[] {
  const captioned = figures.some(({ caption, credit }) => caption || credit);
  const height = rows * pitch - (0.42 + (captioned ? 0.95 * captionLines : 0.2)) * pitch;
  const [first, second] = figures;
  if (first && second) return [pairOf(first, second, height, making), new Paragraph({ style: "Seam" })];
  return figures.flatMap((figure) => [
    photograph(figure, { width: typeArea / 20, height }, making, captioned),
    ...(captioned ? [captionOf(figure)] : []),
  ]);
}

function photograph(figure: PlacedFigure, box: Box, making: Making, captioned: boolean): Paragraph {
  const picture = making.pictures.get(figure.image);
  return new Paragraph({
    style: "Photograph",
    keepNext: captioned,
    spacing: { before: points(0.42 * pitch), after: captioned ? 0 : points(0.2 * pitch) },
    ...(picture ? { children: [imageOf(figure, picture, box, nextDrawing(making))] } : emptyFrame(box, figure.ratio)),
  });
}

/** A photograph that fills its box and loses what stands over (Word's own crop: nothing is lost), or fits in it. */
function imageOf(
  { fit, caption }: PlacedFigure,
  { type, bytes, width, height }: Picture,
  box: Box,
  id: number,
): ImageRun {
  // Nothing is blown up beyond 96 dpi, save that what has hardly any pixels is still to be seen.
  const wanted = (fit === "cover" ? Math.max : Math.min)(box.width / width, box.height / height);
  const scale = Math.min(wanted, Math.max(0.75, 18 / height));
  // A side of less than a point would be one of none after rounding, and Word does not open that.
  const shown = {
    width: Math.max(1, Math.min(box.width, width * scale)),
    height: Math.max(1, Math.min(box.height, height * scale)),
  };
  const across = Math.max(0, (1 - shown.width / (width * scale)) * 50);
  const down = Math.max(0, (1 - shown.height / (height * scale)) * 50);
  return new ImageRun({
    type,
    data: bytes,
    // docx counts in pixels of 1/96 inch.
    transformation: { width: (shown.width * 96) / 72, height: (shown.height * 96) / 72 },
    ...(fit === "cover" && { crop: { left: across, right: across, top: down, bottom: down } }),
    altText: { id: String(id), name: `照片${id}`, description: xmlText(caption).replaceAll("{", "｛") },
  });
}

/** What stands in a photograph's place when nobody can read it: its frame. */
function emptyFrame({ width, height }: Box, ratio: number) {
  const side = { style: BorderStyle.SINGLE, size: 4, color: "8C8C8C", space: 0 };
  // The sides stand outside the text: without a point of room a cell cuts them off.
  const beside = points(Math.max(1, (width - Math.min(width, height * ratio)) / 2));
  // A line of exact height has its text at four fifths; raised by three tenths it stands in the middle.
  const raised = `${Math.round(height * 0.3)}pt` as const;
  return {
    style: "Caption",
    border: { top: side, bottom: side, left: side, right: side },
    indent: { left: beside, right: beside },
    spacing: { before: points(0.42 * pitch), after: 0, line: points(height), lineRule: "exact" as const },
    children: textRuns(words.unreadable, { color: "505050", position: raised }),
  };
}

function captionOf({ caption, credit }: PlacedFigure): Paragraph {
  return new Paragraph({ style: "Caption", children: textRuns([caption, credit].filter(Boolean).join("　")) });
}

/** A table without borders: the one way of two pictures on a line that Word, WPS and LibreOffice all keep. A seam follows it, or two pairs would be one table. */
function pairOf(first: PlacedFigure, second: PlacedFigure, height: number, making: Making): Table {
  const width = Math.floor((typeArea - gap) / 2);
  const box = { width: width / 20, height };
  const row = (left: Paragraph[], right: Paragraph[]) =>
    new TableRow({
      cantSplit: true,
      children: [cellOf(left, width), cellOf([new Paragraph({ style: "Spacer" })], gap), cellOf(right, width)],
    });
  return new Table({
    width: { size: typeArea, type: WidthType.DXA },
    columnWidths: [width, gap, width],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      row([photograph(first, box, making, true)], [photograph(second, box, making, true)]),
      row([captionOf(first)], [captionOf(second)]),
    ],
  });
}

function cellOf(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.BOTTOM,
    children,
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
