import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The templates of a folder, name → text. */
export function templatesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".typ"));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}
