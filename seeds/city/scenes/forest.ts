import {
  between,
  type Curve,
  ellipse,
  glow,
  gradient,
  ground,
  HEIGHT,
  mix,
  type Painter,
  pick,
  type Random,
  rect,
  times,
  WIDTH,
  waves,
} from "./paint";
import { fir, roundTree } from "./trees";

/** Wooded slopes one behind the other, mist in the valleys between them. */
export const forest: Painter = (random) => {
  const lean = pick(random, [-1, 1]);
  const far = waves(random, 1700);
  const slopes = [
    { at: 330, swing: 80, tilt: 0.04, trees: 330, tall: 46, haze: 0.62, colour: "#5f7a6b" },
    { at: 440, swing: 85, tilt: -0.08, trees: 260, tall: 74, haze: 0.4, colour: "#50705a" },
    { at: 580, swing: 80, tilt: 0.13, trees: 190, tall: 118, haze: 0.2, colour: "#46634c" },
    { at: 770, swing: 60, tilt: -0.14, trees: 105, tall: 190, haze: 0.04, colour: "#3d5742" },
  ];
  return `<defs>${gradient("sky", [
    ["#b9c8cb", 0],
    ["#dfe2d9", 0.45],
    ["#e6e4d6", 1],
  ])}${gradient("mist", [
    ["#dde1d7", 0, 0],
    ["#dde1d7", 0.6, 0.8],
    ["#dde1d7", 1, 0.1],
  ])}${glow("sun", "#f7efd6", 0.85)}</defs>
${rect(0, 0, WIDTH, HEIGHT, "url(#sky)")}
${ellipse(800 - lean * 420, 190, 620, 360, "url(#sun)")}
${ground((x) => 190 + far(x) * 80, "#b6c4c0")}
${ground((x) => 265 + far(x * 1.2 + 700) * 75, "#a3b5ac")}
${slopes.map((slope) => hillside(random, slope, lean)).join("")}`;
};

type Slope = { at: number; swing: number; tilt: number; trees: number; tall: number; haze: number; colour: string };

function hillside(random: Random, slope: Slope, lean: number) {
  const wave = waves(random, 1300, 3);
  const crest: Curve = (x) => slope.at + wave(x) * slope.swing + lean * (x - 800) * slope.tilt;
  const depth = slope.tall * 2;
  const stand = Array.from({ length: slope.trees }, () => {
    const x = between(random, -40, WIDTH + 40);
    return { x, below: random() ** 1.3 * depth };
  }).sort((a, b) => a.below - b.below);
  const earth = mix(mix(slope.colour, "#8b8a5e", 0.35), "#d5dacf", slope.haze);
  const trees = stand.map(({ x, below }) => {
    const colour = mix(slope.colour, pick(random, ["#7d8450", "#3c5a4c", "#8a7f4d"]), random() * 0.45);
    const tall = slope.tall * between(random, 0.65, 1.15) * (1 + below / depth / 4);
    const haze = slope.haze + (1 - below / depth) * 0.07;
    return random() < 0.24 - slope.haze * 0.25
      ? roundTree(random, x, crest(x) + below, tall * 0.46, mix(colour, "#88905a", 0.3), haze)
      : fir(random, x, crest(x) + below + 4, tall, colour, haze);
  });
  const mist = rect(
    0,
    slope.at + slope.tall * 0.3,
    WIDTH,
    slope.tall * 2.4,
    "url(#mist)",
    `opacity="${(0.25 + slope.haze * 0.7).toFixed(2)}"`,
  );
  return `${ground(crest, earth)}${slope.haze > 0.1 ? "" : undergrowth(random, crest)}${trees.join("")}${slope.haze > 0.1 ? mist : ""}`;
}

const undergrowth = (random: Random, crest: Curve) =>
  times(700, () => {
    const x = between(random, 0, WIDTH);
    const y = crest(x) + between(random, 150, 460);
    const size = between(random, 5, 15);
    return ellipse(
      x,
      y,
      size,
      size * 0.7,
      mix("#4c5d3c", pick(random, ["#7f8152", "#33482f", "#978f5f"]), random() * 0.4),
      'opacity="0.7"',
    );
  });
