/** The desk's address with some of its parts changed; empty ones go. */
export function hrefOf(search: Record<string, string>, change: Record<string, string | undefined>): string {
  const parts = Object.entries({ ...search, ...change }).filter((each): each is [string, string] => Boolean(each[1]));
  return `/desk${parts.length ? `?${new URLSearchParams(parts)}` : ""}`;
}
