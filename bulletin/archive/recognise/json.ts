import { textOf } from "../../text/model";
import type { Recognised, RecognisedBlock, RecognisedEntry, RecognisedIssue } from "./recognised";

/**
 * The result in the form that CONTRACT.md fixes for `import --json`. Keys of our own (`total`, `series`,
 * `marking`, `contents`, `editorNote`, `other`…) are there only where they say something.
 */
export function asJson(recognised: Recognised, file: string) {
  return {
    file,
    coverage: recognised.coverage,
    issues: recognised.issues.map(issueOf),
    leftovers: recognised.leftovers.map(({ line, text }) => ({ line, text })),
  };
}

export type RecognisedJson = ReturnType<typeof asJson>;

function issueOf(issue: RecognisedIssue) {
  const { signer, printed, other, ...imprint } = issue.imprint;
  return {
    region: issue.region,
    publication: issue.publication,
    number: issue.numbers[0] ?? null,
    ...(issue.numbers.length > 1 && { numbers: issue.numbers }),
    ...(issue.series === "supplement" && { series: issue.series }),
    ...(issue.total !== null && { total: issue.total }),
    year: issue.year,
    date: issue.date,
    issuer: issue.issuer,
    ...(issue.marking !== null && { marking: issue.marking }),
    ...(issue.mastheadOther.length > 0 && { other: issue.mastheadOther }),
    ...(issue.contents.length > 0 && { contents: issue.contents }),
    ...(issue.editorNote.length > 0 && { editorNote: issue.editorNote }),
    sections: issue.sections.map(({ title, entries }) => ({ title, entries: entries.map(entryOf) })),
    distribution: issue.distribution,
    imprint: {
      ...imprint,
      ...(signer !== null && { signer }),
      ...(printed !== null && { printed }),
      ...(other.length > 0 && { other }),
    },
  };
}

function entryOf({ kind, title, date, kicker, deck, dateline, reporters, jump, blocks }: RecognisedEntry) {
  return { kind, title, date, kicker, deck, dateline, reporters, jump, blocks: blocks.flatMap(blockOf) };
}

type JsonBlock =
  | { type: "paragraph"; text: string; repetition?: true }
  | { type: "heading"; level: number; text: string }
  | { type: "figure"; caption: string; image?: string }
  | { type: "table"; rows: string[][] };

function blockOf(block: RecognisedBlock): JsonBlock[] {
  switch (block.type) {
    case "heading":
      return [{ type: "heading", level: block.level, text: textOf(block.runs) }];
    case "figure":
      return [{ type: "figure", caption: block.caption, ...(block.image && { image: block.image }) }];
    case "table":
      return [{ type: "table", rows: block.rows.map((row) => row.map(({ runs }) => textOf(runs))) }];
    case "list":
      return block.items.map((each) => ({ type: "paragraph", text: textOf(each) }));
    default:
      return [{ type: "paragraph", text: textOf(block.runs), ...(block.repetition && { repetition: true }) }];
  }
}
