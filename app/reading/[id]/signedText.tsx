import { Fixed } from "@/app/document/pieces";
import type { Content, ContentEntry } from "@/bulletin/press/content";
import { titleOf } from "@/bulletin/text/plain";
import { IssueFoot } from "@/components/IssueFoot";
import { type Html, html, markup } from "@/components/markup";
import { formatMasthead, today } from "@/lib/dates";
import { Kept } from "@/lib/kept";
import type { Language } from "@/lib/languages";
import { type Say, sayIn } from "@/lib/say";
import { EntryView } from "./EntryView";
import { placeOfStory } from "./placeOfStory";

export type Story = { id: string; title: string };

/** What is the same for everybody who reads an issue in one language, as HTML: made once, not for each of them. */
export type SignedText = {
  stories: Story[];
  /** The issue's head, as far as an instruction on the whole of it; and what follows it before the first section. */
  head: Fixed;
  note: Fixed;
  sections: SignedSection[];
  foot: Fixed;
  /** All of it from the head to the foot, where nothing stands between. */
  whole: Fixed;
  /** The list of stories, for the side. */
  contents: Fixed;
  /** The stories as the choices of a form. */
  choices: Html;
};

/** `opening`: of a story, as far as what may stand above it. */
export type SignedSection = { title: Fixed; entries: { id: string; opening: Html; html: Fixed }[]; whole: Fixed };

const kept = new Kept<SignedText>(100);

/** `key` names the signed text (bulletin/press/signed.ts); without one nothing is kept. */
export function signedText(content: Content, key: string | null, locale: Language): SignedText {
  // A day is written with its year where that is not the present one.
  return key
    ? kept.have(`${key} ${locale} ${today().slice(0, 4)}`, () => made(content, locale))
    : made(content, locale);
}

function made(content: Content, locale: Language): SignedText {
  const say = sayIn(locale, "sheet");
  const entries = content.sections.flatMap((section) => section.entries);
  const head = markup(<Head content={content} say={say} />);
  const note = content.editorNote ? markup(<Note text={content.editorNote} say={say} />) : html``;
  const sections = content.sections.map((section) => sectionOf(content, section, locale));
  const foot = markup(<IssueFoot content={content} say={say} />);
  const stories = entries.map((entry) => ({ id: entry.id, title: storyTitle(entry) }));
  return {
    stories,
    ...{ head: new Fixed(head), note: new Fixed(note), sections, foot: new Fixed(foot) },
    whole: new Fixed(html`${head}${note}${sections.map(({ whole }) => whole.html)}${foot}`),
    contents: new Fixed(markup(<Contents entries={entries} />)),
    choices: html`${stories.map(({ id, title }) => html`<option value="${{ text: id }}">${{ text: title }}</option>`)}`,
  };
}

function sectionOf(content: Content, section: Content["sections"][number], locale: Language): SignedSection {
  const mark = content.page?.sectionMark ?? "※";
  const isTitled = content.layout === "weekly" && section.title;
  const title = isTitled
    ? markup(
        <h2 className="headline mt-10 text-center text-[1.05em] leading-[1.5] text-vermilion">{`${mark}${section.title}${mark}`}</h2>,
      )
    : html``;
  const say = sayIn(locale, "sheet");
  const entries = section.entries.map((entry) => ({
    id: entry.id,
    opening: html`<section id="${{ text: placeOfStory(entry.id) }}" data-story="${{ text: entry.id }}" data-title="${{ text: storyTitle(entry) }}" class="mt-8">`,
    html: new Fixed(markup(<EntryView entry={entry} locale={locale} say={say} />)),
  }));
  const stories = entries.map((entry) => html`${entry.opening}${entry.html.html}</section>`);
  return { title: new Fixed(title), entries, whole: new Fixed(html`<section>${title}${stories}</section>`) };
}

const storyTitle = (entry: ContentEntry) => titleOf(entry, 30);

function Head({ content, say }: { content: Content; say: Say<"sheet"> }) {
  const { besides } = content;
  const lines = besides ? [...besides.masthead, ...besides.contents] : [];
  return (
    <>
      {content.marking === "internal" && <p className="font-sans text-lead font-bold">{say("internal")}</p>}
      <p className="bulletin flex flex-wrap justify-between border-b-[3px] border-pagered pb-1 text-lead">
        <span>{content.issuer}</span>
        <span>{formatMasthead(content.date)}</span>
      </p>
      {lines.length > 0 && (
        <div className="bulletin mt-3 text-lead text-ink-2">
          {lines.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
}

function Note({ text, say }: { text: string; say: Say<"sheet"> }) {
  return (
    <p className="bulletin mt-6 border border-line-2 px-4 py-2">
      <b>{say("editorNote")}</b>
      {text}
    </p>
  );
}

function Contents({ entries }: { entries: ContentEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-line">
          <a href={`#${placeOfStory(entry.id)}`} className="block py-2.5 hover:underline">
            {titleOf(entry, 26)}
          </a>
        </li>
      ))}
    </ol>
  );
}
