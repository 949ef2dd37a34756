import { type Cut, type Line, say } from "./lines";
import { around, type Found, widest, withoutNumber } from "./mastheadAround";
import { wholeOf } from "./mastheadBreaks";
import { cutsOf, type Zone } from "./mastheadCuts";
import { completeTitle, titleOf } from "./mastheadTitle";
import { isNumberLine } from "./mastheadWhole";
import type { Profile } from "./profile";

/**
 * Finds the mastheads: 第 N 期 on a line of its own (or with the title, the day, the office), its title above,
 * office and day below. The head that a page carries over its text names the number of the issue again and
 * no day: it is furniture. Returns where issues begin.
 */
export function markMastheads(lines: Line[], profile: Profile): number[] {
  const starts: number[] = [];
  let current: Found | null = null;
  let title: string | null = profile.publication;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.label || line.kind !== "text" || line.width > widest) continue;
    const found: Found | null = isNumberLine(wholeOf(lines, at))
      ? around(lines, at)
      : withoutNumber(lines, at, title, starts.length === 0);
    if (!found) continue;
    const isFirst = current === null || found.number !== current.number;
    if (found.hasDay || (isFirst && (current === null || found.hasTitle))) {
      for (const [index, zone] of found.zones) mark(lines, index, zone);
      completeTitle(lines, found);
      title = titleOf(lines, found) ?? title;
      starts.push(found.first);
      current = found;
      at = found.last;
    } else if (found.hasTitle || found.zones.size === 1) {
      for (const [index] of found.zones) say(lines[index] as Line, "furniture", 0.8, "runningHead");
    }
  }
  return starts;
}

function mark(lines: Line[], at: number, zone: Zone): void {
  const line = lines[at] as Line;
  if (zone === "goesOn") return;
  const own = line.text.length;
  const whole = cutsOf(wholeOf(lines, at), zone);
  const cuts = whole.flatMap((cut) => (cut.from < own ? { ...cut, to: Math.min(cut.to, own) } : []));
  say(line, cuts[0]?.label ?? "mastheadOther", 0.95);
  line.cuts = cuts;
  const next = lines[at + 1];
  if (!next || whole.every(({ to }) => to <= own)) return;
  say(next, "continued", 0.95);
  next.cuts = whole.flatMap(({ from, to, label }): Cut[] =>
    to > own ? [{ from: Math.max(0, from - own), to: to - own, label: from < own ? "continued" : label }] : [],
  );
}
