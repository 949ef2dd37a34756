import {
  between,
  type Curve,
  gradient,
  ground,
  HEIGHT,
  mix,
  type Painter,
  pick,
  polygon,
  type Random,
  rect,
  times,
  WIDTH,
  waves,
} from "./paint";
import { roundTree } from "./trees";

const plots = ["#8d9a5b", "#7f9155", "#9aa268", "#74864e", "#a3a873", "#869a62", "#b0ad7c"];
const water = "#b4c0b4";
const bank = "#4d5238";

/** Terraced tea fields on two spurs, hills in the haze behind. */
export const terraces: Painter = (random) => {
  const skyline = waves(random, 1500);
  const middle = waves(random, 1100, 3);
  const front = waves(random, 1500, 3);
  const lean = pick(random, [-1, 1]);
  const crest: Curve = (x) => 375 + middle(x) * 85 - lean * (x - 800) * 0.11;
  const spur: Curve = (x) => 610 + front(x) * 80 + lean * (x - 800) * 0.2;

  return `<defs>${gradient("sky", [
    ["#c9d3d4", 0],
    ["#e4e3d8", 0.75],
    ["#ebe6d8", 1],
  ])}${gradient("haze", [
    ["#e6e4d8", 0, 0],
    ["#e6e4d8", 0.55, 0.75],
    ["#e6e4d8", 1, 0],
  ])}</defs>
${rect(0, 0, WIDTH, HEIGHT, "url(#sky)")}
${ground((x) => 215 + skyline(x * 0.8 + 300) * 75, "#bcc7c3")}
${ground((x) => 285 + skyline(x) * 70, "#a0afa4")}
${ground((x) => 335 + skyline(x * 1.3 + 900) * 60, "#85977f")}
${rect(0, 240, WIDTH, 260, "url(#haze)")}
${hill(random, crest, (x) => 840 + middle(x) * 30, 24, 0.3)}
${wood(random, crest, 70, 13, 0.3)}
${rect(0, 400, WIDTH, 330, "url(#haze)", 'opacity="0.45"')}
${hill(random, spur, () => HEIGHT + 190, 15, 0)}
${wood(random, spur, 26, 26, 0.05)}`;
};

/** Terraces from a crest down to its foot: each a flat field, divided into plots, above a bank. */
function hill(random: Random, crest: Curve, foot: Curve, count: number, haze: number) {
  const fold = waves(random, 1150, 2);
  const drift = waves(random, 1300, 2);
  const edge = (row: number): Curve => {
    const depth = (row / count) ** 1.35;
    const swing = Math.sin(Math.min(1, depth * 1.6) * Math.PI * 0.5) * 74;
    return (x) =>
      crest(x) + (foot(x) - crest(x)) * depth + swing * (fold(x + row * 14) + 0.35 * drift(x * 1.7 - row * 75));
  };
  const shade = (colour: string, slope: number) =>
    mix(mix(colour, slope > 0 ? "#efe7bd" : "#39452f", Math.min(0.45, Math.abs(slope) * 0.95)), "#dcdccd", haze);

  return times(count, (row) => {
    const [top, low] = [edge(row), edge(row + 1)];
    const fields: string[] = [];
    let [colour, until, flooded] = [pick(random, plots), between(random, 0, 300), false];
    for (let x = -20; x < WIDTH + 20; x += 10) {
      if (x > until) {
        flooded = random() < 0.08;
        colour = flooded ? water : pick(random, plots);
        until = x + (flooded ? between(random, 90, 210) : between(random, 130, 480));
      }
      const slope = (top(x + 24) - top(x - 24)) / 48;
      const fill = shade(colour, flooded ? slope * 0.2 : slope);
      const lip = Math.max(2, (low(x) - top(x)) * 0.3);
      fields.push(
        strip(top, low, x, 0, 1, fill),
        strip(top, low, x, 1 - lip / (low(x) - top(x) + 0.01), 1, shade(bank, slope * 0.7)),
      );
      if (!flooded && low(x) - top(x) > 16) {
        for (const at of [0.2, 0.42])
          fields.push(strip(top, low, x, at, at + 0.08, shade(mix(colour, "#3f4f31", 0.5), slope)));
      }
    }
    return fields.join("");
  });
}

function strip(top: Curve, low: Curve, x: number, from: number, to: number, fill: string) {
  const at = (px: number, share: number): [number, number] => [px, top(px) + (low(px) - top(px)) * share];
  return polygon([at(x, from), at(x + 10.6, from), at(x + 10.6, to), at(x, to)], fill);
}

const wood = (random: Random, crest: Curve, count: number, size: number, haze: number) =>
  times(count, () => {
    const x = WIDTH * (0.5 + 0.5 * Math.sin(random() * 9)) + between(random, -60, 60);
    return roundTree(
      random,
      x,
      crest(x) + between(random, 0, size * 0.5),
      size * between(random, 0.6, 1.2),
      "#56653f",
      haze,
    );
  });
