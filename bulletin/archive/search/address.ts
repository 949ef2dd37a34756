import type { Wanted } from "./wanted";

/** Of a question so many characters are asked. */
export const longest = 200;

/** A question for an address: of one that is too long no more than shows that it was. */
export function short(q: string): string {
  const all = [...q.trim()];
  return all.length > longest ? all.slice(0, longest + 1).join("") : q.trim();
}

/** What of it a filter says, apart from the words. */
export const filters = ["kind", "publication", "section", "office", "official", "from", "to"] as const;

/** As an address: only what is said. A change sets the page back to the first. */
export function addressOf(wanted: Partial<Wanted>, change: Partial<Wanted> = {}): string {
  const all = { ...wanted, page: 1, ...change };
  const said = (["q", ...filters, "order", "page", "counted"] as const).flatMap((key) => {
    const value = all[key];
    const isUsual = (key === "order" && value === "relevance") || (key === "page" && value === 1);
    const text = key === "q" ? short(String(value ?? "")) : String(value ?? "");
    return text === "" || isUsual ? [] : [[key, text]];
  });
  return said.length ? `/search?${new URLSearchParams(said)}` : "/search";
}
