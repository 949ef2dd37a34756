import type { RecognisedEntry, RecognisedIssue, RecognisedSection } from "./recognised";
import type { Unit } from "./units";

/** Empty parts of an issue: what is not there is null or an empty list. */

export function newIssue(unit: Unit): RecognisedIssue {
  return {
    key: keyOf(unit),
    ...{ region: null, publication: null, series: "regular", numbers: [], total: null, year: null, date: null },
    ...{ issuer: null, marking: null, mastheadOther: [], contents: [], editorNote: [], sections: [], distribution: [] },
    imprint: {
      ...{ editors: [], reviewers: [], signer: null, phone: null, email: null, copies: null, printed: null, other: [] },
    },
    pieces: [],
  };
}

export function newSection(title: string | null, style: string | null, unit?: Unit): RecognisedSection {
  return { title, style, entries: [], pieces: unit ? unit.pieces.map(({ id }) => id) : [] };
}

export function newEntry(unit: Unit): RecognisedEntry {
  return {
    key: keyOf(unit),
    kind: unit.label === "brief" || unit.label === "slogan" ? "brief" : "story",
    ...{ title: [], kicker: null, deck: null, dateline: null, reporters: [], jump: null, date: null, blocks: [] },
    confidence: 1,
    pieces: [],
  };
}

function keyOf({ pieces }: Unit): string {
  return pieces[0]?.id ?? "";
}
