import type { Actor } from "@/lib/actor";
import { type Known, knownTo, type Person, sectionKey } from "./known";
import { gramsOf, isCertain, quoted } from "./normal";
import { sightOf } from "./sight";
import { type Typed, understand } from "./typed";
import type { Wanted } from "./wanted";

/** A question as the database takes it ("searchFind" in the migration). */
export type Question = {
  parts: number[];
  query: string;
  /** That the words stand in the title. */
  titled: string | null;
  /** Of these the index is not certain: the text is asked. */
  must: string[];
  never: string[];
  /** Finds whatever has all the pieces of one that must not stand there. */
  doubt: string | null;
  /** Nor of these: the officials who bear one name, of whom a text must (or must not) name one. */
  named: string[][];
  notNamed: string[][];
};

/** The question of what is wanted, within what the person sees. Null: the answer can only be nothing. */
export async function questionFor(actor: Actor, wanted: Wanted): Promise<Question | null> {
  const typed = understand(wanted.q);
  return questionOf(actor, wanted, typed, await knownTo(actor, wanted, typed));
}

export function questionOf(actor: Actor, wanted: Wanted, typed: Typed, known: Known): Question | null {
  const { people } = known;
  const [sight, tokens] = [sightOf(actor, known, wanted.kind), filtersOf(wanted, known)];
  const person = wanted.official ? people.find(({ id }) => id === wanted.official) : null;
  if (!sight || !tokens || person === undefined) return null;
  const called = (word: string) => people.filter((each) => each.called === word);
  const words = [
    ...typed.must.map((word) => wordOf(word, called(word))),
    ...(person ? [wordOf(person.called, [person])] : []),
  ];
  const left = typed.never.map((word) => wordOf(word, called(word)));
  const certain = left.filter(({ isSure }) => isSure).map(({ query }) => `!(${query})`);
  const title = typed.must.flatMap((word) => gramsOf(word).map((gram) => quoted(`~^${gram}`)));
  const [asked, notAsked] = [words, left].map((all) => all.filter(({ isSure }) => !isSure)) as [Word[], Word[]];
  const texts = (all: Word[]) => all.filter(({ officials }) => !officials.length);
  const wordsOf = (all: Word[]) => texts(all).map(({ word }) => word);
  const names = (all: Word[]) => all.map(({ officials }) => officials).filter((each) => each.length);
  return {
    parts: sight.parts,
    query: [...words.map(({ query }) => `(${query})`), ...tokens, sight.words, ...certain].join("&"),
    titled: title.length ? title.join("&") : null,
    ...{ must: wordsOf(asked), never: wordsOf(notAsked), named: names(asked), notNamed: names(notAsked) },
    doubt: texts(notAsked).length
      ? texts(notAsked)
          .map(({ query }) => query)
          .join("|")
      : null,
  };
}

type Word = ReturnType<typeof wordOf>;

/** A word; where it is the name of officials, also the texts that they are entered in. */
function wordOf(word: string, called: Person[]) {
  const grams = gramsOf(word).map(quoted).join("&");
  const entered = called.map(({ number }) => quoted(`~w${number}`));
  return {
    ...{ word, isSure: isCertain(word), officials: called.map(({ id }) => id) },
    query: [...(grams ? [`(${grams})`] : []), ...entered].join("|"),
  };
}

/** The filters as tokens; null where one names what no document has. */
function filtersOf({ kind, publication, section, office, from, to }: Wanted, { numbers }: Known): string[] | null {
  const tokens = kind ? [quoted(`~${kind}`)] : [];
  for (const [letter, key] of [
    ["p", publication],
    ["s", section && sectionKey(section)],
    ["o", office],
  ] as const) {
    if (key === null) continue;
    if (!numbers[key]) return null;
    tokens.push(quoted(`~${letter}${numbers[key]}`));
  }
  const years = yearsOf(from, to);
  return years.length ? [...tokens, `(${years.map((year) => quoted(`~y${year}`)).join("|")})`] : tokens;
}

/** A few years the index knows; more than those are sooner looked up row by row. */
function yearsOf(from: string | null, to: string | null): number[] {
  if (!from || !to) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return last - first > 3 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
