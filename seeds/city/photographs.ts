import sharp from "sharp";
import { bridge } from "./scenes/bridge";
import { forest } from "./scenes/forest";
import { library } from "./scenes/library";
import { meeting } from "./scenes/meeting";
import { HEIGHT, type Painter, seeded, WIDTH } from "./scenes/paint";
import { terraces } from "./scenes/terraces";
import { wetland } from "./scenes/wetland";
import type { Scene } from "./types";

const painters: Record<Scene, Painter> = { terraces, forest, meeting, bridge, wetland, library };

/** Drawn at 1,200 × 750: the filters cost by the pixel, and that is still 195 dpi over the type area. */
const scale = 0.75;

/** A computed picture that stands in for a photograph: the same scene and seed, the same bytes. */
export async function photograph(scene: Scene, seed: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * scale}" height="${HEIGHT * scale}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${painters[scene](seeded(seed))}${film(seed)}</svg>`;
  return sharp(Buffer.from(svg), { unlimited: true })
    .flatten({ background: "#e6e4d8" })
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** What a lens adds: uneven light, grain, darker corners. */
function film(seed: number) {
  const noise = (id: string, frequency: number, octaves: number, strength: number) =>
    `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed % 97}"/><feColorMatrix values="0 0 0 0 0.16  0 0 0 0 0.15  0 0 0 0 0.12  ${strength} ${strength} 0 0 ${-strength * 0.92}"/></filter>`;
  return `<defs>${noise("grain", 0.75, 2, 0.45)}${noise("cloud", 0.002, 3, 0.28)}<radialGradient id="corners" cx="0.5" cy="0.46" r="0.78"><stop offset="0.55" stop-color="#2b2a24" stop-opacity="0"/><stop offset="1" stop-color="#2b2a24" stop-opacity="0.3"/></radialGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#cloud)"/><rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)"/><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#corners)"/>`;
}
