import type { Piece } from "@/app/document/pieces";
import { type Html, html } from "@/components/markup";
import type { SignedSection, SignedText } from "./signedText";

/** What was written about a story, by its id, or about the whole issue (null); null where nobody wrote. */
type About = (story: string | null) => Html | null;

/** The text as it was signed; where something stands above a story or the whole, room is made for it. */
export function signedPieces(text: SignedText, about: About): Piece[] {
  const whole = about(null);
  const above = new Map(text.stories.map(({ id }) => [id, about(id)]));
  if (!whole && ![...above.values()].some(Boolean)) return [text.whole];
  return [
    ...[text.head, whole ?? html``, text.note],
    ...text.sections.flatMap((section) => sectionPieces(section, above)),
    text.foot,
  ];
}

function sectionPieces(section: SignedSection, above: Map<string, Html | null>): Piece[] {
  if (!section.entries.some(({ id }) => above.get(id))) return [section.whole];
  const stories = section.entries.flatMap(({ id, opening, html: text }): Piece[] => [
    html`${opening}${above.get(id) ?? html``}`,
    ...[text, html`</section>`],
  ]);
  return [html`<section>`, section.title, ...stories, html`</section>`];
}
