import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawingSchema } from "./drawing";
import { drawingOf, isDrawn, isFull, outlineOf, pad, type Stroke, simplified, svgOf } from "./strokes";

const point = fc.tuple(fc.nat(1000), fc.nat(600), fc.nat(100));
const stroke = fc.array(point, { minLength: 1, maxLength: 60 }).map((points): Stroke => points.flat());
/** So short that ten of them, wherever they go, are no longer than a hand writes. */
const short = fc.array(point, { minLength: 1, maxLength: 5 }).map((points): Stroke => points.flat());
const line: Stroke = [100, 100, 50, 200, 100, 50];
const drawing = (strokes: unknown, height: unknown = 600) => ({ height, strokes });

/** Why a drawing is refused; none when it is not. */
function keysOf(given: unknown): string[] {
  const { error } = drawingSchema.safeParse(given);
  return [...new Set(error?.issues.map((each) => (each.code === "custom" ? String(each.params?.key) : "malformed")))];
}

/** A spiral of small waves, as long as a hand never writes. */
function spiral(points: number): Stroke {
  return Array.from({ length: points }, (_, at) => {
    const [turn, radius] = [(at / points) * 40, 20 + (at / points) * 270];
    return [500 + radius * Math.cos(turn), 300 + radius * Math.sin(turn), 50 + 40 * Math.sin(turn)].map(Math.round);
  }).flat();
}

describe("a drawing that is sent", () => {
  it("is kept as it was written, as a value and as the text of a form", () => {
    const written = { height: 120, strokes: [line, [500, 80, 90]] };
    expect(drawingSchema.parse(written)).toEqual(written);
    expect(drawingSchema.parse(JSON.stringify(written))).toEqual(written);
  });

  it.each([[undefined], [null], [""], [drawing([])], ['{"height":0,"strokes":[]}']])("may be none: %j", (given) => {
    expect(drawingSchema.parse(given)).toEqual({ height: 0, strokes: [] });
  });

  it("is any that a pad makes", () => {
    fc.assert(fc.property(fc.array(short, { maxLength: 10 }), (strokes) => !keysOf(drawingOf(strokes)).length));
  });

  it("has at most as many strokes and points as the pad says", () => {
    const half: Stroke = Array(pad.points / 2)
      .fill([1, 1, 1])
      .flat();
    expect(keysOf(drawing(Array(pad.strokes).fill([1, 1, 1])))).toEqual([]);
    expect(keysOf(drawing(Array(pad.strokes + 1).fill([1, 1, 1])))).toEqual(["strokesTooMany"]);
    expect(keysOf(drawing([half, half]))).toEqual([]);
    expect(keysOf(drawing([half, half, [1, 1, 1]]))).toEqual(["strokesTooMany"]);
    expect(drawingSchema.safeParse(drawing(Array(pad.strokes + 1).fill([1, 1, 1]))).error?.issues[0]).toMatchObject({
      params: { values: { max: pad.strokes } },
    });
  });

  it.each([
    ["numbers", 1],
    ["texts", "x"],
    ["arrays", [1, 2, 3]],
    ["objects", { x: 1 }],
  ])("is refused by its length alone when it is a million %s", (_, thing) => {
    let looks = 0;
    const million = new Proxy(Array(1_000_002).fill(thing), {
      get(array, key) {
        if (Number.isInteger(Number(String(key)))) looks += 1;
        return Reflect.get(array, key);
      },
    });
    expect(keysOf(drawing([million]))).toEqual(["strokesTooMany"]);
    expect(keysOf(drawing(million))).toEqual(["strokesTooMany"]);
    expect(looks).toBe(0);
    expect(keysOf(Array(1_000_002).fill(thing))).toEqual(["malformed"]);
  });

  it.each([
    ["text that is no JSON", "{"],
    ["a number", 7],
    ["no strokes", { height: 10 }],
    ["strokes of another kind", drawing({ length: 1, 0: line })],
    ["a stroke without points", drawing([[]])],
    ["half a point", drawing([[1, 2, 3, 4]])],
    ["nested points", drawing([[[1, 2, 3]]])],
    ["objects for points", drawing([[{ x: 1, y: 1 }, 1, 1]])],
    ["text for numbers", drawing([["1", "2", "3"]])],
    ["no numbers", drawing([[Number.NaN, 1, 1]])],
    ["infinite numbers", drawing([[1, Number.POSITIVE_INFINITY, 1]])],
    ["holes", drawing([new Array(3)])],
    ["a hole for a stroke", drawing(new Array(1))],
    ["fractions", drawing([[1.5, 1, 1]])],
    ["negative numbers", drawing([[-1, 1, 1]])],
    ["an x outside", drawing([[1001, 1, 1]])],
    ["a y outside", drawing([[1, 601, 1]])],
    ["a pressure outside", drawing([[1, 1, 101]])],
    ["a height outside", drawing([line], 601)],
    ["a height of text", drawing([line], "600")],
    ["a height that hides what is written", drawing([line], 99)],
    ["more than a drawing has", { ...drawing([line]), html: "<b>" }],
    ["a key of the prototype", JSON.parse('{"height":600,"strokes":[],"__proto__":{"isAdmin":true}}')],
    ["another key of it", JSON.parse('{"height":600,"strokes":[],"constructor":{}}')],
  ])("is not %s", (_, given) => {
    expect(keysOf(given)).toEqual(["malformed"]);
  });

  it("is looked at without a throw, whatever it is", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    const given = fc.oneof(anything, fc.json(), fc.record({ height: anything, strokes: fc.array(fc.array(anything)) }));
    fc.assert(
      fc.property(given, (value) => {
        const { success, data } = drawingSchema.safeParse(value);
        if (success) expect(Object.keys(data).sort()).toEqual(["height", "strokes"]);
      }),
    );
  });
});

