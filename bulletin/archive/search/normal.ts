/** As what is typed is compared with what is kept: the same as "searchNormal" and "searchVector" in the database. */

/** Full-width as half-width, capitals as small ones, no spaces. */
export function normal(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[A-Z]/g, (each) => each.toLowerCase())
    .replace(/[ \t\r\f\v\u200b\ufeff]/g, "");
}

/** Nothing that follows over one of these is a word of the index. */
export const stops = /[\n,。、:;]/;

/** The words of the index that a piece of text holds: its one character, or each two that follow one another. */
export function gramsOf(word: string): string[] {
  return word.split(stops).flatMap((piece) => {
    const characters = [...piece];
    if (characters.length < 2) return characters;
    return characters.slice(1).map((each, at) => `${characters[at]}${each}`);
  });
}

/** Whether the index alone answers for a word: what is longer than two characters could stand there in pieces. */
export function isCertain(word: string): boolean {
  return [...word].length < 3 && !stops.test(word);
}

/** A word of the index as it stands in a query. */
export function quoted(gram: string): string {
  return `'${gram.replace(/['\\]/g, "$&$&")}'`;
}
