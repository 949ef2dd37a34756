import { span, waterline } from "./arch";
import {
  between,
  blur,
  ellipse,
  gradient,
  ground,
  HEIGHT,
  type Painter,
  pick,
  type Random,
  rect,
  times,
  WIDTH,
  waves,
} from "./paint";
import { roundTree } from "./trees";

/** An old stone bridge of one arch, and the river that doubles it. */
export const bridge: Painter = (random) => {
  const hills = waves(random, 1500);
  const shore = waves(random, 900, 3);
  const middle = between(random, 740, 860);
  const above = `${rect(0, 0, WIDTH, waterline, "url(#sky)")}
${ground((x) => 290 + hills(x) * 80, "#b8c4c3", waterline)}
${ground((x) => 390 + hills(x * 1.2 + 500) * 75, "#9fb0a6", waterline)}
${ground((x) => 520 + shore(x) * 34, "#8a9c84", waterline)}
${rect(0, 400, WIDTH, waterline - 400, "url(#haze)")}
${grove(random, 64, 560, 46, 0.32)}
${ground((x) => 622 + shore(x * 1.4) * 16 - Math.abs(x - middle) * 0.025, "#7c8560", waterline)}
${grove(random, 26, 632, 84, 0.1, middle)}
${span(random, middle)}
${times(18, (n) => bank(random, middle + (n % 2 ? 1 : -1) * between(random, 545, n < 8 ? 620 : 860)))}`;
  return `<defs>${gradient("sky", [
    ["#c3cfd2", 0],
    ["#e5e4da", 1],
  ])}${gradient("haze", [
    ["#e5e4da", 0, 0],
    ["#e5e4da", 1, 0.6],
  ])}${gradient("depth", [
    ["#5f7471", 0, 0.2],
    ["#3f5553", 1, 0.75],
  ])}${blur("soft", 9, 1.6)}
<filter id="ripple" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.09" numOctaves="2" seed="7"/><feDisplacementMap in="SourceGraphic" scale="26" xChannelSelector="R" yChannelSelector="A"/><feGaussianBlur stdDeviation="2 1.2"/></filter></defs>
<g id="land">${above}</g>
<g filter="url(#ripple)"><g transform="matrix(1 0 0 -0.92 0 ${waterline * 1.92})">${above}</g></g>
${rect(0, waterline, WIDTH, HEIGHT - waterline, "url(#depth)")}
<g filter="url(#soft)">${times(46, () => glint(random))}</g>
${rect(0, waterline - 2, WIDTH, 5, "#4c5a4c", 'opacity="0.55"')}`;
};

/** Bushes and trees that hide where the bridge meets the land. */
const bank = (random: Random, x: number) =>
  ellipse(x, waterline - 2, between(random, 40, 90), between(random, 12, 30), "#66734c") +
  roundTree(random, x, waterline - 8, between(random, 46, 120), pick(random, ["#5f7148", "#6d7a4c", "#52684a"]), 0.04);

const grove = (random: Random, count: number, y: number, size: number, haze: number, clear?: number) =>
  times(count, () => {
    let x = between(random, -40, WIDTH + 40);
    if (clear !== undefined) x = x < clear ? x * 0.42 - 30 : WIDTH + 30 - (WIDTH - x) * 0.42;
    return roundTree(
      random,
      x,
      y + between(random, -18, 16),
      size * between(random, 0.6, 1.2),
      pick(random, ["#5f7148", "#6d7a4c", "#52684a", "#7f8152"]),
      haze,
    );
  });

function glint(random: Random) {
  const y = waterline + random() ** 1.4 * (HEIGHT - waterline);
  return ellipse(
    between(random, 0, WIDTH),
    y,
    between(random, 40, 220),
    between(random, 0.8, 2.6),
    "#e9ebe2",
    `opacity="${between(random, 0.12, 0.4).toFixed(2)}"`,
  );
}
