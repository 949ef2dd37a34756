import { randomUUID } from "node:crypto";
import { buttonClass } from "@/components/Button";
import { boxClass } from "@/components/box";
import { type Html, html } from "@/components/markup";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

/** `choices`: the stories of the issue; null where they are not to be had: what was chosen stays. */
type Given = { issueId: string; of: string | null; choices: Html | null; locale: Language };

/** What was written before and refused: it stands in the form again. */
type Before = { entryId: string; newId: string; text: string; isWrong: boolean };

/** Where the button 批示 leads without scripts. */
export const plainInstructId = "instruct";

/** 批示 without scripts: words by keyboard, below the text, on the issue or a story of it. */
export function plainInstruct(given: Given): Html {
  const label = { text: sayIn(given.locale, "read")("instruct") };
  return html`<noscript><section id="${{ text: plainInstructId }}" aria-label="${label}" class="noprint mx-auto w-full max-w-[760px] scroll-mt-24 px-7 pb-5 text-lead">${instructForm(given)}</section></noscript>`;
}

/** Its form, which is sent to the address on which it stands. */
export function instructForm({ issueId, of, choices, locale }: Given, before?: Before): Html {
  const [say, verb] = [sayIn(locale, "instruct"), { text: sayIn(locale, "read")("instruct") }];
  const box = (isWrong: boolean) => ({ text: boxClass(isWrong, "py-2 text-lead") });
  const about = choices
    ? html`<label class="grid gap-1">${{ text: say("about") }}<select name="entryId" class="${box(false)}"><option value="">${{ text: say("abouts.issue") }}</option>${choices}</select></label>`
    : html`<input type="hidden" name="entryId" value="${{ text: before?.entryId ?? "" }}">`;
  const wrong = before?.isWrong ? html` aria-invalid="true"` : html``;
  // The first line break in a textarea is not part of its text.
  return html`<form method="post" action="" class="grid gap-3 border-t border-line-2 pt-5"><h2 class="text-title font-bold">${{ text: say("title") }}</h2><input type="hidden" name="act" value="instruct"><input type="hidden" name="id" value="${{ text: issueId }}"><input type="hidden" name="of" value="${{ text: of ?? "" }}"><input type="hidden" name="newId" value="${{ text: before?.newId || randomUUID() }}"><input type="hidden" name="quote" value="">${about}<label class="grid gap-1">${{ text: say("text") }}<textarea name="text" rows="3" maxlength="500" required class="${box(before?.isWrong ?? false)}"${wrong}>\n${{ text: before?.text ?? "" }}</textarea></label><p><button type="submit" class="${{ text: buttonClass("primary") }}">${verb}</button></p></form>`;
}
