import type { Piece } from "./pieces";
import { idOf } from "./pieces";
import type { Profile } from "./profile";

/** Cuts a text into pieces and says what each is. */
export function piecesOf(text: string, _profile: Profile): Piece[] {
  return text.split(/\r\n|\n|\r|\f/).flatMap((raw, at): Piece[] => {
    const from = raw.length - raw.trimStart().length;
    const inner = raw.trim();
    if (!inner) return [];
    return [
      {
        id: idOf(at + 1, from),
        line: at + 1,
        from,
        to: from + inner.length,
        text: inner,
        label: "paragraph",
        confidence: 0.3,
      },
    ];
  });
}
