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

/** What is the same for everybody who reads an issue in one language, as HTML: made once, not for each of them. */
export type SignedText = {
  stories: { id: string; title: string }[];
  /** The issue's head, as far as an instruction on the whole of it; and what follows it before the first section. */
  head: Html;
  note: Html;
  sections: SignedSection[];
  foot: Html;
  /** The list of stories, for the side. */
  contents: Html;
};

export type SignedSection = { title: Html; entries: { id: string; html: Html }[]; whole: Html };

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
  return {
    stories: entries.map((entry) => ({ id: entry.id, title: titleOf(entry, 30) })),
    head: markup(<Head content={content} say={say} />),
    note: content.editorNote ? markup(<Note text={content.editorNote} say={say} />) : html``,
    sections: content.sections.map((section) => sectionOf(content, section, locale)),
    foot: markup(<IssueFoot content={content} say={say} />),
    contents: markup(<Contents entries={entries} />),
  };
}

function sectionOf(content: Content, section: Content["sections"][number], locale: Language): SignedSection {
  const mark = content.page?.sectionMark ?? "※";
  const isTitled = content.layout === "weekly" && section.title;
  const title = isTitled
    ? markup(
        <h2 className="headline mt-10 text-center text-title text-vermilion">{`${mark}${section.title}${mark}`}</h2>,
      )
    : html``;
  const say = sayIn(locale, "sheet");
  const entries = section.entries.map((entry) => ({
    id: entry.id,
    html: markup(<EntryView entry={entry} locale={locale} say={say} />),
  }));
  const stories = entries.map(({ id, html: text }) => {
    const place = { text: placeOfStory(id) };
    return html`<section id="${place}" data-story="${{ text: id }}" class="mt-8">${text}</section>`;
  });
  return { title, entries, whole: html`<section>${title}${stories}</section>` };
}

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
