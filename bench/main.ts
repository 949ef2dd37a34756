import { existsSync } from "node:fs";
import path from "node:path";
import { type Asks, sizesOf } from "./asks";
import { machine } from "./machine";
import { type Form, type Measured, print, printGrowth } from "./print";

// `npm run bench [-- NAME] [--json | --markdown] [--full] [--size=N]`: measures and prints what it measured, also when it
// is bad. With --full also what takes long and much room on the disk, with --size what grows at that size alone.
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const asked = (["json", "markdown"] as const).find((each) => process.argv.includes(`--${each}`));
const form: Form = asked ?? "table";
const full = process.argv.includes("--full");
const chosen = process.argv.flatMap((word) => Number(/^--size=(\d+)$/.exec(word)?.[1] ?? Number.NaN) || []);
const asks: Asks = { full, sizes: chosen.length ? chosen : sizesOf(full), chosen: chosen.length > 0 };

const all = ["typeset", "post", "archive", "backup", "record", "limits", "reading", "desk", "load", "start", "faults"];

print("machine", machine(), form);
const whole: Measured[] = [];
for (const name of names.length ? names : all) {
  const file = path.join(import.meta.dirname, name, "bench.ts");
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    process.stderr.write(`没有名为 ${name} 的测量。\n`);
    process.exitCode = 2;
    continue;
  }
  const { measure } = (await import(file)) as { measure: (given: Asks) => Promise<Measured[]> };
  // What one of them could not do is told, and the others go on.
  const rows = await measure(asks).catch((error: Error): Measured[] => {
    process.exitCode = 1;
    process.stderr.write(`${error.stack}\n`);
    return [{ what: name, value: null, unit: "", note: error.message.split("\n", 1)[0] }];
  });
  print(name, rows, form);
  whole.push(...rows);
}
printGrowth(whole, form);
if (process.connected) process.disconnect();
