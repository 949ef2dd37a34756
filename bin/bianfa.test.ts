import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("the help lists the verbs, each once with what it does, and nothing else that lies beside them", () => {
  const said = execFileSync(process.execPath, [path.join(import.meta.dirname, "bianfa.mjs"), "--help"], {
    encoding: "utf8",
  });
  const [, , ...lines] = said.trimEnd().split("\n");
  const verbs = readdirSync(path.join(import.meta.dirname, "verbs")).filter((name) => /^[a-z-]+\.ts$/.test(name));
  expect(lines.map((line) => line.trim().split(" ")[0])).toEqual(verbs.map((name) => name.replace(".ts", "")).sort());
  for (const line of lines) expect(line).toMatch(/\p{Script=Han}/u);
});
