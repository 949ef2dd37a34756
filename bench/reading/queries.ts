import { readFileSync } from "node:fs";
import type { Trial } from "../post/trial";

/** A statement as the web sent it, with the name under which it is kept, and its values as PostgreSQL writes them. */
export type Query = { name?: string; text: string; values: (string | null)[] };

/** The queries of one request, in their order, as the database's log tells them. */
export async function queriesOf({ sql, log }: Trial, ask: () => Promise<unknown>): Promise<Query[]> {
  await sql("ALTER SYSTEM SET log_statement = 'all'");
  await sql("SELECT pg_reload_conf()");
  await until(async () => {
    await sql("SELECT 'begin of a request'");
    return readFileSync(log, "utf8").includes("SELECT 'begin of a request'");
  });
  await ask();
  const text = readFileSync(log, "utf8").split("SELECT 'begin of a request'").at(-1) ?? "";
  await sql("ALTER SYSTEM RESET log_statement");
  await sql("SELECT pg_reload_conf()");
  return entriesOf(text);
}

/** An entry begins with its moment; what follows on further lines belongs to it. */
function entriesOf(text: string): Query[] {
  const entries = text.split(/^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/m);
  return entries.flatMap((entry, at) => {
    const [, name, said] = /LOG:\s+execute ([^:]+): ([\s\S]*)/.exec(entry) ?? [];
    const statement = said?.trim().replace(/\n\t/g, "\n");
    if (!statement) return [];
    const detail = /DETAIL:\s+Parameters: ([\s\S]*)/i.exec(entries[at + 1] ?? "")?.[1] ?? "";
    return [{ ...(name !== "<unnamed>" && { name }), text: statement, values: valuesOf(detail) }];
  });
}

/** `$1 = 'text', $2 = NULL`: quotes within are doubled. */
function valuesOf(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value = ""]) =>
    value === "NULL" ? null : value.slice(1, -1).replaceAll("''", "'"),
  );
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 50));
}
