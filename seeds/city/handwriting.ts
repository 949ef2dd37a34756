import { type Drawing, drawingOf, type Stroke } from "@/bulletin/post/strokes";

/**
 * 阅 and a date in a hand of our own: the points were set by eye on squared paper, pressed where a
 * brush would be. `[x, y]` of a square 100 units wide; the pressure swells in the middle of a stroke.
 */
const read: [number, number][][] = [
  [
    [16, 10],
    [22, 16],
    [25, 21],
  ],
  [
    [14, 28],
    [15, 52],
    [14, 82],
    [13, 96],
  ],
  [
    [34, 16],
    [58, 13],
    [84, 13],
    [86, 40],
    [86, 72],
    [85, 90],
    [78, 88],
    [72, 83],
  ],
  [
    [38, 27],
    [43, 32],
    [46, 38],
  ],
  [
    [64, 25],
    [59, 31],
    [54, 38],
  ],
  [
    [37, 43],
    [36, 52],
    [38, 60],
  ],
  [
    [37, 43],
    [50, 41],
    [62, 41],
    [63, 50],
    [61, 58],
  ],
  [
    [38, 60],
    [50, 58],
    [61, 58],
  ],
  [
    [46, 60],
    [43, 70],
    [36, 80],
    [28, 86],
  ],
  [
    [54, 60],
    [54, 72],
    [57, 80],
    [68, 80],
    [71, 74],
  ],
];

const digits: Record<string, [number, number][][]> = {
  "0": [
    [
      [50, 20],
      [36, 30],
      [32, 56],
      [38, 82],
      [50, 88],
      [62, 78],
      [66, 50],
      [60, 26],
      [50, 20],
    ],
  ],
  "1": [
    [
      [46, 24],
      [54, 18],
      [53, 50],
      [51, 90],
    ],
  ],
  "3": [
    [
      [34, 26],
      [48, 20],
      [62, 30],
      [50, 50],
      [64, 66],
      [50, 88],
      [34, 82],
    ],
  ],
  "4": [
    [
      [56, 20],
      [34, 62],
      [70, 62],
    ],
    [
      [58, 44],
      [57, 92],
    ],
  ],
  "5": [
    [
      [38, 24],
      [36, 50],
      [56, 48],
      [66, 66],
      [50, 88],
      [34, 82],
    ],
    [
      [38, 24],
      [64, 22],
    ],
  ],
  "6": [
    [
      [58, 20],
      [38, 52],
      [38, 80],
      [56, 88],
      [64, 70],
      [50, 58],
      [38, 70],
    ],
  ],
  "7": [
    [
      [34, 24],
      [66, 22],
      [50, 56],
      [46, 90],
    ],
  ],
  "8": [
    [
      [60, 28],
      [44, 22],
      [40, 40],
      [62, 62],
      [54, 88],
      [38, 80],
      [44, 60],
      [62, 38],
      [60, 28],
    ],
  ],
  "2": [
    [
      [34, 34],
      [44, 22],
      [60, 24],
      [64, 40],
      [50, 62],
      [34, 86],
      [50, 84],
      [68, 86],
    ],
  ],
  "9": [
    [
      [62, 32],
      [48, 24],
      [38, 36],
      [44, 52],
      [60, 46],
      [64, 30],
      [60, 60],
      [54, 90],
    ],
  ],
  ".": [
    [
      [46, 84],
      [52, 86],
    ],
  ],
};

/** 阅, with the day behind it, as a leader writes it in the margin. */
export function written(day: string): Drawing {
  const strokes = placed(read, 120, 30, 1.5);
  [...day].forEach((character, at) => {
    strokes.push(...placed(digits[character] ?? digits["1"] ?? [], 420 + at * 62, 70, 0.9));
  });
  return drawingOf(strokes);
}

function placed(strokes: [number, number][][], left: number, top: number, size: number): Stroke[] {
  return strokes.map((stroke) => {
    const last = stroke.length - 1;
    return stroke.flatMap(([x, y], at) => {
      const pressure = Math.round(35 + 45 * Math.sin((Math.PI * (at + 0.6)) / (last + 1.2)));
      return [Math.round(left + x * size), Math.round(top + y * size), pressure];
    });
  });
}
