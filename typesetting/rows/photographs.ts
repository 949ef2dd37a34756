import type { SetBlock, SetEntry } from "../data/entries";
import type { SetSection } from "../data/issue";
import { rowsOnPage } from "./marks";
import { paginate } from "./paginate";
import type { Unit } from "./units";

/**
 * A photograph that does not fit leaves a hole at the foot of its page. Tries every place within its
 * own story, and the heights that it can take, until the holes are least: squares of the rows
 * beyond one, and what it was moved. Returns the sections with their blocks in that order.
 */
export function settlePhotographs(sections: SetSection[], units: Unit[]): SetSection[] {
  const order: Unit[] = [];
  let begun: Unit = { rows: 0, breaks: "never", stays: false };
  for (const part of partsOf(units)) {
    const [, ...settled] = settle([begun, ...part]);
    begun = { ...begun, rows: paginate([begun, ...settled]).used.at(-1) ?? 0 };
    order.push(...settled);
  }
  if (order.every((unit, at) => unit === units[at])) return sections;
  return sections.map((section) => ({ ...section, entries: section.entries.map((entry) => reordered(entry, order)) }));
}

/** What is settled at a time: whole entries, some ten pages, so that a long issue takes no more than its length. */
const together = 150;

/** Photographs times units that are tried out: twenty pages of text with twenty photographs. */
const mostTrials = 4_000;

function partsOf(units: Unit[]): Unit[][] {
  const parts: Unit[][] = [[]];
  for (const [at, unit] of units.entries()) {
    const begins = unit.entry !== units[at - 1]?.entry;
    if (begins && (parts.at(-1)?.length ?? 0) >= together) parts.push([]);
    parts.at(-1)?.push(unit);
  }
  return parts;
}

/** The best order found; the first unit stands for what is already on the page. */
function settle(units: Unit[]): Unit[] {
  const moved = units.filter((unit) => unit.photographs);
  // Hundreds in one story are an album: they stay in their order.
  if (moved.length * units.length > mostTrials || holesOf(units) === 0) return units;
  let order = units;
  let best = costOf(order, units);
  for (let pass = 0; pass < 2; pass++) {
    for (const photograph of moved) {
      for (const trial of trialsOf(order, photograph)) {
        const cost = costOf(trial, units);
        if (cost < best) [order, best] = [trial, cost];
      }
    }
  }
  return order;
}

/** Every place of a photograph among its story's paragraphs, at every height. */
function* trialsOf(order: Unit[], wanted: Unit): Generator<Unit[]> {
  const at = order.findIndex((unit) => isSame(unit, wanted));
  const photograph = order[at];
  if (!photograph?.photographs) return;
  const rest = order.toSpliced(at, 1);
  const { least, most } = photograph.photographs;
  for (let place = at - 6; place <= at + 6; place++) {
    if (place !== at && !isPlaceIn(rest, place, photograph)) continue;
    for (let rows = least; rows <= most; rows++) yield rest.toSpliced(place, 0, { ...photograph, rows });
  }
}

/** Between paragraphs of its own story: not above the headline, not under a heading, not within a list, not behind the last line. */
function isPlaceIn(rest: Unit[], place: number, { entry }: Unit): boolean {
  const [before, after] = [rest[place - 1], rest[place]];
  if (before?.entry !== entry || after?.entry !== entry) return false;
  return before?.block !== undefined && before.block !== after?.block && !before.stays;
}

function isSame(one: Unit, other: Unit): boolean {
  return one.entry === other.entry && one.block === other.block;
}

/** Rows left empty at the foot of a page beyond one, squared; the last page is the foot's. */
function holesIn(used: number[]): number {
  let holes = 0;
  for (let page = 0; page < used.length - 1; page++) holes += Math.max(0, rowsOnPage - (used[page] ?? 0) - 1) ** 2;
  return holes;
}

function holesOf(units: Unit[]): number {
  return holesIn(paginate(units).used);
}

function costOf(order: Unit[], original: Unit[]): number {
  const { used } = paginate(order);
  // A page more is worse than any hole.
  let cost = holesIn(used) * 2 + used.length * 100;
  for (const [at, unit] of order.entries()) {
    if (!unit.photographs) continue;
    const from = original.findIndex((each) => isSame(each, unit));
    cost += Math.abs(at - from) * 3 + Math.abs(unit.rows - unit.photographs.rows) * 2;
  }
  return cost;
}

function reordered(entry: SetEntry, order: Unit[]): SetEntry {
  const byPlace = new Map(entry.blocks.map((block) => [block.at, block]));
  const places = new Map<number, number>();
  for (const { entry: of, block, rows } of order) if (of === entry.id && block !== undefined) places.set(block, rows);
  const blocks = [...places].flatMap(([at, rows]): SetBlock[] => {
    const block = byPlace.get(at);
    if (!block) return [];
    return [block.type === "photographs" ? { ...block, rows } : block];
  });
  return { ...entry, blocks };
}
