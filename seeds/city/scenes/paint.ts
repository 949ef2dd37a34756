/** The brushes that all scenes share: chance, waves, colours, shapes. */

export const WIDTH = 1600;
export const HEIGHT = 1000;

export type Random = () => number;
/** Draws a scene as the inside of an SVG of 1600×1000. */
export type Painter = (random: Random) => string;
export type Curve = (x: number) => number;
type Point = [x: number, y: number];

/** Mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (random: Random, low: number, high: number) => low + random() * (high - low);

export const pick = <T>(random: Random, choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T;

export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");

/** A smooth curve between about −1 and 1; `length` is that of its longest wave in pixels. */
export function waves(random: Random, length: number, octaves = 4): Curve {
  const parts = Array.from({ length: octaves }, (_, n) => ({
    frequency: ((Math.PI * 2) / length) * 2 ** n * between(random, 0.8, 1.25),
    phase: random() * Math.PI * 2,
    weight: 0.55 / 2 ** n,
  }));
  return (x) => parts.reduce((sum, p) => sum + p.weight * Math.sin(x * p.frequency + p.phase), 0);
}

export function mix(from: string, to: string, share: number) {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const blended = [1, 3, 5].map((at) => {
    const value = channel(from, at) + (channel(to, at) - channel(from, at)) * Math.min(1, Math.max(0, share));
    return Math.round(value).toString(16).padStart(2, "0");
  });
  return `#${blended.join("")}`;
}

export const points = (list: Point[]) => list.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

export const polygon = (list: Point[], fill: string, more = "") =>
  `<polygon points="${points(list)}" fill="${fill}" ${more}/>`;

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = "") =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = "") =>
  `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}" ${more}/>`;

/** Everything between a curve and `bottom`. */
export function ground(top: Curve, fill: string, bottom = HEIGHT, more = "") {
  const edge: Point[] = [];
  for (let x = -20; x <= WIDTH + 20; x += 8) edge.push([x, top(x)]);
  return polygon([...edge, [WIDTH + 20, bottom], [-20, bottom]], fill, more);
}

/** A gradient from top to bottom; a stop is a colour, an offset and, if wanted, an opacity. */
export function gradient(id: string, stops: [colour: string, offset: number, opacity?: number][]) {
  const list = stops.map(([c, o, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`);
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${list.join("")}</linearGradient>`;
}

export function glow(id: string, colour: string, opacity: number) {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

export const blur = (id: string, across: number, down = across) =>
  `<filter id="${id}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${across} ${down}"/></filter>`;
