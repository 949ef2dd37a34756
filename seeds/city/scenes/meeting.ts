import {
  between,
  blur,
  ellipse,
  gradient,
  ground,
  type Painter,
  polygon,
  type Random,
  rect,
  times,
  WIDTH,
  waves,
} from "./paint";
import { chair, sitter } from "./people";

/** A plain room: a long table before the windows, people on both sides, the nearer with their backs to us. */
export const meeting: Painter = (random) => {
  const view = waves(random, 900);
  const far = { count: 7, y: 560, size: 0.62 };
  const near = { count: 6, y: 905, size: 1.22 };
  return `<defs>${gradient("wall", [
    ["#d9d3c6", 0],
    ["#e2dccf", 1],
  ])}${gradient("outside", [
    ["#e9eeec", 0],
    ["#f3f1e6", 1],
  ])}${gradient("floor", [
    ["#b8a78f", 0],
    ["#8f7f6b", 1],
  ])}${gradient("table", [
    ["#b79b78", 0],
    ["#94764f", 1],
  ])}${gradient("shaft", [
    ["#fff9e6", 0, 0.38],
    ["#fff9e6", 1, 0],
  ])}${blur("soft", 14)}${blur("edge", 4)}</defs>
${rect(0, 0, WIDTH, 620, "url(#wall)")}${rect(0, 600, WIDTH, 400, "url(#floor)")}${rect(0, 588, WIDTH, 14, "#b3a994")}
${rect(0, 0, WIDTH, 44, "#c9c3b6")}${rect(0, 44, WIDTH, 5, "#b7b1a3")}
${times(4, (n) => window(view, 110 + n * 370))}
${times(far.count, (n) => sitter(random, 250 + n * 183 + between(random, -14, 14), far.y, far.size, 0.2, true))}
${table(random)}
<g filter="url(#soft)">${times(4, (n) =>
    polygon(
      [
        [130 + n * 370, 120],
        [380 + n * 370, 120],
        [560 + n * 370, 1000],
        [180 + n * 370, 1000],
      ],
      "url(#shaft)",
    ),
  )}</g>
${times(near.count, (n) => sitter(random, 170 + n * 252 + between(random, -16, 16), near.y, near.size, 0, false) + chair(170 + n * 252))}`;
};

function window(view: (x: number) => number, x: number) {
  const hills = (base: number, swing: number, fill: string) =>
    ground((px) => base + view(px * 1.1 + base) * swing, fill, 440);
  const id = `pane${x}`;
  return `<clipPath id="${id}"><rect x="${x}" y="104" width="270" height="336"/></clipPath>
${rect(x - 14, 90, 298, 364, "#f0ece2")}<g clip-path="url(#${id})">${rect(x, 104, 270, 336, "url(#outside)")}<g opacity="0.65" filter="url(#edge)">${hills(330, 34, "#c3cfc6")}${hills(380, 26, "#a9bba6")}</g></g>
${rect(x + 131, 104, 8, 336, "#ebe6da")}${rect(x, 208, 270, 7, "#ebe6da")}${rect(x - 24, 452, 318, 14, "#f4f0e6")}${rect(x - 24, 466, 318, 6, "#b9b1a2")}
${polygon(
  [
    [x - 40, 80],
    [x + 22, 80],
    [x + 6, 470],
    [x - 44, 470],
  ],
  "#cfc6b4",
)}${polygon(
  [
    [x + 248, 80],
    [x + 310, 80],
    [x + 314, 470],
    [x + 264, 470],
  ],
  "#cfc6b4",
)}
${times(3, (n) => rect(x - 30 + n * 15, 84, 4, 384, "#beb49f", 'opacity="0.6"') + rect(x + 262 + n * 15, 84, 4, 384, "#beb49f", 'opacity="0.6"'))}`;
}

/** The long table with its papers and cups. */
function table(random: Random) {
  const top = polygon(
    [
      [150, 600],
      [1450, 600],
      [1640, 800],
      [-40, 800],
    ],
    "url(#table)",
  );
  const sheen = polygon(
    [
      [420, 604],
      [1180, 604],
      [1240, 796],
      [360, 796],
    ],
    "#efe0c2",
    'opacity="0.2" filter="url(#soft)"',
  );
  const papers = (y: number, count: number, size: number, from: number, step: number) =>
    times(count, (n) => {
      const x = from + n * step + between(random, -10, 10);
      const sheet = polygon(
        [
          [x - 34 * size, y],
          [x + 30 * size, y],
          [x + 38 * size, y + 26 * size],
          [x - 40 * size, y + 26 * size],
        ],
        "#f2eee2",
      );
      return `${ellipse(x, y + 24 * size, 48 * size, 8 * size, "#6f5639", 'opacity="0.25"')}${sheet}${cup(x + 62 * size, y + 16 * size, size)}`;
    });
  return `${top}${sheen}${rect(-40, 800, 1680, 26, "#7d6242")}${rect(-40, 826, 1680, 174, "#5f4c37")}${papers(614, 7, 0.6, 250, 183)}${papers(712, 6, 1.15, 170, 252)}`;
}

const cup = (x: number, y: number, size: number) =>
  `${ellipse(x + 4 * size, y + 2 * size, 17 * size, 6 * size, "#6f5639", 'opacity="0.35"')}${rect(x - 11 * size, y - 28 * size, 22 * size, 29 * size, "#e9e7df", `rx="${5 * size}"`)}${rect(x + 3 * size, y - 28 * size, 8 * size, 29 * size, "#c8c8c0", `rx="${4 * size}"`)}${ellipse(x, y - 28 * size, 11 * size, 3.6 * size, "#f6f4ee")}`;
