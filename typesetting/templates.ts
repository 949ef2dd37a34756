import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Templates by name. */
export type Templates = Map<string, string>;

/** The templates of a folder; a folder that is not there has none. */
export function templatesIn(folder: string): Templates {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith(".typ"));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}
