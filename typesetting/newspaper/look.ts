import { templateFaces } from "../data/faces";
import type { PageSettings } from "../document";
import type { Faces } from "../faces/faces";
import { words } from "../words";
import { styles } from "./setting";

/** What the templates know beside the text (`/look.json`): apart, so that a changed word sets only its paragraph anew. */
export type Look = { faces: string; file: Uint8Array };

export function lookOf(faces: Faces, { faces: wished, red }: PageSettings): Look {
  const chosen = newspaperFaces(templateFaces(faces, wished));
  const text = JSON.stringify({ faces: chosen, red, styles, unreadable: words.unreadable });
  return { faces: JSON.stringify(chosen), file: Buffer.from(text) };
}

/** Noto prints better at ten points than Fandol's Song and Hei; an office's own go before both. */
function newspaperFaces(faces: ReturnType<typeof templateFaces>): ReturnType<typeof templateFaces> {
  const { song = [], hei = [], kai = [], title = [] } = faces;
  const later = (chain: typeof song, family: string) => [
    ...chain.filter((each) => each !== family),
    ...chain.filter((each) => each === family),
  ];
  return { body: later(song, "FandolSong"), hei: later(hei, "FandolHei"), kai, title };
}
