import { between, ellipse, mix, polygon, type Random, times } from "./paint";

const mist = "#d5dacf";

/** A broad-leaved tree of a few rounded masses, lit from the upper left. */
export function roundTree(random: Random, x: number, y: number, size: number, colour: string, haze: number) {
  const tint = mix(colour, mist, haze);
  const trunk = polygon(
    [
      [x - size * 0.07, y + size * 0.2],
      [x + size * 0.07, y + size * 0.2],
      [x + size * 0.04, y - size],
      [x - size * 0.04, y - size],
    ],
    mix("#4a4236", mist, haze),
  );
  return `${trunk}${times(7, (n) => {
    const angle = random() * Math.PI * 2;
    const light = (n - 3) * 0.045;
    const [cx, cy] = [
      x + Math.cos(angle) * size * 0.36 - n * size * 0.03,
      y - size * (0.95 + Math.sin(angle) * 0.3) - n * size * 0.035,
    ];
    const radius = size * between(random, 0.3, 0.44) * (1 - n * 0.05);
    return ellipse(
      cx,
      cy,
      radius,
      radius * 0.9,
      light < 0 ? mix(tint, "#2c3728", -light * 2.2 * (1 - haze)) : mix(tint, "#e0dcae", light * 1.05 * (1 - haze)),
    );
  })}`;
}

/** A fir of overlapping skirts: a lit half and a half in shade. */
export function fir(random: Random, x: number, y: number, height: number, colour: string, haze: number) {
  const width = height * between(random, 0.17, 0.24);
  const tiers = height > 70 ? 7 : 4;
  const [lit, dark] = [mix(mix(colour, "#c9c894", 0.13), mist, haze), mix(mix(colour, "#1d2a24", 0.28), mist, haze)];
  const trunk = polygon(
    [
      [x - height * 0.015, y],
      [x + height * 0.015, y],
      [x, y - height * 0.5],
    ],
    mix("#43392f", mist, haze),
  );
  return `${trunk}${times(tiers, (n) => {
    const share = 1 - n / tiers;
    const low = y - height * (0.07 + (1 - share) * 0.84);
    const tip = Math.max(y - height, low - height * (0.2 + share * 0.14));
    const [left, right] = [
      width * share * between(random, 0.85, 1.15) + 1,
      width * share * between(random, 0.85, 1.15) + 1,
    ];
    const sag = height * 0.025;
    return (
      polygon(
        [
          [x, tip],
          [x - left, low + sag],
          [x - left * 0.5, low - sag * 0.3],
          [x, low + sag],
        ],
        lit,
      ) +
      polygon(
        [
          [x, tip],
          [x, low + sag],
          [x + right * 0.5, low - sag * 0.3],
          [x + right, low + sag],
        ],
        dark,
      )
    );
  })}`;
}
