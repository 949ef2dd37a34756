import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { handOver } from "./prepare/hand-over.mjs";
import { prepare, root } from "./prepare/install.mjs";

const verbs = path.join(root, "bin/verbs");
const [verb = "--help", ...rest] = process.argv.slice(2);

if (verb === "--help" || verb === "-h" || verb === "help") help();
else if (!/^[a-z][a-z-]*$/.test(verb) || !existsSync(path.join(verbs, `${verb}.ts`))) {
  process.stderr.write(`没有命令 ${verb}：npm run bianfa -- --help 列出全部命令。\n`);
  process.exitCode = 2;
} else {
  // A verb's output is for other programs to read: nothing else may stand on it.
  await prepare({ port: false, say: (line) => process.stderr.write(`${line}\n`) });
  handOver(`bin/verbs/${verb}.ts`, rest);
}

/** Lists the verbs; each file's first line tells what it does. */
function help() {
  process.stdout.write("用法：npm run bianfa -- 命令 [参数]\n\n");
  for (const file of readdirSync(verbs)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort()) {
    const [first = ""] = readFileSync(path.join(verbs, file), "utf8").split("\n");
    process.stdout.write(`  ${first.replace(/^\/\/\s*/, "")}\n`);
  }
}
