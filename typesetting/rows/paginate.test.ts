import { describe, expect, test } from "vitest";
import { setIssue } from "../data/issue";
import { lookOf } from "../data/look";
import type { PressEntry, PressIssue } from "../document";
import { standIn } from "../standIn";
import { listOf, tableOf } from "../testing/everything";
import { figure, heading, paragraph, weeklyOf } from "../testing/issues";
import { press } from "../testing/press";
import { type Mark, rowsAbove } from "./marks";
import { paginate } from "./paginate";
import { unitsOf } from "./units";

/** A weekly into which headings, lists, tables and photographs are strewn. */
function strewn(seed: number): PressIssue {
  const shapes = [
    [1500, 1000],
    [900, 1200],
    [1400, 1000],
  ] as const;
  const photographs = shapes.map(([width, height], at) => standIn(`p${at}`, { width, height }));
  const issue = weeklyOf(8 + (seed % 7), photographs, seed);
  let state = seed;
  for (const { blocks, kind } of issue.sections.flatMap(({ entries }): PressEntry[] => entries)) {
    state = (state * 31 + 7) % 1009;
    const at = kind === "brief" ? 1 : state % (blocks.length + 1);
    if (state % 5 === 0)
      blocks.splice(at, 0, heading(1, "一、总体情况"), heading(2, "（一）主要做法"), paragraph("要点。"));
    if (state % 5 === 1) blocks.splice(at, 0, tableOf(3 + (state % 25), 3));
    if (state % 5 === 2) blocks.splice(at, 0, listOf(["先规划，后施工。", "建管并重。", "责任到人。".repeat(8)]));
    if (state % 5 === 3) blocks.splice(at, 0, figure("photo-1"), figure("photo-3"));
    if (state % 5 === 4) blocks.splice(at, 0, tableOf(2 + (state % 9), 4, false));
  }
  if (seed % 4 === 1) issue.editorNote = "编者按很长。".repeat(20 * (seed % 8));
  return { ...issue, settings: { ...issue.settings, contents: seed % 3 === 0 } };
}

describe("paginate", () => {
  test.each(Array.from({ length: 20 }, (_, at) => at + 1))("puts every unit where Typst does: weekly %i", (seed) => {
    const { engine, faces } = press();
    const issue = strewn(seed);
    const data = setIssue(issue);
    const images = Object.entries(issue.images).map(([id, { bytes }]) => [`images/${id}`, bytes] as const);
    const files = new Map([["look.json", lookOf(faces, issue.settings)], ...images]);
    const composed = engine.compose("weekly.typ", data, files);
    const marks = composed.query<Mark[]>("marks");
    const begin = marks.find(({ part }) => part === "body");
    if (!begin) throw new Error("no body");
    const units = unitsOf(data.sections, marks, "weekly", rowsAbove(begin));
    const { pageOf } = paginate(units);
    const name = ({ entry, block, page }: { entry?: string; block?: number; page?: number }) =>
      `${entry} ${block ?? "headline"}: ${page}`;
    const ours = units.flatMap((unit, at) => (unit.entry ? [name({ ...unit, page: pageOf[at] })] : []));
    const typsts = marks.filter(({ entry, edge }) => entry && edge === "start").map(name);
    expect(ours).toEqual(typsts);
  });
});
