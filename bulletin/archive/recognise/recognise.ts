import { assemble } from "./assemble";
import type { Piece } from "./pieces";
import { piecesOf } from "./piecesOf";
import { noProfile, type Profile } from "./profile";
import type { Recognised } from "./recognised";

export type Found = { pieces: Piece[]; recognised: Recognised };

/**
 * The door: the text of a file, as its reader made it, into labelled pieces and the issues that they make.
 * `profile` is what earlier corrections taught about the publication. Pure: no database, no clock, no files.
 */
export function recognise(text: string, profile: Profile = noProfile): Found {
  const pieces = piecesOf(text, profile);
  return { pieces, recognised: assemble(pieces) };
}
