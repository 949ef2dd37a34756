import { getStroke } from "perfect-freehand";

/**
 * One stroke of the pen: `x, y, pressure, x, y, pressure, …`. The pad is 1000 units wide and at most 600 high;
 * x is 0 to 1000, y 0 to 600 from the top, pressure 0 to 100. All are whole numbers. Flat, because a drawing is
 * sent and stored as JSON, where an array for each point would be a third of it.
 */
export type Stroke = number[];

/** What was written by hand; `height` is where it is cut off below, in units of the pad. */
export type Drawing = { height: number; strokes: Stroke[] };

/** `ink`: the way that the pen has gone in all, in units of the pad; fifty characters are some 25,000. */
export const pad = { width: 1000, height: 600, strokes: 800, points: 4_000, ink: 60_000 } as const;

export const nothingDrawn: Drawing = { height: 0, strokes: [] };

const most = [pad.width, pad.height, 100];
/** Points nearer than this to the last one are the trembling of the hand and of the glass. */
const apart = 2;
const tolerance = 0.8;
/** A pressure of 100 makes a stroke some ten units wider than none: so far does it count as a distance. */
const weight = 0.1;

/**
 * Why something is no drawing: more strokes or points than `pad` says, numbers outside of it, a height that cuts
 * through a stroke, and whatever else. Lengths are asked before contents, so that a million points cost nothing.
 */
export function unfitDrawing(given: unknown): Unfit | null {
  if (typeof given !== "object" || given === null || Object.keys(given).sort().join() !== "height,strokes")
    return "malformed";
  const { height, strokes } = given as Drawing;
  const key = unfit(strokes);
  if (key) return key;
  return isWithin(height, pad.height) && lowestOf(strokes) <= height ? null : "malformed";
}

type Unfit = "malformed" | "strokesTooMany";

function unfit(strokes: unknown): Unfit | null {
  if (!Array.isArray(strokes)) return "malformed";
  if (strokes.length > pad.strokes) return "strokesTooMany";
  let points = 0;
  for (const stroke of strokes) {
    if (!Array.isArray(stroke) || !stroke.length || stroke.length % 3) return "malformed";
    points += stroke.length / 3;
  }
  if (points > pad.points) return "strokesTooMany";
  const isFit = (stroke: unknown[]) => stroke.every((value, at) => isWithin(value, most[at % 3] ?? 0));
  // `every` passes over the holes of an array; a copy has none.
  if (!strokes.every((stroke) => isFit([...stroke]))) return "malformed";
  return inkOf(strokes as Stroke[]) > pad.ink ? "strokesTooMany" : null;
}

/** How far the pen went: what is drawn grows with it, whatever the number of points. */
function inkOf(strokes: Stroke[]): number {
  let ink = 0;
  for (const stroke of strokes)
    for (let at = 3; at < stroke.length; at += 3)
      ink += Math.hypot(of(stroke, at) - of(stroke, at - 3), of(stroke, at + 1) - of(stroke, at - 2));
  return ink;
}

function isWithin(value: unknown, max: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max;
}

export function isDrawn(drawing: Drawing): boolean {
  return drawing.strokes.length > 0;
}

/** Whether the pad takes no further stroke. A tenth of the points is left to the stroke that is under way. */
export function isFull({ strokes }: Drawing): boolean {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length / 3, 0);
  return strokes.length >= pad.strokes || points >= pad.points * 0.9 || inkOf(strokes) >= pad.ink * 0.9;
}

/** The y of the lowest point, 0 without one. */
export function lowestOf(strokes: Stroke[]): number {
  let lowest = 0;
  for (const stroke of strokes) for (let at = 1; at < stroke.length; at += 3) lowest = Math.max(lowest, of(stroke, at));
  return lowest;
}

/** Strokes as a drawing, cut off a little below the lowest point. */
export function drawingOf(strokes: Stroke[]): Drawing {
  return strokes.length ? { height: Math.min(pad.height, lowestOf(strokes) + 20), strokes } : nothingDrawn;
}

/** Whether a point is far enough from the last one of a stroke to say something new. */
export function isApart(stroke: Stroke, x: number, y: number, pressure: number): boolean {
  const last = stroke.length - 3;
  if (last < 0) return true;
  const pressed = (pressure - of(stroke, last + 2)) * weight;
  return Math.hypot(x - of(stroke, last), y - of(stroke, last + 1), pressed) >= apart;
}

/**
 * The stroke with as few points as show it, as a browser sends it. First those go that are less than two units
 * from the one before, then those that lie within a tolerance of the line through the others: U. Ramer, “An
 * iterative procedure for the polygonal approximation of plane curves”, 1972; D. Douglas and T. Peucker,
 * “Algorithms for the reduction of the number of points required to represent a digitized line or its
 * caricature”, 1973. Pressure counts as a third dimension, or a straight stroke would lose its swelling. The
 * first and the last point stay. A list of spans takes the place of the recursion, which a million points overflow.
 */
