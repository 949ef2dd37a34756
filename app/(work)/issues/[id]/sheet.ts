import type { Board } from "@/bulletin/desk/board";
import type { Content } from "@/bulletin/press/content";

/** The board as it would be signed now, for the sheet beside it. */
export function sheetOf(issue: Board): Content {
  const { publication } = issue;
  return {
    publication: publication.name,
    region: publication.region,
    issuer: publication.issuer,
    marking: publication.marking,
    layout: publication.layout,
    series: issue.series,
    year: issue.year,
    number: issue.number ?? issue.tentative ?? 0,
    total: issue.total,
    date: issue.expectedDate,
    editorNote: issue.editorNote,
    sections: issue.sections.filter(({ entries }) => entries.length),
    lists: issue.lists,
    imprint: issue.imprint,
  };
}
