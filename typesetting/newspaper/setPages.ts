import type { PressIssue } from "../document";
import type { Engine } from "../engine";
import { apart } from "./apart";
import type { Element } from "./elements";
import { Galley } from "./galley";
import { type Grid, gridOf } from "./grid";
import { listsOf } from "./lists";
import type { Look } from "./look";
import { pageElements } from "./pageElements";
import { piecesOf, proofsOf } from "./pieces";
import { type PlannedPage, plan } from "./plan";
import { titleOf } from "./sheet";

export type SetPage = { title: string; elements: Element[] };

/** An issue's pages: what stands where, as the templates take it, and the plan that it came from. */
export function setPages(
  engine: Engine,
  issue: PressIssue,
  look: Look,
): { grid: Grid; pages: SetPage[]; planned: PlannedPage[] } {
  const grid = gridOf(issue.settings.newspaper);
  const galley = new Galley(engine, new Map([["look.json", look.file]]), look.faces);
  const sections = piecesOf(issue);
  const { text, tables } = proofsOf(sections, grid);
  galley.measure(text, tables);
  const lists = listsOf(issue, grid, galley);
  const carried = sections.map((pieces) => pieces.flatMap((piece) => apart(piece, grid, galley)));
  const planned = plan(carried, grid, lists.rows, galley);
  const pages = planned.map((page, at) => {
    const elements = pageElements(page, grid, galley, at === 0 ? grid.nameplate : 0);
    const last = at === planned.length - 1 && lists.element ? [lists.element] : [];
    return { title: titleOf(issue, at), elements: [...elements, ...last] };
  });
  return { grid, pages, planned };
}
