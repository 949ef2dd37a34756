import {
  between,
  blur,
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
import { roundTree } from "./trees";

/** Open water between reed beds, egrets in the shallows, a few birds in the air. */
export const wetland: Painter = (random) => {
  const hills = waves(random, 1600);
  const bank = waves(random, 700, 3);
  const island = waves(random, 1000, 3);
  const open = between(random, 620, 980);
  return `<defs>${gradient("sky", [
    ["#b9c8cf", 0],
    ["#dfe1da", 0.7],
    ["#ece5d3", 1],
  ])}${gradient("water", [
    ["#d6d9cf", 0],
    ["#a9babb", 0.35],
    ["#6f8789", 1],
  ])}${glow("sun", "#f9eed2", 0.8)}${blur("soft", 12, 1.4)}</defs>
${rect(0, 0, WIDTH, 430, "url(#sky)")}${ellipse(open, 370, 560, 260, "url(#sun)")}
${ground((x) => 330 + hills(x) * 52, "#b5c2c0", 430)}${ground((x) => 375 + hills(x * 1.4 + 400) * 34, "#9fb0a6", 430)}
${times(90, () => roundTree(random, between(random, 0, WIDTH), 418 + between(random, -4, 6), between(random, 14, 34), "#6f805c", 0.38))}
${rect(0, 418, WIDTH, HEIGHT - 418, "url(#water)")}
<g filter="url(#soft)">${ground(() => 418, "#8a9a82", 452, 'opacity="0.6"')}${times(80, () => streak(random, open))}</g>
${bed(random, (x) => 475 + bank(x) * 14, 900, 40, 0.42, open, 0.3)}
${bed(random, (x) => 570 + island(x) * 22, 900, 82, 0.22, open, 0.52)}
${times(5, () => egret(random, open + between(random, -330, 330), between(random, 640, 760)))}
${bed(random, (x) => 905 + bank(x * 0.7) * 40, 1500, 240, 0, open, 0.62)}
${times(9, (n) => flying(random, open - 260 + n * 52 + between(random, -20, 20), 150 + Math.abs(n - 3) * 20 + between(random, -12, 12)))}`;
};

/** Reeds along a shore, thinning out towards the open water. */
function bed(
  random: Random,
  shore: (x: number) => number,
  count: number,
  tall: number,
  haze: number,
  open: number,
  gap: number,
) {
  const stems = Array.from({ length: count }, () => {
    const x = between(random, -30, WIDTH + 30);
    const cleared = Math.exp(-(((x - open) / (WIDTH * gap * 0.55)) ** 2));
    return {
      x,
      y: shore(x) + between(random, -0.1, 0.5) * tall,
      height: tall * (1.15 - cleared) * between(random, 0.6, 1.2),
    };
  }).filter(({ height }) => height > tall * 0.3);
  return stems
    .sort((a, b) => a.y - b.y)
    .map((stem) => reed(random, stem, tall, haze))
    .join("");
}

function reed(random: Random, { x, y, height }: { x: number; y: number; height: number }, tall: number, haze: number) {
  const colour = mix(
    mix(pick(random, ["#7f7c4c", "#6b7349", "#958b59", "#5a6440"]), "#3d4630", random() * 0.4),
    "#d3d6cb",
    haze,
  );
  const bend = between(random, -0.22, 0.3) * height;
  const [tipX, tipY] = [x + bend, y - height];
  const stem = `<path d="M${x.toFixed(1)} ${y.toFixed(1)}Q${(x + bend * 0.15).toFixed(1)} ${(y - height * 0.6).toFixed(1)} ${tipX.toFixed(1)} ${tipY.toFixed(1)}" fill="none" stroke="${colour}" stroke-width="${(tall / 60 + 0.7).toFixed(1)}" stroke-linecap="round"/>`;
  if (random() > 0.2) return stem;
  const plume = mix(pick(random, ["#b3a179", "#9c8a68", "#c4b590"]), "#dcdccf", haze);
  const angle = (Math.atan2(bend, height) * 180) / Math.PI + between(random, -6, 14);
  return `${stem}${ellipse(tipX, tipY, tall * 0.03 + 0.6, tall * 0.12, plume, `transform="rotate(${angle.toFixed(1)} ${tipX.toFixed(1)} ${tipY.toFixed(1)})" opacity="0.9"`)}`;
}

function egret(random: Random, x: number, y: number) {
  const size = ((y - 420) / 300) * between(random, 0.85, 1.1);
  const body = `<path d="M-3 0V-34M5 0V-34" stroke="#4d5350" stroke-width="2.4"/><path d="M-34 -40C-22 -66 8 -72 18 -62C28 -74 12 -88 16 -102C19 -113 32 -113 35 -105L58 -99L35 -98C26 -92 38 -78 30 -60C22 -38 -6 -30 -34 -40Z" fill="#f1efe6"/><path d="M-34 -40C-18 -46 6 -42 24 -52C14 -36 -10 -31 -34 -40Z" fill="#c9cdc6"/><path d="M35 -105L58 -99L35 -98Z" fill="#a98b4f"/>`;
  const turn = random() < 0.5 ? -1 : 1;
  const at = `translate(${x.toFixed(0)} ${y.toFixed(0)})`;
  return `<g transform="${at} scale(${turn * size} ${-size * 0.8})" opacity="0.3">${body}</g><g transform="${at} scale(${turn * size} ${size})">${body}</g>${ellipse(x, y + 1, 34 * size, 3 * size, "#e9ebe2", 'opacity="0.5"')}`;
}

function flying(random: Random, x: number, y: number) {
  const [span, lift] = [between(random, 13, 22), between(random, 3, 10)];
  return `<path d="M${x - span} ${y - lift}Q${x - span * 0.4} ${y - lift * 1.3} ${x} ${y}Q${x + span * 0.4} ${y - lift * 1.3} ${x + span} ${y - lift * 0.6}Q${x + span * 0.4} ${y - lift * 0.6} ${x} ${y + 3}Q${x - span * 0.4} ${y - lift * 0.6} ${x - span} ${y - lift}Z" fill="#59656a"/>`;
}

function streak(random: Random, open: number) {
  const y = 425 + random() ** 1.5 * 560;
  const x = open + between(random, -1, 1) * (300 + (y - 420));
  return ellipse(
    x,
    y,
    between(random, 60, 320),
    between(random, 0.8, 3.4),
    random() < 0.7 ? "#eeeade" : "#617a7c",
    `opacity="${between(random, 0.15, 0.45).toFixed(2)}"`,
  );
}
