import { buttonClass } from "@/components/Button";
import { boxClass } from "@/components/box";
import { type Html, html } from "@/components/markup";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

type Given = { issueId: string; of: string | null; choices: Html; locale: Language };

/** Where the button 批示 leads without scripts. */
export const plainInstructId = "instruct";

/** 批示 without scripts: words by keyboard, below the text, on the issue or a story of it. `choices`: its stories. */
export function plainInstruct({ issueId, of, choices, locale }: Given): Html {
  const [say, verb] = [sayIn(locale, "instruct"), { text: sayIn(locale, "read")("instruct") }];
  const box = { text: boxClass(false, "py-2 text-lead") };
  return html`<noscript><section id="${{ text: plainInstructId }}" aria-label="${verb}" class="noprint mx-auto w-full max-w-[760px] scroll-mt-24 px-7 pb-5 text-lead"><form method="post" action="" class="grid gap-3 border-t border-line-2 pt-5"><h2 class="text-title font-bold">${{ text: say("title") }}</h2><input type="hidden" name="act" value="instruct"><input type="hidden" name="id" value="${{ text: issueId }}"><input type="hidden" name="of" value="${{ text: of ?? "" }}"><input type="hidden" name="quote" value=""><label class="grid gap-1">${{ text: say("about") }}<select name="entryId" class="${box}"><option value="">${{ text: say("abouts.issue") }}</option>${choices}</select></label><label class="grid gap-1">${{ text: say("text") }}<textarea name="text" rows="3" maxlength="500" required class="${box}"></textarea></label><p><button type="submit" class="${{ text: buttonClass("primary") }}">${verb}</button></p></form></section></noscript>`;
}
