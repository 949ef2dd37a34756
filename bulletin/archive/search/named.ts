import { titleHeld } from "../../people/tenure";
import type { Person } from "./known";
import type { Shown } from "./shown";

/** An official as a text names them: with the title of its day. */
export type NamedThen = { name: string; title: string };

/** Which of them a text names, with the title held on its day. */
export function namedThen({ kind, title, text, officialIds, date }: Shown, people: Person[]): NamedThen[] {
  if (kind === "official" || !date) return [];
  const named = people.filter(
    ({ id, name }) => officialIds.includes(id) || title.includes(name) || text.includes(name),
  );
  return named.map((each) => ({ name: each.name, title: titleHeld(each, date) }));
}
