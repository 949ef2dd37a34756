import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { taken } from "./port.mjs";

// Built-ins only: this runs before anything is installed, on whatever Node the machine has.
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".bianfa-lock");
const NEEDED_MB = 2000;

/**
 * Installs what package-lock.json names, unless that is what lies there.
 * @param {{ port?: boolean, say?: (line: string) => void }} [options]
 */
export async function prepare({ port = true, say = (line) => process.stdout.write(`${line}\n`) } = {}) {
  if (Number.parseInt(process.versions.node, 10) < 20) fail(`需要 Node 20 或更新的版本，本机是 ${process.version}。`);
  process.chdir(root);
  const wanted = createHash("sha256").update(read("package-lock.json")).digest("hex");
  if (isCurrent(wanted)) return;
  if (port) await refuseTakenPort();
  refuseFullDisk();
  say("安装依赖…（第一次约需两分钟）");
  install();
  writeFileSync(stamp, wanted);
  say("安装依赖  完成");
}

/** @param {string} wanted */
function isCurrent(wanted) {
  if (existsSync(stamp)) return read(stamp) === wanted;
  if (!agreesWithLock()) return false;
  writeFileSync(stamp, wanted); // somebody ran npm ci by hand
  return true;
}

// npm notes what it installed as its last act, in the format of the lock file itself.
function agreesWithLock() {
  const note = path.join(modules, ".package-lock.json");
  if (!existsSync(note)) return false;
  const there = JSON.parse(read(note)).packages;
  return Object.entries(JSON.parse(read("package-lock.json")).packages).every(
    ([name, { version, optional, devOptional }]) =>
      name === "" || there[name]?.version === version || (!there[name] && (optional || devOptional)),
  );
}

function install() {
  const env = { ...process.env };
  // The Node under node_modules is about to be replaced: npm must not run on it.
  env.PATH = (env.PATH ?? "")
    .split(path.delimiter)
    .filter((entry) => !entry.endsWith(path.join("node_modules", ".bin")))
    .join(path.delimiter);
  const run = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    env,
    // npm's own words go to stderr, so that what a verb prints stays clean.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (run.status === 0) return;
  if (freeMegabytes() < 50) fail("磁盘已满：请腾出空间后重新启动（node_modules）。");
  fail(
    `安装依赖没有成功（npm ci 以 ${run.status ?? run.signal ?? run.error?.message} 结束）：请按上面的提示检查网络或 package-lock.json。`,
  );
}

function refuseFullDisk() {
  const free = freeMegabytes();
  if (free < NEEDED_MB) fail(`磁盘空间不足：${root} 只剩 ${free} MB，安装和构建约需 ${NEEDED_MB} MB。`);
}

function freeMegabytes() {
  const { bavail, bsize } = statfsSync(root);
  return Math.floor((Number(bavail) * Number(bsize)) / 1e6);
}

// Said again later with everything else; but nobody should wait for an installation to hear it.
async function refuseTakenPort() {
  const port = Number(process.env.PORT || 3000);
  const leftovers = path.join(process.env.BIANFA_DATA || "data", "run.json");
  if (
    Number.isInteger(port) &&
    port > 0 &&
    port < 65_536 &&
    !existsSync(leftovers) &&
    (await taken(port, process.env.HOST || "127.0.0.1"))
  ) {
    fail(`端口 ${port} 已被占用：请停止占用它的程序，或设置 PORT。`);
  }
}

/** @param {string} file */
function read(file) {
  return readFileSync(path.resolve(root, file), "utf8");
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
