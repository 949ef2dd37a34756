import { half } from "./characters";
import { fullDayIn } from "./days";
import { copiesIn, labelled } from "./names";
import { numeralOf } from "./numerals";
import type { Piece } from "./pieces";
import type { RecognisedIssue } from "./recognised";
import { significant } from "./significant";

/** How much of a piece stands where it belongs, at most `length`. */
export type Place = (piece: Piece, length: number) => number;

/** Of a foot that names thousands only so much is looked through. */
const most = 5_000;
const separators = /[，,。；;：:、.《》（）()[\]]+/g;

/** In the masthead and foot: the value of its field is compared, and a word that names the field counts with it. */
export function aroundOf(issue: RecognisedIssue): Place {
  const { imprint, distribution } = issue;
  const lists = bare(distribution.map(({ label, addressees }) => label + addressees.join("")).join(""));
  const lines = new Set([...issue.mastheadOther, ...issue.contents, ...issue.editorNote, ...imprint.other].map(bare));
  const fields = bare(
    [issue.region, issue.publication, issue.issuer, issue.marking, imprint.editors.join("").slice(0, most)]
      .concat(imprint.reviewers.join("").slice(0, most), imprint.signer, imprint.phone, imprint.email, imprint.printed)
      .join(""),
  );
  let cursor = 0;
  return (piece, length) => {
    const { text, label } = piece;
    if (label === "date" && (fullDayIn(text) ?? fullDayIn(`${issue.year}年${text}`))?.day === issue.date) return length;
    if (label === "copies" && copiesIn(text) === imprint.copies) return length;
    const numbers = label === "total" ? [issue.total] : label === "number" ? issue.numbers : [];
    if (numbers.length && numbers.every((each) => numbersIn(text).includes(each ?? -1))) return length;
    if (label === "number" && issue.series === "supplement") return length;
    const [whole, value] = [bare(text), bare(labelled(text).value)];
    if (lines.has(whole) || lines.has(value) || fields.includes(whole) || fields.includes(value)) return length;
    const at = near(lists, whole, cursor);
    if (at >= 0) {
      cursor = at + whole.length;
      return length;
    }
    if (label === "editorNote" && [...lines].some((each) => each !== "" && whole.endsWith(each))) return length;
    const office = bare(issue.issuer ?? "");
    return label === "issuer" && office && whole.includes(office) ? length : 0;
  };
}

export function bare(text: string): string {
  return significant(text).replace(separators, "");
}

function numbersIn(text: string): (number | null)[] {
  return (
    half(text)
      .replace(/\s/g, "")
      .match(/[0-9]+|[〇一二三四五六七八九十百千]+/g) ?? []
  ).map(numeralOf);
}

/** A piece is where the one before ended, or a little on; looking through a whole book for each would not end. */
export function near(body: string, part: string, cursor: number): number {
  const found = body.slice(cursor, cursor + part.length + 400).indexOf(part);
  return found < 0 ? -1 : cursor + found;
}
