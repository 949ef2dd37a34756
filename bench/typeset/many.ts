import { setImmediate as turn } from "node:timers/promises";
import { typeset } from "@/typesetting/press";
import { twelvePages } from "./issue";
import { openPress } from "./open";

// In a process of its own: 500 different issues in a row, and what the process weighs after 100 and 500.
const issueOf = twelvePages(process.argv[2] ?? "");
const press = openPress();
const weights: number[] = [];
for (let at = 1; at <= 500; at++) {
  typeset(press, issueOf(1_000 + at)).archive();
  // As in the product, where every issue comes with a request: buffers are released between turns.
  await turn();
  if (at === 100 || at === 500) weights.push(process.memoryUsage().rss / 1e6);
}
process.stdout.write(JSON.stringify(weights));
