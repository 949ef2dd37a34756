import type { ReactNode } from "react";
import { Laid } from "@/components/Laid";
import { Made } from "@/components/Made";
import { type Html, html } from "@/components/markup";
import { placeOfStory } from "./placeOfStory";
import type { SignedSection } from "./signedText";

type Props = { sections: SignedSection[]; above: Map<string, ReactNode> };

/** The sections as they were signed; where something stands above a story (`above`, by its id), room is made for it. */
export function SignedSections({ sections, above }: Props) {
  const runs: ReactNode[] = [];
  let whole: Html[] = [];
  const flush = () => {
    if (whole.length) runs.push(<Laid key={runs.length} html={html`${whole}`} />);
    whole = [];
  };
  for (const section of sections) {
    if (!section.entries.some(({ id }) => above.has(id))) {
      whole.push(section.whole);
      continue;
    }
    flush();
    runs.push(<Opened key={runs.length} section={section} above={above} />);
  }
  flush();
  return runs;
}

function Opened({ section, above }: { section: SignedSection; above: Map<string, ReactNode> }) {
  return (
    <section>
      <Made html={section.title} />
      {section.entries.map(({ id, html: text }) => (
        <section key={id} id={placeOfStory(id)} data-story={id} className="mt-8">
          {above.get(id)}
          <Made html={text} />
        </section>
      ))}
    </section>
  );
}