export function simplified(points: Stroke): Stroke {
  const sparse: Stroke = [];
  for (let at = 0; at < points.length; at += 3) {
    const [x, y, pressure] = [of(points, at), of(points, at + 1), of(points, at + 2)];
    if (at + 3 >= points.length || isApart(sparse, x, y, pressure)) sparse.push(x, y, pressure);
  }
  const last = sparse.length / 3 - 1;
  const kept = new Uint8Array(last + 1).fill(1, 0, 1).fill(1, last);
  const spans = [0, last];
  while (spans.length) {
    const [from = 0, to = 0] = spans.splice(-2);
    let [far, farthest] = [tolerance, 0];
    for (let at = from + 1; at < to; at++) {
      const away = distance(sparse, at, from, to);
      if (away > far) [far, farthest] = [away, at];
    }
    if (!farthest) continue;
    kept[farthest] = 1;
    spans.push(from, farthest, farthest, to);
  }
  return sparse.filter((_, at) => kept[Math.floor(at / 3)]);
}

/** How far point `at` is from the line between two others, to its ends and no farther. */
function distance(stroke: Stroke, at: number, from: number, to: number): number {
  const [x, y, z] = [of(stroke, from * 3), of(stroke, from * 3 + 1), of(stroke, from * 3 + 2)];
  const [dx, dy, dz] = [of(stroke, to * 3) - x, of(stroke, to * 3 + 1) - y, (of(stroke, to * 3 + 2) - z) * weight];
  const [px, py, pz] = [of(stroke, at * 3) - x, of(stroke, at * 3 + 1) - y, (of(stroke, at * 3 + 2) - z) * weight];
  const length = dx * dx + dy * dy + dz * dz;
  const along = length ? Math.max(0, Math.min(1, (px * dx + py * dy + pz * dz) / length)) : 0;
  return Math.hypot(px - along * dx, py - along * dy, pz - along * dz);
}

/** The filled outline of a stroke as the `d` of an SVG path, to a tenth of a unit. A single point is a dot. */
export function outlineOf(stroke: Stroke): string {
  const isEven = stroke.every((value, at) => at % 3 !== 2 || value === stroke[2]);
  const outline = getStroke(steps(stroke), {
    size: 9,
    thinning: 0.6,
    smoothing: 0.5,
    streamline: 0.4,
    simulatePressure: isEven,
    last: true,
  });
  const [first] = outline;
  if (!first) return "";
  // From middle to middle, with the points between as handles: a curve without corners.
  const curve = outline.map(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = outline[(at + 1) % outline.length] ?? first;
    return [x, y, (x + nextX) / 2, (y + nextY) / 2].map(tenth).join(" ");
  });
  return `M${first.map(tenth).join(" ")}Q${curve.join(" ")}Z`;
}

/**
 * The points as triples with pressure 0 to 1, and some more near the ends of every long line between two. The
 * outline lags a third of the way behind each point (streamline): where only the ends of a line are left, it
 * would cut the corner by as much.
 */
function steps(stroke: Stroke): number[][] {
  const points: number[][] = [];
  for (let at = 0; at < stroke.length; at += 3) {
    const [x, y, pressure] = [of(stroke, at), of(stroke, at + 1), of(stroke, at + 2) / 100];
    const before = points.at(-1);
    if (before) {
      const [fromX = 0, fromY = 0, fromPressure = 0] = before;
      const length = Math.hypot(x - fromX, y - fromY);
      for (const part of partsOf(length)) {
        const between = (from: number, to: number) => from + ((to - from) * part) / length;
        points.push([between(fromX, x), between(fromY, y), between(fromPressure, pressure)]);
      }
    }
    points.push([x, y, pressure]);
  }
  return points;
}

function partsOf(length: number): number[] {
  const count = Math.floor(length / 8);
  if (count < 6) return Array.from({ length: Math.max(0, count - 1) }, (_, at) => ((at + 1) * length) / count);
  return [8, 16, 24, length - 24, length - 16, length - 8];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function of(stroke: Stroke, at: number): number {
  return stroke[at] ?? 0;
}

/** A drawing as an SVG document of its own, for the printed page. */
export function svgOf(drawing: Drawing, colour = "#22304A"): string {
  const paths = drawing.strokes.map((stroke) => `<path d="${outlineOf(stroke)}"/>`);
  const box = `0 0 ${pad.width} ${Math.max(1, drawing.height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="${colour}">${paths.join("")}</svg>`;
}