describe("a stroke made simple", () => {
  it("keeps its first and its last point, and stays where it was written", () => {
    fc.assert(
      fc.property(stroke, (points) => {
        const simple = simplified(points);
        expect(simple.slice(0, 3)).toEqual(points.slice(0, 3));
        expect(simple.slice(-3)).toEqual(points.slice(-3));
        expect(simple.length).toBeLessThanOrEqual(points.length);
        // Two units for the points that were too near, and the tolerance of the line.
        for (const each of triples(points)) expect(away(each, triples(simple))).toBeLessThan(2 + 0.8 + 1e-9);
      }),
    );
  });

  it("is a few hundred points when it was a million, and is accepted", () => {
    const simple = simplified(spiral(1_000_000));
    expect(simple.length / 3).toBeGreaterThan(50);
    expect(simple.length / 3).toBeLessThan(1_000);
    expect(keysOf(drawingOf([simple]))).toEqual([]);
  });

  it("keeps the swelling of a straight line", () => {
    const swelling = Array.from({ length: 101 }, (_, at) => [at * 5, 50, at <= 50 ? at : 100 - at]).flat();
    expect(simplified(swelling)).toEqual([0, 50, 0, 250, 50, 50, 500, 50, 0]);
  });

  it("is nothing without points", () => {
    expect(simplified([])).toEqual([]);
  });
});

