import type { SetBlock, SetEntry } from "../data/entries";
import { rowsOnPage } from "./marks";
import { paginate } from "./paginate";
import type { Unit } from "./units";

/**
 * A photograph that does not fit leaves a hole at the foot of its page. Tries every place within its
 * own story, and the heights that it can take, until the holes are least: squares of the rows
 * beyond one, and what it was moved. Changes the order of `entries`' blocks and the photographs'
 * rows; says whether it changed anything.
 */
export function settlePhotographs(entries: SetEntry[], units: Unit[]): boolean {
  const moved = units.filter((unit) => unit.photographs);
  if (!moved.length || holesOf(units) === 0) return false;
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
  if (order === units) return false;
  takeOver(entries, order);
  return true;
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

/** Between paragraphs of its own story: not above the headline, not under a heading, not behind the last line. */
function isPlaceIn(rest: Unit[], place: number, { entry }: Unit): boolean {
  const before = rest[place - 1];
  return before?.entry === entry && before?.block !== undefined && !before?.stays;
}

function isSame(one: Unit, other: Unit): boolean {
  return one.entry === other.entry && one.block === other.block;
}

/** Rows left empty at the foot of a page beyond one, squared; the last page is the foot's. */
function holesOf(units: Unit[]): number {
  const { used } = paginate(units);
  return used.slice(0, -1).reduce((sum, rows) => sum + Math.max(0, rowsOnPage - rows - 1) ** 2, 0);
}

function costOf(order: Unit[], original: Unit[]): number {
  let cost = holesOf(order) * 2;
  for (const [at, unit] of order.entries()) {
    if (!unit.photographs) continue;
    const from = original.findIndex((each) => isSame(each, unit));
    cost += Math.abs(at - from) * 3 + Math.abs(unit.rows - unit.photographs.rows) * 2;
  }
  // A page more is worse than any hole.
  return cost + paginate(order).used.length * 100;
}

function takeOver(entries: SetEntry[], order: Unit[]): void {
  for (const entry of entries) {
    const own = order.filter((unit) => unit.entry === entry.id && unit.block !== undefined);
    const places = [...new Set(own.map(({ block }) => block))];
    const byPlace = new Map(entry.blocks.map((block) => [block.at, block]));
    for (const { block, rows, photographs } of own) {
      const set = block === undefined ? undefined : byPlace.get(block);
      if (photographs && set?.type === "photographs") set.rows = rows;
    }
    entry.blocks = places.flatMap((at): SetBlock[] => {
      const block = at === undefined ? undefined : byPlace.get(at);
      return block ? [block] : [];
    });
  }
}
