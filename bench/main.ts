import { existsSync } from "node:fs";
import path from "node:path";
import { print } from "./print";

// `npm run bench [-- NAME] [--json]`: measures and prints what it measured, also when it is bad.
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const json = process.argv.includes("--json");

for (const name of names.length ? names : ["typeset", "post"]) {
  const file = path.join(import.meta.dirname, name, "bench.ts");
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    process.stderr.write(`没有名为 ${name} 的测量。\n`);
    process.exitCode = 2;
    continue;
  }
  const { measure } = (await import(file)) as typeof import("./typeset/bench");
  print(name, await measure(), json);
}
if (process.connected) process.disconnect();
