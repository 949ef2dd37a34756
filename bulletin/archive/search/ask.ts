import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { gramsOf, isCertain, normal, quoted } from "./normal";
import { numbersOf, sightOf } from "./sight";
import { type Typed, understand } from "./typed";
import type { Wanted } from "./wanted";

/** A question as the database takes it ("searchFind" in the migration). */
export type Question = {
  query: string;
  titled: string | null;
  must: Word[];
  never: Word[];
};

/** A word of which the index is not certain, with the tokens that stand for it. */
type Word = { word: string; instead: string };

/** Makes the question of what is wanted, within what the person sees. Null: the answer can only be nothing. */
export async function questionOf(actor: Actor, wanted: Wanted, typed = understand(wanted.q)): Promise<Question | null> {
  const [sight, named, filtering] = await Promise.all([sightOf(actor), officialsCalled(typed), filtersOf(wanted)]);
  if (!sight || !filtering) return null;
  const words = [...typed.must.map((word) => wordOf(word, named)), ...filtering.words];
  const left = typed.never.map((word) => wordOf(word, named));
  const certain = left.filter(({ isSure }) => isSure).map(({ query }) => `!(${query})`);
  const title = typed.must.flatMap((word) => gramsOf(word).map((gram) => quoted(`~^${gram}`)));
  const query = [...words.map((word) => `(${word.query})`), ...filtering.tokens, sight, ...certain].join("&");
  return {
    query,
    titled: title.length ? [...title, sight].join("&") : null,
    must: words.filter(({ isSure }) => !isSure),
    never: left.filter(({ isSure }) => !isSure),
  };
}

/** A word; where it is the name of officials, also the texts that they are entered in. */
function wordOf(word: string, named: Map<string, number[]>) {
  const instead = (named.get(word) ?? []).map((number) => `~w${number}`);
  const grams = `(${gramsOf(word).map(quoted).join("&")})`;
  return {
    ...{ word, instead: instead.join(" "), isSure: isCertain(word) },
    query: [grams, ...instead.map(quoted)].join("|"),
  };
}

async function officialsCalled({ must, never }: Typed): Promise<Map<string, number[]>> {
  const words = [...must, ...never];
  if (!words.length) return new Map();
  const officials = await db.official.findMany({ where: { name: { in: words } }, select: { id: true, name: true } });
  const numbers = await numbersOf(officials.map(({ id }) => id));
  const called = new Map<string, number[]>();
  for (const { id, name } of officials) called.set(name, [...(called.get(name) ?? []), numbers.get(id) ?? 0]);
  return called;
}

/** The filters as tokens; null where one names what no document has. */
async function filtersOf({ kind, publication, section, office, official, from, to }: Wanted) {
  const asked: [string, string | null][] = [
    ["p", publication],
    ["s", section && `section ${section}`],
    ["o", office],
    ["w", official],
  ];
  const [numbers, person] = await Promise.all([
    numbersOf(asked.flatMap(([, key]) => key ?? [])),
    official ? db.official.findUnique({ where: { id: official }, select: { name: true } }) : null,
  ]);
  const tokens = kind ? [quoted(`~${kind}`)] : [];
  for (const [letter, key] of asked) {
    if (key === null) continue;
    const number = numbers.get(key);
    if (!number) return null;
    if (letter !== "w") tokens.push(quoted(`~${letter}${number}`));
  }
  const years = yearsOf(from, to);
  if (years.length) tokens.push(`(${years.map((year) => quoted(`~y${year}`)).join("|")})`);
  const name = person && normal(person.name);
  const words = name && official ? [wordOf(name, new Map([[name, [numbers.get(official) ?? 0]]]))] : [];
  return { tokens, words };
}

/** A few years the index knows; more than those are sooner looked up row by row. */
function yearsOf(from: string | null, to: string | null): number[] {
  if (!from || !to) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return last - first > 3 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
