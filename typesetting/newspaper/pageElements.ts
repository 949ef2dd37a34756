import type { BriefsForm } from "./briefs";
import type { Element } from "./elements";
import type { Galley } from "./galley";
import { across, type Grid, leftOf, pitch, topOf } from "./grid";
import type { PlannedPage, SetPlaced } from "./plan";
import { briefTab } from "./setting";
import { setParagraph, storyElements } from "./storyElements";

/** All that stands on a page below its head: stories, boxes of briefs, and the rules between them. */
export function pageElements(page: PlannedPage, grid: Grid, galley: Galley, down: number): Element[] {
  const stories = page.placed.flatMap((placed) =>
    "fit" in placed ? storyElements(placed, grid, galley, down) : [briefsElement(placed, grid, down)],
  );
  return [...stories, ...rules(page, grid, down)];
}

function briefsElement(placed: Extract<SetPlaced, { form: BriefsForm }>, grid: Grid, down: number): Element {
  const { form, piece, column, row, height } = placed;
  return {
    ...form.setting,
    kind: "briefs",
    label: piece.label,
    tab: form.width > 1 ? briefTab : 0,
    stacks: form.columns.map((briefs) =>
      briefs.map(({ paragraphs }) =>
        paragraphs.map((paragraph) => setParagraph({ paragraph, space: 0, start: 0, lines: 0 })),
      ),
    ),
    x: leftOf(grid, column),
    y: topOf(grid, down + row),
    width: across(grid, form.width),
    height: height * pitch,
  };
}

/** Between bands over the page, between the stories of a stack over its columns, between stacks upright. */
function rules({ arrangement, placed }: PlannedPage, grid: Grid, down: number): Element[] {
  const framed = (piece: number) => {
    const each = placed.find(({ row, column }) => places[piece]?.row === row && places[piece]?.column === column);
    return each !== undefined && ("form" in each || each.piece.boxed);
  };
  const resumed = (piece: number) => {
    const each = placed.find(({ row, column }) => places[piece]?.row === row && places[piece]?.column === column);
    return each !== undefined && "fit" in each && each.piece.resumed !== null;
  };
  const all = (arrangement?.bands ?? []).flatMap(({ stacks }) => stacks.flatMap(({ places }) => places));
  const places = Object.fromEntries(all.map((place) => [place.piece, place]));
  const level = (row: number, column: number, columns: number, weight: "thin" | "thick"): Element => ({
    kind: "rule",
    weight,
    x: leftOf(grid, column),
    y: topOf(grid, down + row) - pitch / 2,
    width: across(grid, columns),
    height: 0,
  });
  return (arrangement?.bands ?? []).flatMap((band, at) => {
    const between = at > 0 ? [level(band.row, 0, grid.columns, "thin")] : [];
    const inStacks = band.stacks.flatMap(({ places, column, width }) =>
      places.slice(1).flatMap(({ piece, row }, above) => {
        const before = places[above]?.piece ?? piece;
        if (framed(piece) || framed(before)) return [];
        return [level(row, column, width, resumed(piece) ? "thick" : "thin")];
      }),
    );
    const upright = band.stacks.slice(1).flatMap((stack, left): Element[] => {
      const before = band.stacks[left];
      const boxed = [stack, before].some((each) => each?.places.every(({ piece }) => framed(piece)));
      if (boxed) return [];
      const x = leftOf(grid, stack.column) - grid.gutter / 2;
      const [y, height] = [topOf(grid, down + band.row), band.height * pitch];
      return [{ kind: "rule", weight: "thin", x, y: y + 2, width: 0, height: height - 4 }];
    });
    return [...between, ...inStacks, ...upright];
  });
}
