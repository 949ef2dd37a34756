import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/**
 * Runs `make` unless its stamp says that it was finished from these very inputs. The stamp goes
 * before the work and comes back after it: what was interrupted counts as not done.
 */
export async function unlessCurrent(stamp: string, inputs: string[], make: () => Promise<void>): Promise<boolean> {
  const wanted = digestOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

// By content: a checkout gives every file a new time.
function digestOf(inputs: string[]): string {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => filesUnder(path.join(ROOT, input))).sort()) {
    hash
      .update(`${path.relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    if (/\.(test|spec)\.[cm]?tsx?$/.test(entry.name) || entry.name.startsWith(".")) return [];
    return filesUnder(path.join(place, entry.name));
  });
}
