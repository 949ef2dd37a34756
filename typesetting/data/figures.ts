import type { Block, Figure, PressImage } from "../document";
import { widthOf } from "../headline/broken";
import { words } from "../words";
import { printableLine } from "./text";

/** Type area and line pitch in points (GB/T 9704: 156 × 225 mm, 22 lines). */
export const pitch = (225 / 22) * (72 / 25.4);
const width = 156 * (72 / 25.4);

export type PlacedFigure = {
  image: string;
  path: string;
  missing: boolean;
  caption: string;
  credit: string;
  /** Width over height. */
  ratio: number;
  fit: "cover" | "contain";
};

/** One photograph, or two side by side, in whole rows; `least` to `most` is what they can be without harm. */
export type Photographs = {
  type: "photographs";
  /** The first figure's place in the entry's blocks, and how many blocks it takes up. */
  at: number;
  span: number;
  figures: PlacedFigure[];
  rows: number;
  least: number;
  most: number;
  /** Lines of the longer caption. */
  captionLines: number;
};

/** Two pictures that follow each other stand side by side, if both are wider than high. */
export function photographsAt(blocks: Block[], at: number, images: Record<string, PressImage>): Photographs | null {
  const first = blocks[at];
  if (first?.type !== "figure") return null;
  const second = blocks[at + 1];
  const pair = second?.type === "figure" && isWide(images[first.image]) && isWide(images[second.image]);
  const figures = (pair ? [first, second] : [first]).map((figure) => placed(figure, images[figure.image], pair));
  return { type: "photographs", at, span: figures.length, figures, ...rowsOf(figures, images) };
}

function isWide(image: PressImage | undefined): boolean {
  return image !== undefined && image.width >= image.height && image.width <= image.height * 2.4;
}

function placed(figure: Figure, image: PressImage | undefined, pair: boolean): PlacedFigure {
  const credit = printableLine(figure.credit);
  return {
    image: figure.image,
    path: `/images/${figure.image}`,
    missing: !image,
    caption: printableLine(figure.caption),
    credit: credit ? words.credit(credit) : "",
    ratio: image ? image.width / image.height : 1.5,
    fit: pair ? "cover" : "contain",
  };
}

/** A pair takes 6 to 7 rows, a single one 7 to 9 (counted on printed bulletins); never blown up beyond 100 dpi. */
function rowsOf(figures: PlacedFigure[], images: Record<string, PressImage>) {
  const more = Math.min(8, Math.max(...figures.map((figure) => captionLines(figure, figures.length))) - 1);
  const lines = 1 + more;
  if (figures.length === 2) return { rows: 7 + more, least: 6 + more, most: 7 + more, captionLines: lines };
  const [figure] = figures;
  const image = figure && images[figure.image];
  const caption = figure?.caption || figure?.credit ? 0.95 : 0.2;
  const highest = Math.min(width / (figure?.ratio ?? 1.5), ((image?.height ?? 600) / 100) * 72);
  const most = Math.max(2, Math.min(9, Math.floor(highest / pitch + caption + 0.42)));
  return { rows: Math.min(8, most) + more, least: Math.min(7, most) + more, most: most + more, captionLines: lines };
}

/** Lines of 小四 that a caption takes: a long one gets rows of its own and takes none from its picture. */
function captionLines({ caption, credit }: PlacedFigure, beside: number): number {
  const width = widthOf(caption) + (credit ? 1 + widthOf(credit) : 0);
  return Math.max(1, Math.ceil(width / (beside === 2 ? 17 : 36)));
}
