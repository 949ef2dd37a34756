import type { Line } from "./lines";
import { idOf, type Piece } from "./pieces";

/** The lines as pieces, in the order of the issue: titles that belong elsewhere stand before their text. */
export function cutUp(lines: Line[], moves: Map<Line, Line>): Piece[] {
  const before = new Map<Line, Line[]>();
  for (const [line, to] of moves) {
    const waiting = before.get(to);
    if (waiting) waiting.push(line);
    else before.set(to, [line]);
  }
  const ordered = lines.flatMap((line) => (moves.has(line) ? [] : [...(before.get(line) ?? []), line]));
  return ordered.flatMap(piecesIn);
}

function piecesIn(line: Line): Piece[] {
  const label = line.label ?? "leftover";
  const cuts = line.cuts?.length ? line.cuts : [{ from: 0, to: line.text.length, label }];
  return gapless(cuts, line.text.length).flatMap(({ from, to, label: own }) => {
    const text = line.text.slice(from, to);
    const inner = text.trim();
    if (!inner) return [];
    const start = line.from + from + text.indexOf(inner);
    return [
      {
        ...{ id: idOf(line.number, start), line: line.number, from: start, to: start + inner.length, text: inner },
        ...{ label: own, confidence: line.confidence },
        ...(line.why !== undefined && { why: line.why }),
      },
    ];
  });
}

/** What lies between two cuts belongs to the one before it: no character of a line is in no piece. */
function gapless<T extends { from: number; to: number }>(cuts: T[], length: number): T[] {
  return cuts.map((each, at) => ({ ...each, from: at === 0 ? 0 : each.from, to: cuts[at + 1]?.from ?? length }));
}
