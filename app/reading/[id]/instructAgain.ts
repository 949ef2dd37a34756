import { readingOf } from "@/bulletin/post/readingOf";
import { type Html, html } from "@/components/markup";
import type { Actor } from "@/lib/actor";
import { isNonsense } from "@/lib/db";
import type { Language } from "@/lib/languages";
import { Refusal } from "@/lib/refusal";
import { instructForm } from "./plainInstruct";
import { signedText } from "./signedText";

type Given = { actor: Actor | null; data: FormData; locale: Language };

/** The form of plainInstruct.ts with what was written in it and refused. A visitor is shown nothing of the issue. */
export async function instructAgain({ actor, data, locale }: Given): Promise<Html> {
  const read = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  const [issueId, of, entryId] = [read("id"), read("of") || null, read("entryId")];
  const stories = actor && (await storiesOf(actor, issueId, of, locale));
  const choices =
    stories &&
    html`${stories.map(({ id, title }) => html`<option value="${{ text: id }}"${id === entryId ? html` selected` : html``}>${{ text: title }}</option>`)}`;
  // Refused, nothing was made under it. Of what nobody foresaw, and of a visitor, nobody knows: it may come again.
  const newId = actor ? "" : read("newId");
  const before = { entryId, newId, text: read("text"), isWrong: actor !== null };
  return instructForm({ issueId, of, choices, locale }, before);
}

/** Null where the issue is no longer there for them: that is what they are told. */
async function storiesOf(actor: Actor, issueId: string, of: string | null, locale: Language) {
  try {
    const { content, contentKey } = await readingOf(actor, issueId, of);
    return signedText(content, contentKey, locale).stories;
  } catch (error) {
    if (error instanceof Refusal || isNonsense(error)) return null;
    throw error;
  }
}
