import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Templates by name. */
export type Templates = Map<string, string>;

/** The templates of a folder; a folder that is not there has none. What an editor leaves there while it is open is none. */
export function templatesIn(folder: string): Templates {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => /^[^.].*\.typ$/.test(name) && isTemplate(path.join(folder, name)));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

/** A file with something in it, and no larger than anybody writes by hand. */
function isTemplate(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size > 0 && stat.size < 300_000;
}
