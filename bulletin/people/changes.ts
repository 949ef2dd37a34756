/** Fields as they stand, in the words that the auditor reads: of an office or official the name. */
type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Of these the record says that they were changed, not to what: it holds no personal data beyond names. */
const unsaid = ["phone", "email"];

/**
 * What an administrator changed, as the record keeps it beside the name: each field before and after (`甲 → 乙`). Of
 * something new what it begins with, apart from its name, which the line has.
 */
export function changesOf(before: Fields | null, after: Fields): { changes?: Record<string, string> } {
  const changes: Record<string, string> = {};
  for (const [name, value] of Object.entries(after)) {
    if (before ? value === before[name] : value === null || name === "name") continue;
    if (!unsaid.includes(name)) changes[name] = before ? `${word(before[name])} → ${word(value)}` : word(value);
    else if (before) changes[name] = "changed";
  }
  return Object.keys(changes).length ? { changes } : {};
}

/** What is no name is a word of its own, translated where it is read. */
function word(value: Fields[string] | undefined): string {
  if (value === null || value === undefined || value === "") return "none";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}
