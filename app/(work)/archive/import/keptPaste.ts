type Kept = { text: string; html: string };

/** What was pasted, with what the clipboard said of its headings; null: it is sent. Of what is larger than a browser keeps nothing is kept. */
export function keepPaste(key: string, what: Kept | null): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(what));
  } catch {
    sessionStorage.removeItem(key);
  }
}

export function keptPaste(key: string): Kept | null {
  return JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null;
}
