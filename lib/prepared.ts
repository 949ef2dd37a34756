import { createHash } from "node:crypto";

const mark = /^\s*\/\* prepared \*\//;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement that begins with the comment `prepared`, so that it is planned
 * there once instead of at each request; an empty name, by which nothing is kept, for every other. For what is asked
 * by nearly every request along an index: finding its rows takes PostgreSQL less time than planning. Not for what is
 * put together of changing parts, since each text would be kept, nor for what needs another plan for other values.
 */
export function statementName({ sql }: { sql: string }): string {
  if (!mark.test(sql)) return "";
  const known = names.get(sql);
  if (known) return known;
  const name = createHash("sha256").update(sql).digest("hex").slice(0, 16);
  names.set(sql, name);
  return name;
}
