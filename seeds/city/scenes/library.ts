import {
  between,
  blur,
  ellipse,
  glow,
  gradient,
  HEIGHT,
  mix,
  type Painter,
  pick,
  polygon,
  type Random,
  rect,
  times,
  WIDTH,
} from "./paint";

const spines = [
  "#7d4f43",
  "#586b6a",
  "#8a7a55",
  "#4c5a4b",
  "#a08c6a",
  "#5b5560",
  "#93664c",
  "#6f7a68",
  "#b3a384",
  "#46525c",
];

/** A reading room in the evening: shelves to the ceiling, lamps on two long tables. */
export const library: Painter = (random) => `<defs>${gradient("dusk", [
  ["#2f2a26", 0, 0.5],
  ["#2f2a26", 0.45, 0.08],
  ["#2f2a26", 1, 0],
])}${gradient("floor", [
  ["#6d543c", 0],
  ["#4b3a2b", 1],
])}${gradient("top", [
  ["#a67f53", 0],
  ["#7e5b38", 1],
])}${gradient("shade", [
  ["#6f8b74", 0],
  ["#4d6a56", 1],
])}${glow("lamp", "#ffe6ad", 0.75)}${glow("pool", "#fff0c4", 0.85)}${blur("soft", 10)}</defs>
${rect(0, 0, WIDTH, HEIGHT, "#5b4836")}
${times(4, (n) => bookcase(random, 18 + n * 396, 372))}
${rect(0, 0, WIDTH, 690, "url(#dusk)")}
${rect(0, 668, WIDTH, 332, "url(#floor)")}${rect(0, 664, WIDTH, 8, "#3b2d21")}
${table(random, 676, 56, 0.64, 4)}
${table(random, 806, 112, 1.06, 3)}`;

function bookcase(random: Random, x: number, width: number) {
  const shelf = (row: number) => {
    const floor = 132 + row * 106;
    const books: string[] = [];
    for (let at = x + 14; at < x + width - 16; ) {
      const thick = between(random, 9, 24);
      const tall = between(random, 62, 88);
      if (random() < 0.04) at += between(random, 14, 40);
      if (at + thick > x + width - 12) break;
      const colour = mix(mix(pick(random, spines), "#d8c8a4", random() * 0.22), "#33291f", random() * 0.3);
      const lean = random() < 0.05 ? ` transform="rotate(-7 ${at.toFixed(0)} ${floor})"` : "";
      books.push(
        `<g${lean}>${rect(at, floor - tall, thick - 1.2, tall, colour)}${rect(at, floor - tall, 2.4, tall, "#f3e6c4", 'opacity="0.16"')}${rect(at, floor - tall * 0.84, thick - 1.2, 3, "#e2cf9c", 'opacity="0.4"')}${rect(at, floor - tall * 0.2, thick - 1.2, 2, "#e2cf9c", 'opacity="0.3"')}</g>`,
      );
      at += thick;
    }
    return `${rect(x + 10, floor - 94, width - 20, 94, "#33271d")}${books.join("")}${rect(x + 8, floor - 94, width - 16, 13, "#1e1712", 'opacity="0.45"')}${rect(x + 4, floor, width - 8, 11, "#9a7850")}${rect(x + 4, floor + 8, width - 8, 4, "#5c452e")}`;
  };
  return `${rect(x, 0, width, 680, "#7c5f41")}${times(6, shelf)}${rect(x - 8, 0, 16, 680, "#8f6d48")}${rect(x + width - 8, 0, 16, 680, "#8f6d48")}${rect(x + width + 2, 0, 6, 680, "#5e472f")}${rect(x - 12, 16, width + 24, 22, "#8f6d48")}${rect(x - 12, 36, width + 24, 5, "#5c452e")}`;
}

function table(random: Random, y: number, depth: number, size: number, lamps: number) {
  const [left, right] = [800 - 900 * size, 800 + 900 * size];
  const step = (right - left) / lamps;
  const places = Array.from({ length: lamps }, (_, n) => left + step * (n + 0.5));
  const front = `${rect(left - depth * 0.6, y + depth, right - left + depth * 1.2, 20 * size, "#6a4c2f")}${rect(left - depth * 0.5, y + depth + 20 * size, right - left + depth, 200, "#3a2c20", 'opacity="0.9"')}`;
  return `<g>${places.map((x) => ellipse(x, y - 60 * size, 260 * size, 230 * size, "url(#lamp)", 'opacity="0.55"')).join("")}
${polygon(
  [
    [left, y],
    [right, y],
    [right + depth * 0.6, y + depth],
    [left - depth * 0.6, y + depth],
  ],
  "url(#top)",
)}${front}
${places.map((x) => ellipse(x, y + depth * 0.46, 210 * size, depth * 0.44, "url(#pool)")).join("")}
${places.map((x) => book(random, x + between(random, -30, 30) * size, y + depth * 0.62, size) + pile(random, x + between(random, 120, 150) * size, y + depth * 0.5, size) + lamp(x - 20 * size, y + depth * 0.36, size)).join("")}</g>`;
}

const lamp = (
  x: number,
  y: number,
  size: number,
) => `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${size})">
<ellipse cx="0" cy="2" rx="40" ry="9" fill="#3f3122" opacity="0.5"/><ellipse cx="0" cy="-3" rx="32" ry="8" fill="#a5854e"/><rect x="-4" y="-112" width="8" height="110" fill="#b8975b"/><rect x="1" y="-112" width="3" height="110" fill="#7d6236"/>
<ellipse cx="0" cy="-104" rx="72" ry="10" fill="#fff3cf"/><path d="M-78 -104C-74 -150 -40 -160 0 -160C40 -160 74 -150 78 -104C40 -98 -40 -98 -78 -104Z" fill="url(#shade)"/><path d="M-64 -118C-58 -146 -34 -152 -10 -153C-36 -146 -48 -134 -52 -116Z" fill="#dfe8cf" opacity="0.35"/><circle cx="0" cy="-164" r="6" fill="#b8975b"/></g>`;

const book = (
  random: Random,
  x: number,
  y: number,
  size: number,
) => `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${size}) rotate(${between(random, -3, 3).toFixed(1)})">
<path d="M-74 22L74 22L62 -14L-62 -14Z" fill="#5a3f29" opacity="0.5"/><path d="M-70 18C-50 8 -20 8 0 18L0 -14C-18 -22 -44 -22 -60 -16Z" fill="#f5ecd2"/><path d="M70 18C50 8 20 8 0 18L0 -14C18 -22 44 -22 60 -16Z" fill="#e8dcbc"/>
${times(4, (n) => `<path d="M${-58 + n * 0.5} ${-9 + n * 6}C-44 ${-15 + n * 6} -22 ${-15 + n * 6} -8 ${-9 + n * 6}M${58 - n * 0.5} ${-9 + n * 6}C44 ${-15 + n * 6} 22 ${-15 + n * 6} 8 ${-9 + n * 6}" stroke="#a9977a" stroke-width="1.4" fill="none" opacity="0.7"/>`)}</g>`;

const pile = (random: Random, x: number, y: number, size: number) =>
  times(3, (n) => {
    const width = between(random, 78, 100) * size;
    const [left, top] = [x - width / 2 + between(random, -6, 6) * size, y - (n + 1) * 17 * size];
    return (
      rect(left, top, width, 16 * size, pick(random, spines), `rx="${2 * size}"`) +
      rect(left + 6 * size, top + 3 * size, width - 6 * size, 9 * size, "#e6dabb", 'opacity="0.75"')
    );
  });
