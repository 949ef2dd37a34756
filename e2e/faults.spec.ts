import { expect, test } from "@playwright/test";
import { short, trial } from "../bench/faults/bench";
import { nginxProgram } from "../bench/faults/nginx";
import { print } from "../bench/print";

// The short form of `npm run bench -- faults`: an installation of its own, by the units of deploy/.
test("what was confirmed is there, once and under its number, whatever was killed meanwhile", async () => {
  const rows = await trial(short);
  // What this machine could not do (no nginx, no small disk) is seen by whoever runs it.
  print("faults", rows, "table");
  const [entrance] = rows.filter(({ what }) => what === "人所到的网页进程");
  expect(entrance?.value, entrance?.note).toBe(nginxProgram ? 2 : 1);
  for (const { what, value, note, bound } of rows.filter((row) => row.bound !== undefined))
    expect(value, `${what} ${note}`).toBe(bound);
  const [confirmed] = rows.filter(({ what }) => what === "确认过的写入");
  // An hour in which nobody got anything done would prove nothing.
  for (const act of ["save", "submit", "signOff", "distribute", "acknowledge"])
    expect(confirmed?.note).toMatch(new RegExp(`${act} [1-9]`));
});
