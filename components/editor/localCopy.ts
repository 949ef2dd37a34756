/** What a page has not yet been able to save, kept in this browser until it is. */
type Copy = { version: number; text: string };

const key = (id: string) => `bianfa:unsaved:${id}`;

export function keep(id: string, version: number, text: string): void {
  try {
    localStorage.setItem(key(id), JSON.stringify({ version, text } satisfies Copy));
  } catch {
    // Full or forbidden: the page still holds the text, and says that it is not saved.
  }
}

export function forget(id: string): void {
  localStorage.removeItem(key(id));
}

export function kept<T>(id: string): { version: number; value: T } | null {
  const raw = localStorage.getItem(key(id));
  if (!raw) return null;
  const copy = JSON.parse(raw) as Copy;
  return { version: copy.version, value: JSON.parse(copy.text) as T };
}
