import type { PageSettings } from "../document";
import type { Faces } from "../faces/faces";
import { words } from "../words";
import { templateFaces } from "./faces";

/**
 * What the templates know beside the text (`/look.json`): faces, settings, their own words. Apart
 * from the text, so that the engine takes over every entry that has not changed.
 */
export function lookOf(faces: Faces, settings: PageSettings): Uint8Array {
  return Buffer.from(JSON.stringify({ settings, faces: templateFaces(faces, settings.faces), words: templateWords }));
}

const templateWords = {
  internal: words.internal,
  contents: words.contents,
  editorNote: words.editorNote,
  tentative: words.tentative,
  "before-total": "（",
  "after-total": "）",
  unreadable: words.unreadable,
};
