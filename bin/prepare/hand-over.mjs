import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";

/**
 * Runs a TypeScript file on the pinned Node and ends as it ends. Signals are passed on; should we be
 * killed outright, the closing channel tells it so, and it ends what it started.
 * @param {string} file
 * @param {string[]} args
 */
export function handOver(file, args) {
  const child = spawn(pinnedNode(), ["--import", "tsx", path.join(root, file), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    cwd: root,
    env: { ...process.env, PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH ?? ""}` },
  });
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, () => child.kill(name));
  endWithNpm(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`无法运行 ${file}：${error.message}。`));
  child.on("exit", (code, signal) => {
    if (signal) fail(`${file} 被信号 ${signal} 终止：请重新启动，遗留的进程会被清理。`);
    process.exit(code ?? 1);
  });
}

// Killed outright, npm cannot pass that on: being given to another parent is the only sign.
/** @param {() => void} end */
function endWithNpm(end) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || parent <= 1) return;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}

function pinnedNode() {
  const pinned = path.join(root, "node_modules/.bin/node");
  if (existsSync(pinned)) return pinned;
  process.stderr.write(`没有找到固定版本的 Node（node_modules/.bin/node），改用 ${process.version}。\n`);
  return process.execPath;
}

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
