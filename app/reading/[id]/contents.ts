import type { Piece } from "@/app/document/pieces";
import { iconMarkup } from "@/components/iconMarkup";
import { html } from "@/components/markup";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import type { SignedText } from "./signedText";

/** Where the place of a reader in the issue leads to. */
export const contentsId = "contents";

type Props = { text: SignedText; locale: Language; at: "side" | "top" | "topOfTelephone" };

const looks = {
  side: "px-7",
  top: "noprint scroll-mt-20 border-b border-line mb-4",
  topOfTelephone: "noprint scroll-mt-20 border-b border-line mb-4 min-[1000px]:hidden",
};

/** The list of stories, folded: at the side below what waits, or above the text where nothing stands at the side. */
export function contentsOf({ text, locale, at }: Props): Piece[] {
  if (text.stories.length < 2) return [];
  const [look, title] = [{ text: looks[at] }, { text: sayIn(locale, "read")("contents") }];
  const sign = html`<span class="group-open:rotate-90">${iconMarkup("ChevronRight", 20)}</span>`;
  const summary = html`<summary class="inline-flex min-h-11 list-none items-center gap-1 font-bold">${title}${sign}</summary>`;
  // Without scripts the address leads into it: browsers open what is folded around the place to which one goes.
  const inside = at === "side" ? html`<div>` : html`<div id="${{ text: contentsId }}" class="scroll-mt-20">`;
  return [
    html`<details data-contents class="group ${look}">${summary}${inside}`,
    text.contents,
    html`</div></details>`,
  ];
}
