import type { Run } from "@/bulletin/archive/import/piecesOf";
import type { RecognisedIssue } from "@/bulletin/archive/recognise/recognised";

/** So many pieces are one page of a long issue. */
const most = 500;
/** Lines of the masthead and the contents, which stand at the left as well. */
const mostLines = 200;

/**
 * One part of a run of pieces, with the last piece of the part before it, so that the two can be joined. `part` counts
 * from 1; where there is none of that number it is the last.
 */
export function partOf({ pieces, behind }: Run, part: number): Run & { part: number; parts: number } {
  const parts = Math.max(1, Math.ceil(pieces.length / most));
  const at = Math.min(Math.max(1, part), parts);
  const [from, to] = [Math.max(0, (at - 1) * most - 1), at * most];
  return { pieces: pieces.slice(from, to), behind: pieces[to]?.id ?? behind, part: at, parts };
}

/** Of an issue what stands in that part of its pieces, with its masthead and foot. */
export function inPart(issue: RecognisedIssue, { pieces, parts }: Pick<ReturnType<typeof partOf>, "pieces" | "parts">) {
  if (parts === 1) return issue;
  const here = new Set(pieces.map(({ id }) => id));
  const isHere = (of: { pieces: string[] }) => of.pieces.some((id) => here.has(id));
  const { mastheadOther, contents, editorNote } = issue;
  const sections = issue.sections.flatMap((section) => {
    const entries = section.entries.flatMap((entry) => {
      const blocks = entry.blocks.filter(isHere);
      return blocks.length || isHere(entry) ? [{ ...entry, blocks }] : [];
    });
    return entries.length || isHere(section) ? [{ ...section, entries }] : [];
  });
  return {
    ...issue,
    mastheadOther: mastheadOther.slice(0, mostLines),
    contents: contents.slice(0, mostLines),
    editorNote: editorNote.slice(0, mostLines),
    sections,
  };
}
