import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { PressImage, PressIssue } from "../document";
import { Engine } from "../engine";
import { facesFor } from "../faces/faces";
import type { Mark } from "../rows/marks";
import { templatesIn } from "../templates";
import type { Paragraph } from "./copy";
import { textOf } from "./copy";
import type { Element, SetParagraph } from "./elements";
import { lookOf } from "./look";
import { typesetNewspaper } from "./newspaper";
import { piecesOf } from "./pieces";
import { setPages } from "./setPages";
import { styles } from "./setting";
import { randomIssue } from "./testing";

const root = path.resolve(import.meta.dirname, "../..");
const faces = facesFor({ own: path.join(root, "fonts"), root });
const engine = new Engine(faces.files, templatesIn(path.join(root, "typesetting/templates")));
const press = { engine, faces };
let photographs: PressImage[];

beforeAll(async () => {
  const sizes = [
    [1600, 1000],
    [1200, 900],
    [800, 1200],
  ] as const;
  photographs = await Promise.all(
    sizes.map(async ([width, height]) => {
      const picture = sharp({ create: { width, height, channels: 3, background: "#7a8f86" } });
      return { bytes: new Uint8Array(await picture.jpeg().toBuffer()), width, height };
    }),
  );
});

type NewspaperMark = Mark & { jump?: true; from?: number; to?: number };
type TextElement = Extract<Element, { kind: "text" }>;

describe("forty issues by chance", () => {
  for (let seed = 1; seed <= 40; seed++)
    it(`issue ${seed}`, () => {
      const issue = randomIssue(seed, photographs);
      const { pages, planned, grid } = setPages(engine, issue, lookOf(faces, issue.settings));
      const { marks, areas } = typesetNewspaper(press, issue);
      expectWholeText(
        issue,
        pages.flatMap(({ elements }) => elements),
      );
      for (const [at, { elements }] of pages.entries()) {
        const here = marks.filter(({ page }) => page === at + 1) as NewspaperMark[];
        for (const element of elements) {
          expectOnPage(element, grid.paper);
          if (element.kind === "text") expectInFrame(element, here);
        }
      }
      for (const { placed, arrangement } of planned) {
        expectApart(placed);
        const order = arrangement?.bands.flatMap(({ stacks }) => stacks.flatMap(({ places }) => places)) ?? [];
        expect(order.map(({ piece }) => piece)).toEqual(order.map((_, at) => at));
      }
      // Each cut has kept some text, and its note names the page on which the rest stands.
      const all = planned.flatMap(({ placed }, page) => placed.map((each) => ({ ...each, page: page + 1 })));
      for (const each of all) {
        if (!("fit" in each && each.fit.cut)) continue;
        expect(each.flowed.length).toBeGreaterThan(0);
        const goesOn = all.find(({ piece }) => piece.kind === "story" && piece.resumed === each.jump);
        expect(goesOn?.page).toBe(each.jump?.to);
      }
      // A click on the beginning of a paragraph opens that paragraph.
      for (const { entry, block, edge, page, x, y } of marks)
        if (entry && block !== undefined && edge === "start")
          expect(
            areas.some(
              (area) => area.entry === entry && area.block === block && area.page === page && holds(area, x, y),
            ),
          ).toBe(true);
    });
});

/** What was set, rejoined over all jumps, is what was given. */
function expectWholeText(issue: PressIssue, elements: Element[]): void {
  const set = new Map<string, string>();
  for (const { at, runs } of elements.flatMap(paragraphsOf)) {
    const key = `${at.entry}/${at.block}/${at.item}`;
    const sofar = set.get(key) ?? "";
    expect(at.from).toBe(sofar.length);
    set.set(key, sofar + runs.map(({ text }) => text).join(""));
  }
  const given = piecesOf(issue)
    .flat()
    .flatMap((piece): Paragraph[] =>
      piece.kind === "story" ? piece.text : piece.briefs.flatMap(({ paragraphs }) => paragraphs),
    );
  for (const paragraph of given)
    expect(set.get(`${paragraph.entry}/${paragraph.block}/${paragraph.item ?? undefined}`)).toBe(textOf(paragraph));
}

function paragraphsOf(element: Element): SetParagraph[] {
  if (element.kind === "text") return element.paragraphs;
  return element.kind === "briefs" ? element.stacks.flat(2) : [];
}

function expectOnPage({ x, y, width, height }: Element, paper: { width: number; height: number }): void {
  expect(x).toBeGreaterThan(0);
  expect(y).toBeGreaterThan(0);
  expect(x + width).toBeLessThan(paper.width - 20);
  expect(y + height).toBeLessThan(paper.height - 20);
}

/** Each paragraph ends on the line that was counted, and a jump on the last one, its note at the right edge. */
function expectInFrame(element: TextElement, marks: NewspaperMark[]): void {
  const pitch = styles[element.style].pitch * element.loose;
  const perColumn = Math.round(element.height / pitch);
  const base = element.y + pitch / 2 + 0.38 * styles[element.style].size;
  for (const { at, start, lines, to, note } of element.paragraphs) {
    const own = marks.filter(
      ({ entry, block, item, from }) =>
        entry === at.entry && block === at.block && item === at.item && from === at.from,
    );
    const last = start + lines - 1;
    expect(last).toBeLessThan(perColumn * element.columns);
    const end = own.find((mark) => mark.to === to);
    const column = Math.floor(last / perColumn);
    expect(end?.y).toBeCloseTo(base + (last % perColumn) * pitch, 0);
    expect(end?.x).toBeGreaterThan(element.x + column * (element.measure + element.gutter) - 1);
    if (!note) continue;
    expect(last).toBe(perColumn * element.columns - 1);
    const noted = own.find(({ jump }) => jump);
    expect(noted?.y).toBeCloseTo(end?.y ?? 0, 1);
    expect(noted?.x).toBeCloseTo(element.x + element.width, 0);
    expect(noted?.x).toBeGreaterThan((end?.x ?? 0) + 70);
  }
}

function holds(area: { x: number; y: number; width: number; height: number }, x: number, y: number): boolean {
  return x >= area.x - 1 && x <= area.x + area.width + 1 && y >= area.y - 1 && y <= area.y + area.height + 1;
}

type Rectangle = { column: number; width: number; row: number; height: number };

function expectApart(placed: Rectangle[]): void {
  for (const [at, one] of placed.entries())
    for (const other of placed.slice(at + 1)) {
      const beside = one.column + one.width <= other.column || other.column + other.width <= one.column;
      const above = one.row + one.height < other.row || other.row + other.height < one.row;
      expect(beside || above).toBe(true);
    }
}
