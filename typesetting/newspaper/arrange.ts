/** What each piece costs over `width` columns in `height` rows: costs[piece][width - 1][height]; Infinity if it cannot be. */
export type Costs = Float64Array[][];

/** A piece on its page: whole columns and whole rows. */
export type Place = { piece: number; column: number; width: number; row: number; height: number };
/** Stacks of pieces beside each other, over the whole width of the page. */
export type Band = { row: number; height: number; stacks: { column: number; width: number; places: Place[] }[] };
export type Arrangement = { bands: Band[]; placed: number; cost: number };

/** Between two pieces, one above the other: a row with the rule in its middle. */
const gap = 1;

/**
 * The page in bands, a band in stacks, a stack in pieces, all in the editor's order: of all such
 * divisions the cheapest, by dynamic programming over the pieces. `dropped[n]` is what it costs to
 * place the first n only; `white` a row that is left empty at the foot.
 */
export function arrange(
  costs: Costs,
  columns: number,
  rows: number,
  dropped: number[],
  white: number,
): Arrangement | null {
  const count = costs.length;
  const stacks = new Stacks(costs, rows);
  const bands = new Bands(stacks, count, columns, rows);
  // best[n][r]: the first n pieces in exactly r rows.
  const best = Array.from({ length: count + 1 }, () => new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY));
  const from = Array.from({ length: count + 1 }, () => new Int32Array(rows + 1));
  (best[0] as Float64Array)[0] = 0;
  for (let end = 1; end <= count; end++)
    for (let start = 0; start < end; start++) {
      const band = bands.cost(start, end);
      const before = best[start] as Float64Array;
      const after = best[end] as Float64Array;
      const origin = from[end] as Int32Array;
      for (let above = 0; above <= rows; above++) {
        const sofar = before[above] as number;
        if (sofar === Number.POSITIVE_INFINITY) continue;
        const top = above + (start ? gap : 0);
        for (let height = 1; top + height <= rows; height++) {
          const cost = sofar + (band[height] as number);
          if (cost < (after[top + height] as number)) {
            after[top + height] = cost;
            origin[top + height] = start * 1000 + height;
          }
        }
      }
    }
  let found = { cost: Number.POSITIVE_INFINITY, placed: 0, height: 0 };
  for (let placed = 1; placed <= count; placed++)
    for (let height = 1; height <= rows; height++) {
      const cost =
        ((best[placed] as Float64Array)[height] as number) + (dropped[placed] ?? 0) + (rows - height) * white;
      if (cost < found.cost) found = { cost, placed, height };
    }
  if (found.cost === Number.POSITIVE_INFINITY) return null;
  return { bands: traced(found.placed, found.height), placed: found.placed, cost: found.cost };

  function traced(placed: number, bottom: number): Band[] {
    if (!placed) return [];
    const origin = (from[placed] as Int32Array)[bottom] as number;
    const [start, height] = [Math.floor(origin / 1000), origin % 1000];
    const row = bottom - height;
    return [
      ...traced(start, row - (start ? gap : 0)),
      { row, height, stacks: bands.traced(start, placed, row, height) },
    ];
  }
}

/** Pieces one above the other, over the same columns. */
class Stacks {
  private readonly known = new Map<string, Float64Array>();

  constructor(
    readonly costs: Costs,
    readonly rows: number,
  ) {}

  cost(start: number, end: number, width: number): Float64Array {
    const own = this.costs[end - 1]?.[width - 1] as Float64Array;
    if (end - start === 1) return own;
    const key = `${start} ${end} ${width}`;
    const found = this.known.get(key);
    if (found) return found;
    const above = this.cost(start, end - 1, width);
    const sums = new Float64Array(this.rows + 1).fill(Number.POSITIVE_INFINITY);
    for (let top = 1; top < this.rows; top++) {
      const sofar = above[top] as number;
      if (sofar === Number.POSITIVE_INFINITY) continue;
      for (let height = 1; top + gap + height <= this.rows; height++) {
        const cost = sofar + (own[height] as number);
        if (cost < (sums[top + gap + height] as number)) sums[top + gap + height] = cost;
      }
    }
    this.known.set(key, sums);
    return sums;
  }

  traced(start: number, end: number, width: number, column: number, row: number, height: number): Place[] {
    if (end - start === 1) return [{ piece: start, column, width, row, height }];
    const own = this.costs[end - 1]?.[width - 1] as Float64Array;
    const above = this.cost(start, end - 1, width);
    const total = this.cost(start, end, width)[height] as number;
    for (let last = 1; last < height - gap; last++) {
      const top = height - gap - last;
      if ((above[top] as number) + (own[last] as number) !== total) continue;
      const place = { piece: end - 1, column, width, row: row + top + gap, height: last };
      return [...this.traced(start, end - 1, width, column, row, top), place];
    }
    throw new Error("a stack cannot be traced");
  }
}

/** Stacks beside each other that fill the page's width, all of one height. */
class Bands {
  private readonly known = new Map<string, Float64Array>();

  constructor(
    private readonly stacks: Stacks,
    readonly count: number,
    private readonly columns: number,
    private readonly rows: number,
  ) {}

  cost(start: number, end: number): Float64Array {
    return this.part(start, end, this.columns);
  }

  /** Pieces from `start` to `end` in stacks that are `width` columns wide together. */
  private part(start: number, end: number, width: number): Float64Array {
    const key = `${start} ${end} ${width}`;
    const found = this.known.get(key);
    if (found) return found;
    const least = Float64Array.from(this.stacks.cost(start, end, width));
    for (let middle = start + 1; middle < end; middle++)
      for (let last = 1; last < width; last++) {
        const left = this.part(start, middle, width - last);
        const right = this.stacks.cost(middle, end, last);
        for (let height = 1; height <= this.rows; height++) {
          const cost = (left[height] as number) + (right[height] as number);
          if (cost < (least[height] as number)) least[height] = cost;
        }
      }
    this.known.set(key, least);
    return least;
  }

  traced(start: number, end: number, row: number, height: number, width = this.columns): Band["stacks"] {
    const total = this.part(start, end, width)[height] as number;
    if (this.stacks.cost(start, end, width)[height] === total)
      return [{ column: 0, width, places: this.stacks.traced(start, end, width, 0, row, height) }];
    for (let middle = start + 1; middle < end; middle++)
      for (let last = 1; last < width; last++) {
        const left = this.part(start, middle, width - last)[height] as number;
        const right = this.stacks.cost(middle, end, last)[height] as number;
        if (left + right !== total) continue;
        const column = width - last;
        const places = this.stacks.traced(middle, end, last, column, row, height);
        return [...this.traced(start, middle, row, height, column), { column, width: last, places }];
      }
    throw new Error("a band cannot be traced");
  }
}
