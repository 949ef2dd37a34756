import { existsSync } from "node:fs";
import path from "node:path";
import { type Measured, print } from "./print";

// `npm run bench [-- NAME] [--json] [--full]`: measures and prints what it measured, also when it is bad.
// With --full also what takes long and much room on the disk.
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const json = process.argv.includes("--json");
const full = process.argv.includes("--full");

for (const name of names.length ? names : ["typeset", "post", "archive", "backup", "record", "limits", "faults"]) {
  const file = path.join(import.meta.dirname, name, "bench.ts");
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    process.stderr.write(`没有名为 ${name} 的测量。\n`);
    process.exitCode = 2;
    continue;
  }
  const { measure } = (await import(file)) as { measure: (given: { full: boolean }) => Promise<Measured[]> };
  print(name, await measure({ full }), json);
}
if (process.connected) process.disconnect();
