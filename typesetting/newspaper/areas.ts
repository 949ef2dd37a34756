import type { Area } from "../rows/areas";
import type { Mark } from "../rows/marks";
import type { Element, SetParagraph } from "./elements";
import { styles } from "./setting";

/** The rectangles of headlines, paragraphs, pictures and tables: one for each column that a paragraph stands in. */
export function areasOf(pages: { elements: Element[] }[], marks: Mark[]): Area[] {
  return pages.flatMap(({ elements }, at) =>
    elements.flatMap((element): Area[] => {
      const page = at + 1;
      if (element.kind === "briefs") return ofBriefs(element, page, marks);
      if (element.kind === "text") return element.paragraphs.flatMap((each) => inColumns(element, each, page));
      if (!("at" in element) || !element.at.entry) return [];
      const { x, y, width, height } = element;
      return [{ entry: element.at.entry, block: element.at.block ?? null, page, x, y, width, height }];
    }),
  );
}

function inColumns(
  { style, loose, measure, gutter, height, x, y }: Extract<Element, { kind: "text" }>,
  { at: { entry, block }, start, lines }: SetParagraph,
  page: number,
): Area[] {
  if (!entry) return [];
  const pitch = styles[style].pitch * loose;
  const perColumn = Math.max(1, Math.round(height / pitch));
  const areas: Area[] = [];
  for (let line = start; line < start + lines; ) {
    const column = Math.floor(line / perColumn);
    const end = Math.min(start + lines, (column + 1) * perColumn);
    const place = { x: x + column * (measure + gutter), y: y + (line % perColumn) * pitch, width: measure };
    areas.push({ entry, block: block ?? null, page, ...place, height: (end - line) * pitch });
    line = end;
  }
  return areas;
}

/** Briefs are spread over their box by the template: their places come from its marks. */
function ofBriefs(
  { stacks, measure, style }: Extract<Element, { kind: "briefs" }>,
  page: number,
  marks: Mark[],
): Area[] {
  const { pitch, size } = styles[style];
  const above = pitch / 2 + 0.38 * size;
  return stacks.flat(2).flatMap(({ at: { entry, block, part } }): Area[] => {
    const own = marks.filter(
      (mark) => mark.page === page && mark.entry === entry && mark.block === block && mark.part === part,
    );
    const start = own.find(({ edge }) => edge === "start");
    const end = own.find(({ edge }) => edge === "end");
    if (!start || !end) return [];
    return [
      {
        entry,
        block: block ?? null,
        page,
        x: start.x,
        y: start.y - above,
        width: measure,
        height: end.y - start.y + pitch,
      },
    ];
  });
}
