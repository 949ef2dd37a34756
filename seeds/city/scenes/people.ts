import { between, mix, pick, type Random, rect } from "./paint";

const clothes = ["#4b5560", "#5d5a55", "#3f4a52", "#6b6459", "#59656a", "#74706a", "#4f5d55", "#7b6a5c"];
const hair = ["#2e2b29", "#3a3532", "#57524d", "#26262a"];

/** One person, cut from paper: from the back, or facing us across the table. */
export function sitter(random: Random, x: number, y: number, size: number, haze: number, facing: boolean) {
  const veil = (colour: string) => mix(colour, "#d9d3c6", haze);
  const [cloth, crown, skin] = [veil(pick(random, clothes)), veil(pick(random, hair)), veil("#b08c72")];
  const dark = mix(cloth, "#22262a", 0.25);
  const long = random() < 0.4;
  const at = `translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${(size * between(random, 0.92, 1.08)).toFixed(3)} ${size})`;
  const ears = `<ellipse cx="-34" cy="-156" rx="6" ry="11" fill="${skin}"/><ellipse cx="34" cy="-156" rx="6" ry="11" fill="${skin}"/>`;
  const neck = `<path d="M-17 -140L17 -140L20 -90L-20 -90Z" fill="${mix(skin, "#5a4438", 0.18)}"/>`;
  const body = `<path d="M-100 90C-102 0 -96 -66 -62 -84C-40 -94 -24 -98 0 -98C24 -98 40 -94 62 -84C96 -66 102 0 100 90Z" fill="${cloth}"/><path d="M34 -95C96 -82 102 0 100 90L52 90C70 20 66 -50 34 -95Z" fill="${dark}" opacity="0.6"/>`;
  const head = facing ? front(long, crown, skin, veil("#e6e3da")) : back(long, crown, dark);
  return `<g transform="${at}">${facing ? body + neck : neck + body}<g transform="rotate(${between(random, -5, 5).toFixed(1)} 0 -100)">${long ? "" : ears}${head}</g></g>`;
}

const back = (long: boolean, crown: string, collar: string) =>
  `<path d="M-24 -98C-10 -88 10 -88 24 -98L20 -106C8 -98 -8 -98 -20 -106Z" fill="${collar}"/><path d="${
    long
      ? "M-36 -164C-38 -218 38 -218 36 -164C37 -138 38 -116 32 -96C16 -86 -16 -86 -32 -96C-38 -116 -37 -138 -36 -164Z"
      : "M-34 -164C-36 -216 36 -216 34 -164C34 -146 28 -132 22 -126C8 -121 -8 -121 -22 -126C-28 -132 -34 -146 -34 -164Z"
  }" fill="${crown}"/><path d="M-30 -174C-26 -203 -2 -209 12 -203C-6 -201 -20 -193 -30 -174Z" fill="#fff3d8" opacity="0.22"/>`;

const front = (long: boolean, crown: string, skin: string, shirt: string) =>
  `<path d="M-22 -98L0 -60L22 -98L12 -104L-12 -104Z" fill="${shirt}"/>${long ? `<path d="M-36 -164L-38 -122C-32 -116 -26 -120 -24 -128L24 -128C26 -120 32 -116 38 -122L36 -164Z" fill="${crown}"/>` : ""}
<path d="M-31 -172C-27 -196 27 -196 31 -172C35 -132 20 -108 0 -108C-20 -108 -35 -132 -31 -172Z" fill="${skin}"/><path d="M-36 -154C-40 -218 40 -218 36 -154C31 -168 28 -178 18 -184C2 -180 -18 -180 -28 -172C-32 -168 -33 -162 -36 -154Z" fill="${crown}"/>`;

/** The back of a chair, seen from behind. */
export const chair = (x: number) =>
  rect(x - 92, 884, 184, 160, "#46382b", 'rx="28"') +
  rect(x - 84, 890, 168, 150, "#66523d", 'rx="24"') +
  rect(x - 60, 926, 120, 8, "#46382b", 'rx="4" opacity="0.5"');
