import { jumpAt } from "./datelines";
import type { Flow } from "./flow";
import { type Line, say } from "./lines";
import type { Body } from "./newspaper";
import { overlap } from "./overlap";

/**
 * A column that ends in the middle of a sentence goes on behind the story in the next: the paragraph there
 * that shares more with the one that was cut than with the story it stands in. Returns the lines that move,
 * each with the line before which it belongs.
 */
export function healedIn(flow: Flow[], bodies: Body[], moves: Map<Line, Line>): Map<Line, Line> {
  const healed = new Map<Line, Line>();
  for (const [at, cut] of bodies.entries()) {
    const other = bodies[at + 1];
    const last = cut.all.at(-1);
    if (!other || !last || last.ending !== "open" || jumpAt(last.text) >= 0 || cut.texts.length < 1) continue;
    const rest = other.texts.slice(1).find((line) => isRestOf(line, cut, other));
    const before = nextOf(flow, last, moves);
    if (!rest || !before) continue;
    const lines = linesFrom(rest, other);
    for (const line of lines) {
      say(line, "continued", 0.6, "sharedWords");
      healed.set(line, before);
    }
    other.texts = other.texts.filter((line) => line !== rest);
  }
  return healed;
}

function isRestOf(line: Line, cut: Body, other: Body): boolean {
  const within = (body: Body) =>
    overlap(
      line.text,
      body.all
        .filter((each) => each !== line)
        .slice(0, 40)
        .map(({ text }) => text)
        .join(""),
    );
  return line.width >= 6 && line.width < 2_000 && within(cut) > within(other);
}

/** A paragraph with the lines that go on from it. */
function linesFrom(first: Line, { all, texts }: Body): Line[] {
  const from = all.indexOf(first);
  const next = texts[texts.indexOf(first) + 1];
  return all.slice(from, next ? all.indexOf(next) : all.length);
}

function nextOf(flow: Flow[], last: Line, moves: Map<Line, Line>): Line | undefined {
  const at = flow.findIndex(({ line }) => line === last);
  return flow.slice(at + 1, at + 20).find(({ line }) => !moves.has(line))?.line;
}