describe("the outline", () => {
  it("of a dot can be seen, at any pressure and wherever it is", () => {
    fc.assert(
      fc.property(point, ([x, y, pressure]) => {
        for (const dot of [
          [x, y, pressure],
          [x, y, pressure, x, y, pressure],
        ]) {
          const numbers = numbersOf(outlineOf(dot));
          const xs = numbers.filter((_, at) => at % 2 === 0);
          expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(1.5);
          expect(Math.abs((xs[0] ?? 0) - x)).toBeLessThan(12);
        }
      }),
    );
  });

  it("is made of numbers, whatever was written", () => {
    fc.assert(
      fc.property(stroke, (points) => {
        expect(outlineOf(points)).toMatch(/^M(-?\d+(\.\d)? ?){2}Q(-?\d+(\.\d)? ?)+Z$/);
      }),
    );
    expect(outlineOf([])).toBe("");
  });

  it("goes round the corner of a stroke of which only the corner is left", () => {
    const xs = numbersOf(outlineOf([100, 100, 50, 400, 100, 60, 400, 400, 50]));
    const nearest = Math.min(...xs.map((x, at) => (at % 2 ? 999 : Math.hypot(x - 400, (xs[at + 1] ?? 0) - 100))));
    expect(nearest).toBeLessThan(9);
  });

  it("has an end, however far apart the points of the fullest drawing are", () => {
    const step = Math.floor(pad.ink / pad.points) - 1;
    const full = Array.from({ length: pad.points }, (_, at) => [(at % 2) * step, 300, at % 100]).flat();
    expect(svgOf(drawingSchema.parse(drawing([full]))).length).toBeLessThan(pad.points * 700);
  });

  it("of a pen that went a mile is refused: the points may be few, what is drawn grows with the way", () => {
    const far = Array.from({ length: 200 }, (_, at) => [(at % 2) * 1000, at % 600, at % 100]).flat();
    expect(keysOf(drawing([far]))).toEqual(["strokesTooMany"]);
  });
});

describe("the document that is printed", () => {
  it("is an SVG of its own with a path for each stroke", () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 8 }), (strokes) => {
        const made = drawingOf(strokes);
        const [, box, inside = ""] =
          /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1000 (\d+)" fill="#22304A">(.*)<\/svg>$/.exec(
            svgOf(made),
          ) ?? [];
        expect(Number(box)).toBe(Math.max(1, made.height));
        expect(inside.match(/<path d="[MQZ\d. -]+"\/>/g)?.join("") ?? "").toBe(inside);
        expect(inside.split("<path").length - 1).toBe(strokes.length);
      }),
    );
  });

  it("takes another colour", () => {
    expect(svgOf(drawingOf([line]), "#000000")).toContain('fill="#000000"');
  });
});

describe("a pad", () => {
  it("knows whether something is on it, how far down, and when it is full", () => {
    expect(isDrawn(drawingOf([]))).toBe(false);
    expect(drawingOf([line])).toEqual({ height: 120, strokes: [line] });
    expect(isDrawn(drawingOf([line]))).toBe(true);
    expect(drawingOf([[1, 595, 1]]).height).toBe(600);
    expect(isFull(drawingOf(Array(pad.strokes - 1).fill([1, 1, 1])))).toBe(false);
    expect(isFull(drawingOf(Array(pad.strokes).fill([1, 1, 1])))).toBe(true);
    expect(
      isFull(
        drawingOf([
          Array(pad.points * 0.9)
            .fill([1, 1, 1])
            .flat(),
        ]),
      ),
    ).toBe(true);
  });
});

function triples(points: Stroke): number[][] {
  return Array.from({ length: points.length / 3 }, (_, at) => points.slice(at * 3, at * 3 + 3));
}

/** How far a point is from a line of several parts, found by trying: not as the code under test does. */
function away([x = 0, y = 0]: number[], line: number[][]): number {
  const tries = line.flatMap(([fromX = 0, fromY = 0], at) => {
    const [toX = fromX, toY = fromY] = line[at + 1] ?? [];
    const length = (toX - fromX) ** 2 + (toY - fromY) ** 2 || 1;
    const foot = ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length;
    return [0, 1, Math.min(1, Math.max(0, foot))].map((part) =>
      Math.hypot(fromX + part * (toX - fromX) - x, fromY + part * (toY - fromY) - y),
    );
  });
  return Math.min(...tries);
}

function numbersOf(path: string): number[] {
  return (path.match(/-?[\d.]+/g) ?? []).map(Number);
}
